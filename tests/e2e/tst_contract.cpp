// Goal: a person with mosquitto_pub succeeds at the first try, and one who errs sees no queue with nobody waiting.
// Method: run every mosquitto_pub line of the READMEs as printed (but for the port) against a real broker, and look at
// what the board then shows; then payloads as people and machines send them by mistake, on topics of their own. Look
// for each program and option that they name in this build.

#include "e2e/listening_board.h"
#include "support/broker.h"
#include "support/wait.h"
#include "wire/encode.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <functional>
#include <map>

using namespace carewall;

namespace {

struct Line {
    QString file;
    int number = 0;
    QString command;
    QString topic;  ///< behind carewall/v1/{floor}/
    bool clears = false;
};

std::vector<Line> linesOf(const QString& name)
{
    static const QRegularExpression topic(QStringLiteral("carewall/v1/demo/([^'\\s]+)"));
    std::vector<Line> lines;
    QFile file(QStringLiteral(CAREWALL_SOURCE_DIR "/") + name);
    if (!file.open(QIODevice::ReadOnly)) return lines;
    for (int number = 1; !file.atEnd(); ++number) {
        const QString text = QString::fromUtf8(file.readLine()).trimmed();
        if (!text.startsWith(QStringLiteral("mosquitto_pub "))) continue;
        lines.push_back({name, number, text, topic.match(text).captured(1), text.contains(QStringLiteral(" -n "))});
    }
    return lines;
}

/// What a README prints to be pasted: a line of a block, or a span in a sentence.
struct Code {
    QString text;
    QString where;
    bool line = false;
};

QList<Code> codeOf(const QString& name)
{
    static const QRegularExpression span(QStringLiteral("`([^`]+)`"));
    QList<Code> all;
    QFile file(QStringLiteral(CAREWALL_SOURCE_DIR "/") + name);
    if (!file.open(QIODevice::ReadOnly)) return all;
    bool fenced = false;
    for (int number = 1; !file.atEnd(); ++number) {
        const QString text = QString::fromUtf8(file.readLine());
        const QString where = QStringLiteral("%1:%2: %3").arg(name).arg(number).arg(text.trimmed());
        if (text.startsWith(QStringLiteral("```")))
            fenced = !fenced;
        else if (fenced || text.startsWith(QStringLiteral("    ")))
            all.push_back({text.trimmed(), where, true});
        else
            for (auto found = span.globalMatch(text); found.hasNext();)
                all.push_back({found.next().captured(1), where, false});
    }
    return all;
}

using Check = std::function<bool(const core::State&, const core::FloorFigures&, core::Instant)>;

const core::QueueFigures* queue(const core::FloorFigures& floor, const std::string& id)
{
    for (const auto& figures : floor.queues)
        if (figures.queue == id) return &figures;
    return nullptr;
}

bool waits7(const core::FloorFigures& floor, const std::string& id)
{
    return queue(floor, id) && queue(floor, id)->waiting == 7;
}

/// What a line is known by: its topic, of commands with what is asked.
QString keyOf(const Line& line)
{
    static const QRegularExpression asked(QStringLiteral("-m '\\{\"(.*)\\}'$"));
    const bool command = line.topic.endsWith(QStringLiteral("/command"));
    return (line.clears ? "clear " : "") + line.topic +
           (command ? " " + asked.match(line.command).captured(1) : QString());
}

/// A command of that kind is the newest that the board took.
template <typename More>
Check asks(core::BoardCommand::Kind kind, More more)
{
    return [=](const core::State& s, const core::FloorFigures&, core::Instant) {
        return s.command && s.command->report.kind == kind && more(s);
    };
}
Check asks(core::BoardCommand::Kind kind)
{
    return asks(
        kind, [](const core::State&) { return true; });
}

/// What the wall shows after each line, by topic. A line without an entry fails the test.
const std::map<QString, Check>& checks()
{
    using core::FloorFigures;
    using core::Instant;
    using core::State;
    using Kind = core::BoardCommand::Kind;
    static const std::map<QString, Check> all{
        {"queue/mine/me/now", [](const State&, const FloorFigures& f, Instant) { return waits7(f, "mine"); }},
        {"queue/billing/me/now", [](const State&, const FloorFigures& f, Instant) { return waits7(f, "billing"); }},
        {"queue/billing/me/day",
         [](const State&, const FloorFigures& f, Instant) {
             const auto* q = queue(f, "billing");
             return q && q->last_hour.n == 10 && std::abs(*q->last_hour.p50.seconds - 14) <= 0.0109 * 14;
         }},
        {"voice/me/now",
         [](const State&, const FloorFigures& f, Instant) {
             return !f.voice.issues.empty() && f.voice.issues[0].label == "Cannot log in" &&
                    f.voice.issues[0].window.mentions == 11;
         }},
        {"voice/me/day", [](const State&, const FloorFigures& f,
                            Instant) { return !f.voice.issues.empty() && f.voice.issues[0].window.mentions == 28; }},
        {"issue/login/note",
         [](const State&, const FloorFigures& f, Instant) {
             return !f.voice.issues.empty() && f.voice.issues[0].hand_off == core::HandOff::HandedOff &&
                    f.voice.issues[0].handed_to == "Identity team";
         }},
        {"metric/csat",
         [](const State& s, const FloorFigures&, Instant) {
             const auto csat = s.metrics.find("csat");
             return csat != s.metrics.end() && csat->second.report.target == 4.5;
         }},
        {"moment/parcel", [](const State& s, const FloorFigures&, Instant) { return s.moments.contains("parcel"); }},
        {"notice/meeting",
         [](const State& s, const FloorFigures&, Instant) {
             const auto notice = s.notices.find("meeting");
             return notice != s.notices.end() && notice->second.report.severity == core::Severity::Watch;
         }},
        {"board/wall/command identify\": true", asks(Kind::Identify)},
        {"board/wall/command next\": true", asks(Kind::Next, [](const State& s) { return s.requests.steps == 1; })},
        {"board/wall/command previous\": true",
         asks(Kind::Previous, [](const State& s) { return s.requests.steps == 0; })},
        {"board/wall/command hold\": true", asks(Kind::Hold, [](const State& s) { return s.requests.hold->what; })},
        {"board/wall/command hold\": false", asks(Kind::Hold, [](const State& s) { return !s.requests.hold->what; })},
        {"board/wall/command scene\": \"voice\"",
         asks(Kind::Scene, [](const State& s) { return s.requests.scene->what == core::Scene::Voice; })},
        {"board/wall/command scene\": \"playlist\"",
         asks(Kind::Scene, [](const State& s) { return !s.requests.scene->what; })},
        {"board/wall/command language\": \"fa\"",
         asks(Kind::Language, [](const State& s) { return s.requests.language->what == "fa"; })},
        {"board/wall/command theme\": \"light\"",
         asks(Kind::Theme, [](const State& s) { return s.requests.theme->what == core::Theme::Light; })},
        {"board/wall/command dim\": 0.5", asks(Kind::Dim, [](const State& s) { return s.requests.dim->what == 0.5; })},
        {"board/wall/command notice\": {\"text\": \"Fire drill at three\", \"severity\": \"SEVERITY_WATCH\"}",
         asks(Kind::Notice, [](const State& s) { return s.notices.contains(""); })},
        {"board/wall/command notice\": {}", asks(Kind::Notice, [](const State& s) { return !s.notices.contains(""); })},
        {"board/wall/command qr\": \"login\"",
         asks(Kind::Qr, [](const State& s) { return s.requests.qr->what == "login"; })},
        {"board/wall/command qr\": \"\"", asks(Kind::Qr, [](const State& s) { return s.requests.qr->what.empty(); })},
        {"clock", [](const State& s, const FloorFigures&, Instant at) { return core::floorRate(s, at) == 60; }},
        {"clear notice/old", [](const State& s, const FloorFigures&, Instant) { return !s.notices.contains("old"); }},
        {"clear clock", [](const State& s, const FloorFigures&, Instant) { return !s.clock; }},
    };
    return all;
}

}  // namespace

class TestContract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyLineWorksAsPrinted();
    void everyTopicHasALine();
    void whatSaysNothingIsNoZero();
    void everyLineIsForTheDemo();
    void theStatusCanBeLookedAt();
    void everyProgramIsWhereItIsNamed();

private:
    std::vector<Line> m_lines;
};

void TestContract::initTestCase()
{
    for (const QString& file : {QStringLiteral("README.md"), QStringLiteral("proto/README.md")}) {
        const auto lines = linesOf(file);
        QVERIFY2(!lines.empty(), qPrintable(file + " has no mosquitto_pub line"));
        m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    }
}

void TestContract::everyLineWorksAsPrinted()
{
    support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    e2e::ListeningBoard board(broker.url(), "demo", "wall");
    QVERIFY(support::waitUntil([&] { return board.up(); }));
    const auto publish = [&](QString command) {
        static const QRegularExpression port(QStringLiteral(" -p \\d+"));
        command.replace(port, QStringLiteral(" -p %1").arg(broker.port()));
        return QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), command});
    };
    // What the lines that clear something are to clear.
    QCOMPARE(publish(QStringLiteral("mosquitto_pub -p 1 -r -t carewall/v1/demo/notice/old -m '{\"text\": \"old\"}'")),
             0);
    QVERIFY(support::waitUntil([&] { return (void)board.shown(), board.state().notices.contains("old"); }));

    for (const Line& line : m_lines) {
        const QString where = QStringLiteral("%1:%2: %3").arg(line.file).arg(line.number).arg(line.command);
        const auto check = checks().find(keyOf(line));
        QVERIFY2(check != checks().end(), qPrintable(where + ": this test does not know what it should show"));
        QCOMPARE(publish(line.command), 0);
        const bool shows = support::waitUntil([&] {
            const auto shown = board.shown();
            return check->second(board.state(), shown, board.now());
        });
        QVERIFY2(shows, qPrintable(where + ": the board does not show it"));
    }
    QCOMPARE(board.state().refusals.reports, std::uint64_t{0});
    QCOMPARE(board.state().refusals.unknown_fields, std::uint64_t{0});
}

void TestContract::everyTopicHasALine()
{
    for (const char* kind :
         {"queue/billing/me/now", "queue/billing/me/day", "voice/me/now", "voice/me/day", "issue/login/note",
          "metric/csat", "moment/parcel", "notice/meeting", "clock", "board/wall/command"}) {
        const bool there = std::any_of(m_lines.begin(), m_lines.end(), [&](const Line& line) {
            return line.topic == QLatin1String(kind) && line.file == QStringLiteral("proto/README.md");
        });
        QVERIFY2(there, kind);
    }
}

void TestContract::whatSaysNothingIsNoZero()
{
    support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    e2e::ListeningBoard board(broker.url(), "demo", "wall");
    QVERIFY(support::waitUntil([&] { return board.up(); }));
    const auto publish = [&](const QString& topic, const QByteArray& payload) {
        QProcess pub;
        pub.start(QStringLiteral("mosquitto_pub"), {"-h", "127.0.0.1", "-p", QString::number(broker.port()), "-q", "1",
                                                    "-r", "-s", "-t", "carewall/v1/demo/" + topic});
        pub.write(payload);
        pub.closeWriteChannel();
        return pub.waitForFinished() && pub.exitCode() == 0;
    };
    QVERIFY(publish("queue/told/me/now", "{\"waiting\": 7}"));
    QVERIFY(support::waitUntil([&] { return waits7(board.shown(), "told"); }));

    const std::vector<std::pair<QByteArray, QString>> payloads{
        {"{\"wating\": 7}", "did you mean 'waiting'?"},
        {"{\"value\": \"7\"}", "no field of a QueueNow is known here (unknown: value)"},
        {"{}", "waiting is left out"},
        {"{\"waiting\": null}", "waiting is null"},
        {"{\"waiting\": NaN}", "waiting is NaN"},
        {"{\"waiting\": \"NaN\"}", "waiting is \"NaN\""},
        {"{\"waiting\": \"unavailable\"}", "waiting is \"unavailable\""},
        {"{\"state\": \"on\", \"brightness\": 3}", "(unknown: state, brightness)"},
        {"7", "a report is a JSON object, e.g. {\"waiting\": 7}"},
        {"\"7\"", "a report is a JSON object"},
        {"[{\"waiting\": 7}]", "a report is a JSON object"},
    };
    std::uint64_t refused = 0;
    for (const auto& [payload, words] : payloads) {
        for (const QString& topic : {QStringLiteral("queue/silent/me/now"), QStringLiteral("queue/told/me/now")}) {
            QVERIFY(publish(topic, payload));
            ++refused;
            QVERIFY2(support::waitUntil([&] {
                         (void)board.shown();
                         return board.state().refusals.reports == refused;
                     }),
                     payload.constData());
            const core::Refusal& newest = board.state().refusals.newest.front();
            QCOMPARE(QString::fromStdString(newest.topic), "carewall/v1/demo/" + topic);
            QVERIFY2(QString::fromStdString(newest.why).contains(words), newest.why.c_str());
            QVERIFY2(waits7(board.shown(), "told"), payload.constData());
            QVERIFY2(!queue(board.shown(), "silent"), payload.constData());
        }
    }
    core::BoardStatus status;
    status.refusals = board.state().refusals;
    const QByteArray said = QByteArray::fromStdString(wire::encode(status, wire::Encoding::Json));
    const QJsonArray unknown = QJsonDocument::fromJson(said).object().value("unknown").toArray();
    QCOMPARE(unknown.size(), 2);
    for (const auto& topic : unknown) {
        QCOMPARE(topic.toObject().value("fields").toArray(), (QJsonArray{"state", "brightness"}));
        QVERIFY(topic.toObject().value("topic").toString().startsWith("carewall/v1/demo/queue/"));
    }
}

void TestContract::everyLineIsForTheDemo()
{
    QFile run(QStringLiteral(CAREWALL_SOURCE_DIR "/platform/run"));
    QVERIFY(run.open(QIODevice::ReadOnly));
    const QString script = QString::fromUtf8(run.readAll());
    QVERIFY(script.contains(QStringLiteral("for port in 18830 ")));
    QVERIFY(script.contains(QStringLiteral("--floor demo")));
    for (const Code& code : codeOf(QStringLiteral("README.md")) + codeOf(QStringLiteral("proto/README.md"))) {
        if (!code.text.startsWith(QStringLiteral("mosquitto_"))) continue;
        QVERIFY2(code.text.contains(QStringLiteral(" -p 18830 ")), qPrintable(code.where));
        QVERIFY2(code.text.contains(QStringLiteral("carewall/v1/demo/")), qPrintable(code.where));
    }
    // What the script prints is the README's line.
    const QString line = m_lines.front().command;
    const QString printed = QString(line)
                                .replace(QStringLiteral("18830"), QStringLiteral("$port"))
                                .replace(QStringLiteral("\""), QStringLiteral("\\\""));
    QVERIFY2(script.contains(printed), qPrintable(printed));
}

void TestContract::theStatusCanBeLookedAt()
{
    const support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    int lines = 0;
    for (const Code& code : codeOf(QStringLiteral("proto/README.md"))) {
        if (!code.text.startsWith(QStringLiteral("mosquitto_sub "))) continue;
        ++lines;
        const QString port = QString::number(broker.port());
        QCOMPARE(QProcess::execute(QStringLiteral("mosquitto_pub"), {"-p", port, "-q", "1", "-r", "-t",
                                                                     "carewall/v1/demo/board/wall/status", "-m", "{}"}),
                 0);
        const QString command = QString(code.text).replace(QStringLiteral("18830"), port) + " -W 5";
        QCOMPARE(QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), command}), 0);
    }
    QVERIFY(lines > 0);
}

void TestContract::everyProgramIsWhereItIsNamed()
{
    static const QRegularExpression bare(QStringLiteral("(^|[|;&] *)carewall(-feed)? "));
    static const QRegularExpression named(QStringLiteral("build/release/bin/([a-z-]+)( [a-z]+(?= |$))?([^|`]*)"));
    static const QRegularExpression option(QStringLiteral("--[a-z-]+"));
    int programs = 0;
    for (const char* file :
         {"README.md", "proto/README.md", "platform/mappings/README.md", "platform/systemd/README.md"}) {
        for (const Code& code : codeOf(QLatin1String(file))) {
            QVERIFY2(!bare.match(code.text).hasMatch(), qPrintable(code.where + ": a shell does not find it"));
            if (code.line) QCOMPARE(QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-nc"), code.text}), 0);
            for (auto found = named.globalMatch(code.text); found.hasNext();) {
                const QRegularExpressionMatch match = found.next();
                ++programs;
                QProcess help;
                QStringList arguments{QStringLiteral("--help")};
                if (!match.captured(2).isEmpty()) arguments.prepend(match.captured(2).trimmed());
                help.start(QStringLiteral(CAREWALL_BINARY_DIR "/bin/") + match.captured(1), arguments);
                QVERIFY2(help.waitForFinished() && help.exitStatus() == QProcess::NormalExit && help.exitCode() == 0,
                         qPrintable(code.where));
                const QString words = QString::fromUtf8(help.readAllStandardOutput());
                for (auto each = option.globalMatch(match.captured(3)); each.hasNext();) {
                    const QString wanted = each.next().captured();
                    QVERIFY2(words.contains(wanted), qPrintable(code.where + ": no option " + wanted));
                }
            }
        }
    }
    QVERIFY2(programs >= 6, "the READMEs name the programs");
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
