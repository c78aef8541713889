// Goal: every scene in every size and language can be read from where it is read, whatever feeds write.
// Method: a recorded floor is folded as the board does; each scene is drawn and its item tree held to the law of sizes,
// room and contrast (what is behind each text is looked at in the picture without its words); then once more with every
// word from the wire replaced by the worst there is, and every figure by the largest.
#include "support/recorded_floor.h"
#include "support/snapshots.h"
#include "ui/legible.h"

#include "board/board.h"
#include "board/inbox.h"
#include "core/limits.h"
#include "ui/wall.h"
#include "ui/wall_model.h"
#include "wire/plain_text.h"

#include <QGuiApplication>
#include <QTest>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t seven_digits = 9'999'999;
constexpr std::uint64_t slots_shown = 13;  ///< quarters of an hour in core::voice_window, and the open one

core::Settings settingsIn(const QString& language, const QString& scene)
{
    core::Settings settings;
    settings.floor = "north";
    settings.title = "Customer care, north";
    settings.display.language = language.toStdString();
    settings.scenes.show = {*core::sceneNamed(scene.toStdString())};
    return settings;
}

/// Every text of the wire that the wall shows, replaced by one.
core::State withText(core::State state, const std::string& words)
{
    const std::string label = wire::plainText(words, core::limits::label_chars);
    const std::string text = wire::plainText(words, core::limits::text_chars);
    for (auto& [id, queue] : state.queues)
        for (auto& [name, source] : queue.sources)
            if (source.now) {
                core::QueueNow& now = source.now->report;
                now.label = now.channel = now.team = label;
            }
    const auto rename = [&](core::VoiceSlot& slot) {
        for (core::IssueMentions& issue : slot.issues)
            issue.label = label;
    };
    for (auto& [name, source] : state.voices) {
        if (source.now && source.now->report.open) rename(*source.now->report.open);
        if (source.day)
            for (core::VoiceSlot& slot : source.day->report.slots)
                rename(slot);
    }
    for (auto& [id, note] : state.notes)
        note.report.label = note.report.to = label;
    for (auto& [id, metric] : state.metrics)
        metric.report.label = metric.report.unit = label;
    for (auto& [id, moment] : state.moments) {
        moment.report.text = text;
        moment.report.team = moment.report.channel = moment.report.thanks = label;
    }
    core::Held<core::Notice> notice;
    notice.report.text = text;
    state.notices["words"] = notice;
    if (state.clock) state.clock->report.label = label;
    return state;
}

/// Seven digits wherever customers are counted.
core::State withLargeFigures(core::State state)
{
    for (auto& [id, queue] : state.queues)
        for (auto& [name, source] : queue.sources) {
            if (source.now) {
                source.now->report.waiting = seven_digits;
                source.now->report.ages = {std::chrono::hours{24 * 4'321}};
                source.now->report.agents = core::Agents{99, 99, 99};
            }
            if (source.day)
                for (core::Tally& slot : source.day->report.slots) {
                    slot.offered = slot.answered = seven_digits;
                    slot.answered_within_target = slot.resolved = seven_digits;
                }
        }
    for (auto& [name, source] : state.voices)
        if (source.day)
            for (core::VoiceSlot& slot : source.day->report.slots) {
                const std::uint64_t part = seven_digits / slots_shown;
                slot.total = {part, 0, part, part};
                for (core::IssueMentions& issue : slot.issues)
                    issue.voices = slot.total;
            }
    for (auto& [id, metric] : state.metrics)
        metric.report.value = -static_cast<double>(seven_digits);
    return state;
}

const std::vector<QSize> sizes{{1920, 1080}, {3840, 2160}, {1280, 720}, {1280, 1024}, {1080, 1920}};
const QStringList languages{"en", "fa", "ru", "de"};
const QStringList scenes{"floor", "response", "voice", "moments", "visit", "alarm"};

}  // namespace

class TestGallery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyScene_data();
    void everyScene();
    void worstWords_data();
    void worstWords();
    void largestFigures_data();
    void largestFigures();

private:
    board::Inbox m_inbox{[] {}};
    board::Board m_floor{m_inbox, {support::onFloor("north")}};

    /// What is wrong with the scene when it shows the state; empty: nothing.
    QString look(const core::Settings& settings, QSize size, const core::State& state);
};

void TestGallery::initTestCase()
{
    for (const core::Message& message : support::recordedFloor()) {
        m_inbox.put({message.topic, message.payload, message.retained}, message.received);
        m_floor.turn(message.received);
    }
    m_floor.happened({support::recordedEnd(), core::LinkChanged{core::LinkPhase::Up, {}}});
    QVERIFY(m_floor.state().queues.size() >= 5);
    QCOMPARE(m_floor.state().refusals.reports, 0U);
    QVERIFY2(!m_floor.snapshot().trends.issues.empty(), "the recorded burst does not trend");
}

QString TestGallery::look(const core::Settings& settings, QSize size, const core::State& state)
{
    auto wall = ui::Wall::make(settings, {size, false, "0"});
    if (!wall) return QString::fromStdString(wall.error());
    const core::Instant end = support::recordedEnd();
    support::Snapshots snapshots{settings};
    const core::TrendsNow& trends = m_floor.snapshot().trends;
    const bool alarm = settings.scenes.show.front() == core::Scene::Alarm;  // it has to stand for a while
    if (alarm) (*wall)->model().show(snapshots.of(state, {end.wall - 1min, end.steady - 1min}, trends));
    for (int i = 0; i < 2; ++i) {  // what fits on a page is known once it has been laid out
        (*wall)->model().show(snapshots.of(state, end, trends));
        (*wall)->window().show();
        QCoreApplication::processEvents();
    }
    if (support::drawnOn((*wall)->window()).size() < 5) return QStringLiteral("the scene is empty");
    const QString wrong = support::whatIsWrong((*wall)->window(), settings.display, size);
    return wrong.isEmpty() ? support::whatIsFaint((*wall)->window(), settings.display, size) : wrong;
}

void TestGallery::everyScene_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("size");
    for (const QString& language : languages)
        for (const QString& scene : scenes)
            for (const QSize size : sizes)
                QTest::addRow("%s %s %dx%d", qPrintable(scene), qPrintable(language), size.width(), size.height())
                    << static_cast<int>(core::Theme::Dark) << language << scene << size;
    for (const core::Theme theme : {core::Theme::Light, core::Theme::Contrast})
        for (const QString& scene : scenes)
            QTest::addRow("%s theme %d", qPrintable(scene), static_cast<int>(theme))
                << static_cast<int>(theme) << "en" << scene << QSize{1920, 1080};
}

void TestGallery::everyScene()
{
    QFETCH(int, theme);
    QFETCH(QString, language);
    QFETCH(QString, scene);
    QFETCH(QSize, size);
    core::Settings settings = settingsIn(language, scene);
    settings.display.theme = static_cast<core::Theme>(theme);
    const QString wrong = look(settings, size, m_floor.state());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestGallery::worstWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("language");
    const std::vector<std::pair<const char*, QString>> words{
        {"nothing", QString{}},
        {"long", QString{300, QChar{u'W'}}},
        {"long words", QStringLiteral("Kundenzufriedenheitsbefragung ").repeated(10)},
        {"emoji", QString::fromUtf8("\U0001F469\u200D\U0001F4BB\U0001F525").repeated(20)},
        {"combining",
         QStringLiteral("Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324").repeated(8)},
        {"overrides", QStringLiteral("\u202Eevil\u202C \u2067\u200F123\u2069 left").repeated(3)},
        {"persian",
         QString::fromUtf8("پشتیبانی مشتریان در شبکه‌های اجتماعی ").repeated(6)},
    };
    for (const auto& [name, text] : words)
        for (const QString& scene : scenes)
            for (const char* language : {"en", "fa"})
                QTest::addRow("%s %s %s", name, qPrintable(scene), language) << text << scene << language;
}

void TestGallery::worstWords()
{
    QFETCH(QString, words);
    QFETCH(QString, scene);
    QFETCH(QString, language);
    const QString wrong =
        look(settingsIn(language, scene), {1920, 1080}, withText(m_floor.state(), words.toStdString()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestGallery::largestFigures_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("size");
    for (const QString& language : languages)
        for (const QString& scene : scenes)
            for (const QSize size : {QSize{1920, 1080}, QSize{1080, 1920}})
                QTest::addRow("%s %s %dx%d", qPrintable(scene), qPrintable(language), size.width(), size.height())
                    << language << scene << size;
}

void TestGallery::largestFigures()
{
    QFETCH(QString, language);
    QFETCH(QString, scene);
    QFETCH(QSize, size);
    const QString wrong = look(settingsIn(language, scene), size, withLargeFigures(m_floor.state()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

int main(int argc, char** argv)
{
    ui::prepareRendering();
    QGuiApplication app{argc, argv};
    TestGallery test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_gallery.moc"
