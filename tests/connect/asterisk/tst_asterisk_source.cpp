// Goal: the source goes on whatever happens to the connection, and says in words what it is.
// Method: an AMI server of our own on loopback that refuses, cuts, stays silent or goes away; a clock that the test
// moves.

#include "connect/asterisk/ami_messages.h"
#include "connect/asterisk/asterisk_source.h"
#include "connect/asterisk/fake_ami.h"
#include "feed/sources/mapping.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;

class TestAsteriskSource : public QObject {
    Q_OBJECT

    const feed::Mapping m_mapping = feed::plainMapping();
    double m_now = 0;

    connect::AsteriskSource made(const FakeAmi& ami, const std::string& host = "127.0.0.1",
                                 const std::string& secret = "right")
    {
        m_now = 0;
        return {{host, ami.port(), "carewall", secret, false, ""}, m_mapping, "salt", 7};
    }
    /// Plays the source, each turn so much floor time, until something is so.
    template <typename Until>
    bool play(connect::AsteriskSource& source, Until until, double pace = 0.01)
    {
        for (int i = 0; i < 2000; ++i) {
            if (!source.receive(moment(m_now))) return false;
            if (until()) return true;
            m_now += pace;
            QTest::qWait(1);
        }
        return false;
    }
    static std::string said(connect::AsteriskSource& source)
    {
        std::string lines;
        while (true) {
            const auto event = source.next();
            if (!event || !*event) return lines;
            lines += (*event)->key + " ";
        }
    }

private Q_SLOTS:
    void logsInAndAsks();
    void theLoginIsRefused();
    void cutInMidRun();
    void noAnswer();
    void nobodyThere();
    void noSuchName();
    void asksEachMinute();
    void theSecretIsOurs();
};

void TestAsteriskSource::logsInAndAsks()
{
    FakeAmi ami;
    ami.list = "Event: QueueEntry\nQueue: 600\nUniqueid: 1.1\nWait: 30\n\n";
    auto source = made(ami);
    QVERIFY(source.wait().until.has_value());
    QVERIFY(play(source, [&] { return ami.heard["QueueStatus"] == 1 && source.counts().rows >= 6; }));
    QCOMPARE(QString::fromStdString(said(source)), QStringLiteral("1.1/600/1 "));
    QCOMPARE(ami.actions.front(), std::string{"Login"});
    QCOMPARE(ami.heard["Ping"], 1);
    QVERIFY(source.session().isUp());
    QCOMPARE(QString::fromStdString(source.session().trouble()), QString{});
    QVERIFY(source.wait().descriptor.has_value());
    ami.say("Event: QueueCallerJoin\nQueue: 600\nUniqueid: 1.2");
    QVERIFY(play(source, [&] { return source.counts().rows >= 7; }));
    QCOMPARE(QString::fromStdString(said(source)), QStringLiteral("1.2/600/1 "));
    QCOMPARE(source.counts().by_kind[static_cast<std::size_t>(feed::Kind::Asked)], 2U);
}

void TestAsteriskSource::theLoginIsRefused()
{
    FakeAmi ami;
    auto source = made(ami, "127.0.0.1", "wrong");
    QVERIFY(play(source, [&] { return !source.session().trouble().empty(); }));
    const QString trouble = QString::fromStdString(source.session().trouble());
    QVERIFY2(trouble.contains("refuses the login carewall") && !trouble.contains("wrong"), qPrintable(trouble));
    // Who tries too often is shut out by some: not again within half a minute.
    QVERIFY(!play(
        source, [&] { return ami.heard["Login"] > 1; }, 0.014));
    QVERIFY(play(
        source, [&] { return ami.heard["Login"] > 1; }, 0.1));
}

void TestAsteriskSource::cutInMidRun()
{
    FakeAmi ami;
    ami.list = "Event: QueueParams\nQueue: 600\nCompleted: 10\nAbandoned: 2\n\n"
               "Event: QueueEntry\nQueue: 600\nUniqueid: 1.1\nWait: 30\n\n";
    auto source = made(ami);
    QVERIFY(play(source, [&] { return source.counts().rows >= 7; }));
    said(source);
    ami.say("Event: QueueCallerJoin\nQueue: 600\nUnique");  // half of a message
    ami.cut();
    QVERIFY(play(source, [&] { return !source.session().isUp(); }));
    QVERIFY(source.session().trouble().find("closed") != std::string::npos ||
            source.session().trouble().find("reset") != std::string::npos);
    // Meanwhile 1.1 is gone, two were answered and one gave up.
    ami.list = "Event: QueueParams\nQueue: 600\nCompleted: 12\nAbandoned: 3\n\n"
               "Event: QueueEntry\nQueue: 600\nUniqueid: 1.5\nWait: 3\n\n";
    QVERIFY(play(
        source, [&] { return source.session().logins() == 2 && ami.heard["QueueStatus"] == 2; }));
    QVERIFY(play(source, [&] { return source.eventCounts().gone == 1; }));
    QCOMPARE(source.eventCounts().not_seen, 3U);
    QCOMPARE(QString::fromStdString(said(source)), QStringLiteral("1.5/600/1 1.1/600/1/left "));
    QVERIFY(!source.counts().notes.empty());
    QCOMPARE(QString::fromStdString(source.counts().notes.front()),
             QStringLiteral("not seen, calls that ended while Asterisk was away: 3"));
}

void TestAsteriskSource::noAnswer()
{
    FakeAmi ami;
    ami.silent = true;
    auto source = made(ami);
    QVERIFY(play(
        source, [&] { return !source.session().trouble().empty(); }, 0.1));
    QVERIFY(source.session().trouble().find("no answer") != std::string::npos);
    ami.silent = false;
    QVERIFY(play(
        source, [&] { return source.session().isUp(); }, 0.1));
    // A network that swallows everything is known by what does not come.
    ami.silent = true;
    QVERIFY(play(
        source, [&] { return !source.session().isUp(); }, 0.1));
    QVERIFY(source.session().trouble().find("no answer") != std::string::npos);
}

void TestAsteriskSource::nobodyThere()
{
    FakeAmi ami;
    const std::uint16_t port = ami.port();
    auto source = made(ami);
    ami.close();
    QVERIFY(play(source, [&] { return !source.session().trouble().empty(); }));
    QVERIFY(source.session().trouble().find("refused") != std::string::npos);
    // It comes back 0.5 s to 30 s later, and each pause is longer than the one before but for chance.
    QVERIFY(play(
        source, [&] { return m_now > 40; }, 0.1));
    ami.open(port);
    const double opened = m_now;
    QVERIFY(play(
        source, [&] { return source.session().isUp(); }, 0.1));
    QVERIFY2(m_now - opened < 31, qPrintable(QString::number(m_now - opened)));
}

void TestAsteriskSource::noSuchName()
{
    FakeAmi ami;
    auto source = made(ami, "no-such-name.invalid");
    QVERIFY(play(source, [&] { return !source.session().trouble().empty(); }));
    const QString trouble = QString::fromStdString(source.session().trouble());
    QVERIFY2(trouble.contains("no machine is found by the name no-such-name.invalid"), qPrintable(trouble));
}

void TestAsteriskSource::asksEachMinute()
{
    FakeAmi ami;
    auto source = made(ami);
    QVERIFY(play(source, [&] { return ami.heard["QueueStatus"] == 1; }));
    const double first = m_now;
    QVERIFY(play(
        source, [&] { return ami.heard["QueueStatus"] == 2; }, 0.1));
    QVERIFY2(m_now - first > 58 && m_now - first < 66, qPrintable(QString::number(m_now - first)));
    QVERIFY(ami.heard["Ping"] >= 6);
}

void TestAsteriskSource::theSecretIsOurs()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("secret").toStdString();
    QVERIFY(!connect::readSecret(path));
    std::ofstream{path} << "right\nanything\n";
    std::filesystem::permissions(path, std::filesystem::perms{0640});
    const auto open = connect::readSecret(path);
    QVERIFY(!open && open.error().find("chmod 600") != std::string::npos);
    std::filesystem::permissions(path, std::filesystem::perms{0600});
    QCOMPARE(connect::readSecret(path).value_or(""), std::string{"right"});
    std::ofstream{path} << "\n";
    QVERIFY(!connect::readSecret(path));
    QVERIFY(!connect::readSecret(folder.path().toStdString()));
}

QTEST_GUILESS_MAIN(TestAsteriskSource)
#include "tst_asterisk_source.moc"
