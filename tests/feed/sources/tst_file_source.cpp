// Goal: several files come out as one stream in the order of time, and nothing is lost without a word.
// Method: small files written to a temporary folder, read through a mapping.

#include "feed/sources/file_source.h"
#include "support/compare.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <random>

using namespace carewall;

namespace {

const std::string forum = R"(
salt = "s"
[[file]]
match = "q*.csv"
event = "asked"
pass_over = [{ column = "spam", is = "true" }]
solved_by = "solution"
[file.columns]
time = "at"
conversation = "id"
author = "who"
queue = "topic"
text = "text"
issue = "tags"
[[file]]
match = "a*"
event = { column = "role", values = { customer = "continued", agent = "replied", bot = "ignore" } }
[file.columns]
time = "at"
id = "aid"
conversation = "id"
author = "who"
[[issue]]
id = "crash"
words = ["crash*"]
)";

std::string shown(const feed::ConversationEvent& event)
{
    constexpr std::array<const char*, feed::kinds> kinds{"asked",   "replied", "resolved", "abandoned", "broadcast",
                                                         "staffed", "praised", "left",     "merged",    "agent"};
    std::string text = feed::formatTime(event.at).substr(11, 5) + " " + kinds.at(static_cast<std::size_t>(event.kind)) +
                       " " + event.conversation;
    for (const std::string& issue : event.issues)
        text += " #" + issue;
    return text + "\n";
}

}  // namespace

class TestSource : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    feed::Mapping m_mapping = *feed::parseMapping(forum, "m.toml");
    std::unique_ptr<feed::RowReader> m_reader = *feed::RowReader::make(m_mapping, "");

    std::string write(const char* name, const std::string& text)
    {
        std::string path = m_folder.filePath(name).toStdString();
        std::ofstream{path, std::ios::binary} << text;
        return path;
    }
    /// All events, then "STOP why" when it ended so, then the first refusals.
    std::string readAll(const std::vector<std::string>& paths, feed::RefusalLimit limit = {})
    {
        auto source = feed::FileSource::open(m_mapping, *m_reader, paths, limit);
        if (!source) return "CLOSED " + source.error();
        std::string all;
        for (;;) {
            auto next = source->next();
            if (!next) all += "STOP " + next.error() + "\n";
            if (!next || !*next) break;
            all += shown(**next);
        }
        for (const feed::Unread& unread : source->counts().first_refused)
            all += unread.words() + "\n";
        m_passed_over = source->counts().passed_over + source->counts().left_aside;
        return QString::fromStdString(all).replace(m_folder.path() + "/", "").toStdString();
    }
    std::uint64_t m_passed_over = 0;

private Q_SLOTS:
    void questionsAndAnswersMerge();
    void aFileMayBeOutOfOrder();
    void whatComesTooLateIsRefused();
    void conversationsArePassedOverWhole();
    void unreadableRowsAreToldAndSkipped();
    void tooManyUnreadableRowsStopIt();
    void filesThatCannotBeRead();
    void namesAndTextsDoNotStay();
    void storiesThatNameNobody_data();
    void storiesThatNameNobody();
    void wordListsAreFound();
};

void TestSource::questionsAndAnswersMerge()
{
    const auto questions = write("q.csv", "id,at,who,topic,tags,text,spam,solution\n"
                                          "1,2024-07-01T10:00Z,ann,Mail,a;b,It crashes,false,11\n"
                                          "2,2024-07-01T10:10Z,bob,Mail,,fine,,\n");
    const auto answers = write("a.csv", "aid,id,at,who,role\n10,2,2024-07-01T10:10Z,eve,agent\n"
                                        "11,1,2024-07-01T10:20Z,eve,AGENT\n12,1,2024-07-01T10:30Z,ann,customer\n"
                                        "13,1,2024-07-01T10:31Z,robot,bot\n");
    const std::string expected = "10:00 asked 1 #crash #a #b\n10:10 asked 2\n10:10 replied 2\n10:20 replied 1\n"
                                 "10:20 resolved 1\n10:30 asked 1\n";
    QCOMPARE(readAll({questions, answers}), expected);
    QCOMPARE(m_passed_over, std::uint64_t{1});
    QCOMPARE(readAll({answers, questions}), expected);
    const auto lines =
        write("a.jsonl", R"({"aid": 10, "id": 2, "at": "2024-07-01T10:10Z", "who": "eve", "role": "agent"}
{"aid": 11, "id": 1, "at": 1719829200, "who": "eve", "role": "agent"}
{"aid": 12, "id": 1, "at": 1719829800000, "who": "ann", "role": "customer"}
)");
    QCOMPARE(readAll({questions, lines}), expected);
}

void TestSource::aFileMayBeOutOfOrder()
{
    std::mt19937 random{7};
    std::vector<std::string> rows;
    rows.reserve(3000);
    for (int i = 0; i < 3000; ++i)
        rows.push_back(std::to_string(i) + "," + std::to_string(1719828000 + i) + ",w,t,,x,,\n");
    std::shuffle(rows.begin(), rows.end(), random);
    std::string text = "id,at,who,topic,tags,text,spam,solution\n";
    for (const std::string& row : rows)
        text += row;
    auto source = feed::FileSource::open(m_mapping, *m_reader, {write("q.csv", text)});
    QVERIFY(source);
    for (int i = 0; i < 3000; ++i) {
        const auto next = source->next();
        QVERIFY(next && *next);
        QCOMPARE((*next)->conversation, std::to_string(i));
    }
    QCOMPARE(source->counts().refused, std::uint64_t{0});
}

void TestSource::whatComesTooLateIsRefused()
{
    std::string text = "id,at,who,topic,tags,text,spam,solution\n";
    const std::size_t rows = feed::FileSource::reorder_rows * 2;
    for (std::size_t i = 0; i < rows; ++i)
        text += std::to_string(i) + "," + std::to_string(1719828000 + i) + ",w,t,,x,,\n";
    text += "late,1719828001,w,t,,x,,\n";
    const std::string all = readAll({write("q.csv", text)});
    const std::string end =
        "q.csv:" + std::to_string(rows + 2) + ": is of 2024-07-01T10:00:01Z, after rows of 2024-07-01T";
    QVERIFY2(all.find(end) != std::string::npos, all.substr(all.size() - 200).c_str());
    QVERIFY(all.ends_with("; sort the file by time\n"));
}

void TestSource::conversationsArePassedOverWhole()
{
    const auto questions = write("q.csv", "id,at,who,topic,tags,text,spam,solution\n"
                                          "1,2024-07-01T10:00Z,ann,Mail,,buy now,TRUE,11\n");
    const auto answers = write("a.csv", "aid,id,at,who,role\n11,1,2024-07-01T10:20Z,eve,agent\n");
    QCOMPARE(readAll({questions, answers}), std::string{});
    QCOMPARE(m_passed_over, std::uint64_t{2});
}

void TestSource::unreadableRowsAreToldAndSkipped()
{
    const auto answers = write(
        "a.csv", "aid,id,at,who,role\n1,1,soon,eve,agent\n2,,2024-07-01T10:20Z,eve,agent\n"
                 "3,1,2024-07-01T10:20Z,eve,boss\n4,1\n5,1,2024-07-01T10:20Z,eve,agent\n6,1,2024-07-01T10:20Z,eve,\n");
    QCOMPARE(readAll({answers}),
             std::string{"10:20 replied 1\n"
                         "a.csv:2: has \"soon\" in column \"at\", which is no time; it must be such as "
                         "2024-07-01T14:02:00Z, or the mapping gives its format\n"
                         "a.csv:3: has no conversation\n"
                         "a.csv:4: has \"boss\" in column \"role\", which the mapping does not know (\"*\" among its "
                         "values is anything else)\n"
                         "a.csv:5: has nothing in column \"role\", which tells what happened\n"
                         "a.csv:7: has nothing in column \"role\", which tells what happened\n"});
}

void TestSource::tooManyUnreadableRowsStopIt()
{
    std::string text = "aid,id,at,who,role\n";
    for (int i = 0; i < 200; ++i)
        text += std::to_string(i) + ",1," + (i % 10 == 0 ? "never" : "2024-07-01T10:20Z") + ",eve,agent\n";
    const auto answers = write("a.csv", text);
    QVERIFY(readAll({answers}).starts_with("STOP 20 of 200 rows cannot be read; the first: " + answers +
                                           ":2: has \"never\"") ||
            readAll({answers}).starts_with("STOP 20 of 200 rows cannot be read; the first: a.csv:2: has \"never\""));
    QVERIFY(readAll({answers}, {0.1, 100}).find("STOP") == std::string::npos);
    QVERIFY(readAll({answers}, {0.05, 201}).find("STOP") == std::string::npos);
}

void TestSource::filesThatCannotBeRead()
{
    const auto stray = write("x.csv", "");
    QCOMPARE(QString::fromStdString(readAll({stray})).replace(m_folder.path() + "/", ""),
             QString{"CLOSED x.csv: no [[file]] of m.toml matches it (they match q*.csv, a*)"});
    QVERIFY(readAll({"/no/such/q.csv"}) == "CLOSED /no/such/q.csv: cannot be opened: No such file or directory");
    const auto columns = write("a.csv", "aid,id,time,who,role\n");
    QCOMPARE(readAll({columns}), std::string{"STOP a.csv: line 1: has no column \"at\" (it has "
                                             "aid, id, time, who, role)\n"});
}

void TestSource::namesAndTextsDoNotStay()
{
    const auto questions = write("q.csv", "id,at,who,topic,tags,text,spam,solution\n"
                                          "1,2024-07-01T10:00Z,Ann Smith,Mail,,my secret crash,false,\n");
    auto source = feed::FileSource::open(m_mapping, *m_reader, {questions});
    const auto asked = source->next();
    QVERIFY(asked && *asked);
    // What a customer says is there to look for new issues in, and only its start.
    QCOMPARE((*asked)->text, std::string{"my secret crash"});
    QCOMPARE((*asked)->author, feed::Pseudonyms{"s"}.of("Ann Smith"));
    QCOMPARE((*asked)->author.size(), std::size_t{16});

    feed::Mapping silent = m_mapping;
    silent.emerging.enabled = false;
    const auto reader = *feed::RowReader::make(silent, "");
    auto without = feed::FileSource::open(silent, *reader, {questions});
    QVERIFY((*without->next())->text.empty());
}

void TestSource::storiesThatNameNobody_data()
{
    QTest::addColumn<QByteArray>("vouched");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nobody vouches") << QByteArray{} << "no no no";
    QTest::newRow("for the file") << QByteArray{"names_nobody = true\n"} << "yes yes yes";
    QTest::newRow("for none of it") << QByteArray{"names_nobody = false\n"} << "no no no";
    QTest::newRow("for some rows") << QByteArray{"names_nobody = { column = \"checked\", is = [\"yes\", \"ok\"] }\n"}
                                   << "yes no yes";
}

void TestSource::storiesThatNameNobody()
{
    QFETCH(QByteArray, vouched);
    QFETCH(QString, expected);
    const auto mapping = feed::parseMapping("[[file]]\nmatch = \"*\"\nevent = \"praised\"\n" + vouched.toStdString() +
                                                "[file.columns]\ntime = \"at\"\ntext = \"story\"\n",
                                            "m.toml");
    QVERIFY2(mapping, mapping ? "" : mapping.error().c_str());
    const auto reader = *feed::RowReader::make(*mapping, "");
    auto source = feed::FileSource::open(*mapping, *reader,
                                         {write("thanks.csv", "at,story,checked\n2024-07-01T10:00Z,Stayed late,YES\n"
                                                              "2024-07-01T10:01Z,Ann stayed,\n"
                                                              "2024-07-01T10:02Z,Came early,ok\n")});
    QStringList told;
    for (int i = 0; i < 3; ++i) {
        const auto next = source->next();
        QVERIFY(next && *next && (*next)->kind == feed::Kind::Praised);
        told << ((*next)->names_nobody ? "yes" : "no");
    }
    QCOMPARE(told.join(' '), expected);
}

void TestSource::wordListsAreFound()
{
    feed::Mapping mapping = m_mapping;
    QCOMPARE(*feed::findWordList(mapping, {}), std::string{});
    mapping.sentiment.words = "w.tsv";
    const auto missing = feed::findWordList(mapping, {"/data/q.csv"});
    QCOMPARE(missing.error(), std::string{"m.toml: sentiment.words is not there; it was looked for as w.tsv or "
                                          "/data/w.tsv (--words FILE names another, --words none does without)"});
    const auto path = write("w.tsv", "good\t3\n");
    QCOMPARE(*feed::findWordList(mapping, {m_folder.filePath("q.csv").toStdString()}), path);
}

QTEST_GUILESS_MAIN(TestSource)
#include "tst_file_source.moc"
