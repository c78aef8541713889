// Goal: a person with an export gets a mapping to fill in, and sees in words what a mapping makes of rows.
// Method: small exports of several shapes; what is proposed is filled in as its comments ask, loaded, and used.

#include "feed/sources/mapping_proposal.h"
#include "feed/sources/row_words.h"
#include "support/compare.h"

#include <QtTest>

#include <fstream>

using namespace carewall;

class TestProposal : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string write(const char* name, const std::string& text)
    {
        std::string path = m_folder.filePath(name).toStdString();
        std::ofstream{path, std::ios::binary} << text;
        return path;
    }
    /// What the proposal says of columns and events, its comments left out.
    static QString proposed(const std::string& path)
    {
        const auto proposal = feed::proposeMapping(path);
        if (!proposal) return QString::fromStdString(proposal.error());
        QString lines;
        for (const QString& line : QString::fromStdString(*proposal).split('\n'))
            if (!line.startsWith('#') && !line.startsWith("source") && !line.startsWith("ratio") && !line.isEmpty())
                lines += line.left(line.indexOf("   #")) + "\n";
        return lines;
    }
    static std::string filledIn(const std::string& path)
    {
        QString text = QString::fromStdString(*feed::proposeMapping(path));
        text.replace("within = \"???\"", "within = \"10 min\"");
        return text.toStdString();
    }
    std::string words(const std::string& map, const std::string& path, std::size_t rows = 100)
    {
        const auto mapping = feed::parseMapping(map, "m.toml");
        if (!mapping) return mapping.error();
        const auto reader = feed::RowReader::make(*mapping, "");
        const auto said = feed::wordsOfRows(*mapping, **reader, path, rows);
        return said ? *said : said.error();
    }

private Q_SLOTS:
    void messages();
    void oneRowATicket();
    void oneRowACall();
    void nested();
    void whatItCannotKnow();
    void whatIsNoAnswer();
    void filesThatAreNone();
    void saysWhatRowsBecome();
};

void TestProposal::messages()
{
    const std::string path =
        write("chat.csv", "When;Ticket;Sender;Direction;Body\n03.02.2025 09:00;5;eve;incoming;hello\n"
                          "13.02.2025 09:01;5;bob;outgoing;hi\n13.02.2025 09:02;5;bob;note;she is nice\n");
    QCOMPARE(proposed(path),
             QString{"[target]\nwithin = \"???\"\n[[file]]\nmatch = \"chat.csv\"\nevent = { column = "
                     "\"Direction\", values = { \"incoming\" = \"asked\", \"outgoing\" = \"replied\", "
                     "\"note\" = \"ignore\" } }\n[file.columns]\ntime = { column = \"When\", format = "
                     "\"%d.%m.%Y %H:%M\", zone = \"floor\" }\nconversation = \"Ticket\"\ntext = \"Body\"\n"
                     "author = \"Sender\"\n"});
    const std::string said = words(filledIn(path), path);
    for (const char* part : {"line 2: asked in \"5\" at 2025-02-03T", "line 3: replied in \"5\" at 2025-02-13T",
                             "line 4: left aside, \"Direction\" is \"note\""})
        QVERIFY2(said.find(part) != std::string::npos, said.c_str());
    for (const char* secret : {"hello", "eve", "nice"})
        QVERIFY2(said.find(secret) == std::string::npos, said.c_str());
}

void TestProposal::oneRowATicket()
{
    const std::string path =
        write("tickets.csv", "Ticket ID,Group,Created time,First response,Solved at\n7,Web,2025-02-03 09:00,2025-02-03 "
                             "09:05,\n8,Web,2025-02-03 09:10,,\n");
    const std::string said = words(filledIn(path), path);
    for (const char* part : {"line 2: asked in \"7\"", "line 2: replied in \"7\"",
                             "line 3: did not happen: its time is empty", "queue web"})
        QVERIFY2(said.find(part) != std::string::npos, said.c_str());
    QCOMPARE(QString::fromStdString(filledIn(path)).count("[[file]]"), 3);
}

void TestProposal::oneRowACall()
{
    const QString map = proposed(write("calls.csv", "Call,Date,Time,Talk\n1,2025-02-03,09:00:00,60\n"));
    QVERIFY2(map.contains("time = { column = [\"Date\", \"Time\"]"), qPrintable(map));
    QVERIFY2(map.contains("event = \"???\""), qPrintable(map));
}

void TestProposal::nested()
{
    const std::string path = write("dump.json", R"([{"id": 5, "created_at": 1738573000, "messages":
        [{"id": 1, "type": "incoming", "created_at": 1738573200}, {"id": 2, "type": "outgoing", "created_at": 1738573260}]}])");
    const std::string said = words(filledIn(path), path);
    QVERIFY2(said.find("asked in \"5\" at 2025-02-03T09:00:00Z") != std::string::npos, said.c_str());
    QVERIFY2(said.find("replied in \"5\" at 2025-02-03T09:01:00Z") != std::string::npos, said.c_str());
}

void TestProposal::whatItCannotKnow()
{
    const QString map =
        proposed(write("x.csv", "thread,when,kind\n1,02/03/2025 09:00,alpha\n1,04/03/2025 09:01,beta\n"));
    QVERIFY2(map.contains("format = \"???\""), qPrintable(map));
    QVERIFY2(map.contains("\"alpha\" = \"???\""), qPrintable(map));
    // Nothing that is left open is taken for an answer.
    QVERIFY(!feed::parseMapping(map.toStdString(), "m.toml"));
    const QString dateless = proposed(write("y.csv", "a,b\n1,2\n"));
    QVERIFY2(dateless.contains("time = \"???\"") && dateless.contains("conversation = \"???\""), qPrintable(dateless));
}

void TestProposal::whatIsNoAnswer()
{
    // Deadlines and durations are no moments; automatic words and private notes are no answers.
    const QString due = proposed(write("due.csv", "Ticket,Created,First response due,Resolution time (hrs)\n"
                                                  "1,2025-02-03 09:00,2025-02-03 13:00,\n"));
    QVERIFY2(!due.contains("replied") && !due.contains("resolved"), qPrintable(due));
    const QString automatic =
        proposed(write("auto.csv", "Ticket,When,Type,Public,Agent\n1,2025-02-03 09:00,auto-reply,true,x\n"
                                   "1,2025-02-03 09:00,outgoing,false,x\n"));
    QVERIFY2(automatic.contains("\"auto-reply\" = \"ignore\"") &&
                 automatic.contains("ignore = [{ column = \"Public\", is = \"false\" }]"),
             qPrintable(automatic));
    const QString german =
        proposed(write("de.csv", "Vorgang;Angelegt;Erste Antwort\n1;2025-02-03 09:00;2025-02-03 09:30\n"));
    QCOMPARE(german.count("[[file]]"), 2);
    QVERIFY(proposed(write("umlaut.csv", "Vorgang;Angelegt;Ger\xE4t\n1;2025-02-03 09:00;x\n"))
                .contains("encoding = \"windows-1252\""));
}

void TestProposal::filesThatAreNone()
{
    QVERIFY(proposed(m_folder.filePath("none.csv").toStdString()).contains("cannot be opened"));
    QVERIFY(proposed(write("empty.csv", "")).contains("is empty"));
    QVERIFY(proposed(write("z.gz", "\x1F\x8B\x08 zzz")).contains("is compressed"));
    QVERIFY(proposed(write("n.json", "[]")).contains("names no columns"));
}

void TestProposal::saysWhatRowsBecome()
{
    const std::string path =
        write("all.csv", "time,conv,kind,box\n2025-02-03 09:00,1,asked,A\n2025-02-03 09:01,1,replied,B\n"
                         "soon,2,asked,A\n,3,asked,A\n1,4,asked,A\n2025-02-03 09:01,,asked,A\n"
                         "2025-02-03 09:01,9,spam,A\n");
    QCOMPARE(
        words("[[file]]\nmatch = \"*\"\nevent = { column = \"kind\", values = { asked = \"asked\", replied = "
              "\"replied\", "
              "spam = \"pass over\" } }\nwhen = [{ column = \"box\", is = \"a\" }]\n[file.columns]\ntime = \"time\"\n"
              "conversation = \"conv\"\n",
              path),
        std::string{
            "[[file]] match = \"*\":\n  line 2: asked in \"1\" at 2025-02-03T09:00:00Z by a customer\n"
            "  line 3: left aside, not \"box\" is \"a\"\n"
            "  line 4: cannot be read: it has \"soon\" in column \"time\", which is no time; it must be such as "
            "2024-07-01T14:02:00Z, or the mapping gives its format\n"
            "  line 5: did not happen: its time is empty\n"
            "  line 6: cannot be read: it is of 1970-01-01T00:00:01Z, and no conversation is; its time is in "
            "another unit than it looks, or of another column\n"
            "  line 7: cannot be read: it has no conversation\n"
            "  line 8: its conversation is passed over, \"kind\" is \"spam\"\n"});
    QCOMPARE(words("[[file]]\nmatch = \"*.tsv\"\nevent = \"asked\"\n[file.columns]\ntime = \"time\"\nconversation = "
                   "\"conv\"\n",
                   path),
             path + ": no [[file]] of m.toml matches it");
}

QTEST_GUILESS_MAIN(TestProposal)
#include "tst_proposal.moc"
