// Goal: what the wall says is right in each of its languages: digits, signs, plurals, order.
// Method: a table of values with the words expected in English, Persian, Russian and German.
#include "ui/sample_floor.h"

#include "core/languages.h"
#include "ui/alarm/alarm_words.h"
#include "ui/moments/moment_words.h"
#include "ui/words/group_words.h"
#include "ui/words/link_words.h"
#include "ui/words/words.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

#include <limits>
#include <set>

using namespace carewall;
using namespace std::chrono_literals;

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QCoreApplication::removeTranslator(&m_translator); }
    void says_data();
    void says();
    void durationNeverGrowsLong();
    void percentNeverRoundsUp();
    void countsHoldAnything();
    void foreignWordsDoNotTurnTheLine();
    void channelsThatAllKnowAreTranslated();
    void closedQueuesSayWhenTheyOpen();
    void forecastsSayWhatIsToCome();
    void alarmsSayWhatCalled();
    void groupsAreToldFromQueues();
    void coverageIsSaid();
    void eachReasonOfTheLinkIsSaidInEachLanguage();
    void theTableOfLanguagesAgreesWithQts();
    void everySentenceIsTranslated_data();
    void everySentenceIsTranslated();
    void oneTermIsOneWord();

private:
    QTranslator m_translator;

    ui::Words speak(const QString& language)
    {
        QCoreApplication::removeTranslator(&m_translator);
        if (!m_translator.load(QStringLiteral(":/languages/carewall_%1.qm").arg(language))) qFatal("no translation");
        QCoreApplication::installTranslator(&m_translator);
        return ui::Words{core::languageOf(language.toStdString())};
    }
};

void TestWords::init()
{
    QLocale::setDefault(QLocale::c());
}

void TestWords::says_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("fa");
    QTest::addColumn<QString>("ru");
    QTest::addColumn<QString>("de");
    const auto row = [](const char* what, const char* en, const char* fa, const char* ru, const char* de) {
        QTest::newRow(what) << QString::fromUtf8(what) << QString::fromUtf8(en) << QString::fromUtf8(fa)
                            << QString::fromUtf8(ru) << QString::fromUtf8(de);
    };
    row("7 s", "0:07", "۰:۰۷", "0:07", "0:07");
    row("272 s", "4:32", "۴:۳۲", "4:32", "4:32");
    row("65 min", "1 h 05", "۱ س ۰۵", "1 ч 05", "1 h 05");
    row("51 h", "2 d 3 h", "۲ روز ۳ س", "2 д 3 ч", "2 T 3 h");
    row("412 d", "412 d", "۴۱۲ روز", "412 д", "412 T");
    row("span 20 s", "20 s", "۲۰ ثانیه", "20 с", "20 s");
    row("span 24 h", "24 h", "۲۴ ساعت", "24 ч", "24 h");
    row("count 1204", "1,204", "۱٬۲۰۴", "1\u00A0204", "1.204");
    row("count 123456", "123 k", "۱۲۳ هزار", "123 тыс.", "123 Tsd.");
    row("percent 0.823", "82 %", "۸۲\u200F٪", "82 %", "82 %");
    row("n 124", "n 124", "۱۲۴ مورد", "n 124", "n 124");
    row("change 12", "+12", "+۱۲", "+12", "+12");
    row("change -3", "\u22123", "\u2212۳", "\u22123", "\u22123");
    row("change 0", "0", "۰", "0", "0");
    row("sentiment -0.5", "\u221250", "\u2212۵۰", "\u221250", "\u221250");
    row("1 silent", "1 queue silent", "۱ صف بی\u200Cخبر", "1 очередь молчит", "1 Queue stumm");
    row("2 silent", "2 queues silent", "۲ صف بی\u200Cخبر", "2 очереди молчат", "2 Queues stumm");
    row("5 silent", "5 queues silent", "۵ صف بی\u200Cخبر", "5 очередей молчат", "5 Queues stumm");
    row("date", "Tuesday 3 June", "سه\u200Cشنبه ۱۳ خرداد", "вторник, 3 июня", "Dienstag, 3. Juni");
    row("time", "14:02", "۱۴:۰۲", "14:02", "14:02");
    row("replay", "replay ×60", "بازپخش ×۶۰", "повтор ×60", "Wiedergabe ×60");
    row("ended", "replay ended", "پایان بازپخش", "повтор: конец", "Wiedergabe: Ende");
    row("silent", "silent for 4 min", "۴ دقیقه بی\u200Cخبر", "молчит 4 мин", "stumm seit 4 min");
}

void TestWords::says()
{
    QFETCH(QString, what);
    const auto saying = [&](const ui::Words& words) -> QString {
        if (what == "7 s") return words.duration(7900ms);
        if (what == "272 s") return words.duration(272s);
        if (what == "65 min") return words.duration(65min);
        if (what == "51 h") return words.duration(51h);
        if (what == "412 d") return words.duration(412 * 24h);
        if (what == "span 20 s") return words.span(20s);
        if (what == "span 24 h") return words.span(24h);
        if (what == "count 1204") return words.count(1204);
        if (what == "count 123456") return words.count(123456);
        if (what == "percent 0.823") return words.percent(0.823);
        if (what == "n 124") return words.samples(124);
        if (what == "change 12") return words.change(12);
        if (what == "change -3") return words.change(-3);
        if (what == "change 0") return words.change(0);
        if (what == "sentiment -0.5") return words.sentiment(-0.5);
        if (what.endsWith("silent") && what.size() > 6) return words.silentQueues(what.front().digitValue());
        if (what == "date") return words.date(support::sampleInstant().wall);
        if (what == "time") return words.timeOfDay(support::sampleInstant().wall);
        if (what == "replay") return words.clock(support::sampleFloor("replay"), support::sampleInstant());
        if (what == "ended") return words.clock(support::sampleFloor("ended"), support::sampleInstant());
        return words.freshness(core::Freshness::Silent, core::Milliseconds{4min});
    };
    QFETCH(QString, en);
    QFETCH(QString, fa);
    QFETCH(QString, ru);
    QFETCH(QString, de);
    QCOMPARE(saying(speak("en")), en);
    QCOMPARE(saying(speak("fa")), fa);
    QCOMPARE(saying(speak("ru")), ru);
    QCOMPARE(saying(speak("de")), de);
}

void TestWords::durationNeverGrowsLong()
{
    const ui::Words words = speak("en");
    for (core::Milliseconds time{0}; time.count() >= 0 && time < 400'000h; time = time * 13 / 7 + 1s)
        QVERIFY2(words.duration(time).size() <= 8, qPrintable(words.duration(time)));
    QCOMPARE(words.duration(-5s), "0:00");
    QCOMPARE(words.duration(std::optional<double>{}), QString{QChar{0x2013}});
    QCOMPARE(words.duration(std::optional{std::numeric_limits<double>::infinity()}), QString{QChar{0x2013}});
    QVERIFY(words.duration(std::optional{1e300}).endsWith(" d"));
}

void TestWords::percentNeverRoundsUp()
{
    const ui::Words words = speak("en");
    QCOMPARE(words.percent(0.7999), "79 %");
    QCOMPARE(words.percent(0.8), "80 %");
    QCOMPARE(words.percent(0.29), "29 %");  // 0.29 * 100 is 28.999999999999996
    QCOMPARE(words.percent(7), "100 %");
}

void TestWords::countsHoldAnything()
{
    const ui::Words words = speak("en");
    QCOMPARE(words.count(99'999), "99,999");
    QCOMPARE(words.count(999'999), "999 k");
    QCOMPARE(words.count(9'999'999), "9.9 M");
    QCOMPARE(words.count(12'345'678'901), "12 bn");
    QCOMPARE(words.count(10'000'000), "10 M");
    QCOMPARE(words.roughCount(12'345), "12 k");
    QCOMPARE(words.change(std::numeric_limits<std::int64_t>::min()), QString{QChar{0x2212}} + "9,223,372,036 bn");
}

void TestWords::foreignWordsDoNotTurnTheLine()
{
    core::QueueFigures queue;
    queue.channel = "pager";
    queue.agents = core::Agents{3, 4, 2};
    const QString line = speak("fa").detail(queue, {});
    QVERIFY2(line.isRightToLeft(), qPrintable(line));
    QVERIFY(line.contains(QString{QChar{0x2068}} + "pager" + QChar{0x2069}));
}

void TestWords::channelsThatAllKnowAreTranslated()
{
    core::QueueFigures queue;
    queue.channel = "phone";
    queue.agents = core::Agents{};
    const auto said = [&](const char* language) {
        const ui::Words words = speak(language);
        return QStringList{words.detail(queue, {}), ui::GroupWords{words}.channel(queue.channel),
                           ui::AlarmWords{words}.needed(queue), ui::MomentWords{words}.from("", queue.channel)}
            .join(QLatin1Char{'|'});
    };
    const std::vector<std::pair<const char*, const char*>> phones{
        {"en", "phone"}, {"fa", "تلفن"}, {"de", "Telefon"}, {"ru", "телефон"}};
    for (const auto& [language, word] : phones)
        QVERIFY2(said(language).count(QString::fromUtf8(word)) == 4, qPrintable(said(language)));
    const ui::Words words = speak("de");
    for (const char* told : {"email", "E-Mail", "e-mail", "mail"})
        QCOMPARE(words.channel(told), "E-Mail");
    QCOMPARE(words.channel("Live Chat"), "Chat");
    // One that only the floor knows is drawn as it came, and may not turn the line around.
    const QString isolated = QString{QChar{0x2068}} + "carrier pigeons";
    QCOMPARE(words.channel("carrier pigeons"), isolated + QChar{0x2069});
    QCOMPARE(words.channel("carrier pigeons", 7), QString{QChar{0x2068}} + "carrier" + QChar{0x2026} + QChar{0x2069});
}

void TestWords::closedQueuesSayWhenTheyOpen()
{
    const ui::Words words = speak("en");
    core::QueueFigures queue;
    queue.tone = core::Tone::Closed;
    const core::WallTime monday{std::chrono::hours{24 * 4 + 20}};  // 5 January 1970, 20:00
    QCOMPARE(words.detail(queue, monday), "closed");
    queue.opens = monday + std::chrono::hours{2};
    QCOMPARE(words.detail(queue, monday), "closed, opens 22:00");
    queue.opens = monday + std::chrono::hours{12};
    QCOMPARE(words.detail(queue, monday), "closed, opens Tue 08:00");
    queue.opens = monday + std::chrono::hours{24 * 9 + 12};
    QCOMPARE(words.detail(queue, monday), "closed, opens 15 Jan 08:00");
}

void TestWords::forecastsSayWhatIsToCome()
{
    const ui::Words words = speak("en");
    core::QueueFigures queue;
    queue.forecast.none = core::NoForecast::NotInOrder;
    QCOMPARE(words.breachForecast(queue, {}), "no forecast: out of order");
    queue.forecast.none.reset();
    const core::WallTime now = support::sampleInstant().wall;  // 14:02
    const auto together = [](QString text) { return text.replace(QLatin1Char{' '}, QChar{0x00A0}); };
    QCOMPARE(words.breachForecast(queue, now), "nobody late by 14:32");
    queue.forecast.breaches_30min = 1.2;
    QCOMPARE(words.breachForecast(queue, now), "1 more late by 14:32");
    queue.forecast.breaches_10min = 2.6;
    queue.forecast.breaches_30min = 8.2;
    QCOMPARE(words.breachForecast(queue, now),
             together("3 more late by 14:12,") + QLatin1Char{' '} + together("8 by 14:32"));
    QCOMPARE(words.nextWaits({270, 130, 540}), QString{"wait 4:30 (2:10"} + QChar{0x2013} + "9:00)");
    QCOMPARE(words.clearIn(std::chrono::minutes{12}), "empty in 12 min");
    QCOMPARE(words.clearIn(std::nullopt), "empty: not at this pace");
    const std::vector<std::pair<double, const char*>> levels{{0.5, "0.5 s"}, {1, "1 s"},     {3.75, "4 s"},
                                                             {60, "60 s"},   {120, "2 min"}, {3600, "1 h"},
                                                             {7200, "2 h"},  {5400, "2 h"},  {10 * 86400.0, "10 d"}};
    for (const auto& [seconds, said] : levels)
        QCOMPARE(words.level(seconds), said);
}

void TestWords::alarmsSayWhatCalled()
{
    const ui::Words words = speak("en");
    const ui::AlarmWords says{words};
    const core::WallTime now = support::sampleInstant().wall;  // 14:02
    core::QueueFigures queue;
    queue.target = {std::chrono::minutes{15}, 0.8};
    queue.waiting = 7;
    queue.service_level = {77, 100};
    queue.hour_level = {54, 100};
    queue.forecast.breaches_10min = 1;
    const auto plain = [](QString text) { return text.replace(QChar{0x00A0}, QLatin1Char{' '}); };
    QCOMPARE(plain(says.trouble(queue, now)), "54 % in time in the last hour, target 80 %. 1 more late by 14:12.");
    queue.hour_level = {9, 10};
    QCOMPARE(plain(says.trouble(queue, now)), "1 more late by 14:12.");
    QCOMPARE(says.since(now, true), "since 14:02");
    QCOMPARE(says.since(now, false), "seen since 14:02");
    QCOMPARE(says.longestWait(queue.target), ui::Words::orBrief("longest wait, target 15:00", "longest wait"));
    QCOMPARE(says.longestWait({}), "longest wait");
}

void TestWords::groupsAreToldFromQueues()
{
    const auto said = [this](const char* language) {
        const ui::Words words = speak(language);
        const ui::GroupWords groups{words};
        QStringList all{groups.channel("phone"), groups.team("North")};
        for (const std::size_t n : {1, 3, 5, 21})
            all << groups.queues(n, 14);
        return all.join(QStringLiteral("; ")).remove(QChar{0x2068}).remove(QChar{0x2069}).remove(QChar{0x200F});
    };
    QCOMPARE(said("en"), QString::fromUtf8("channel: phone; team: North; 1 queue, 14 waiting; 3 queues, 14 waiting; "
                                           "5 queues, 14 waiting; 21 queues, 14 waiting"));
    QCOMPARE(said("ru"), QString::fromUtf8("канал: телефон; команда: North; 1 очередь, ждут 14; 3 очереди, ждут 14; "
                                           "5 очередей, ждут 14; 21 очередь, ждут 14"));
    QCOMPARE(said("de"), QString::fromUtf8("Kanal: Telefon; Team: North; 14 in 1 Queue; 14 in 3 Queues; "
                                           "14 in 5 Queues; 14 in 21 Queues"));
    QCOMPARE(said("fa").section(QStringLiteral("; "), 0, 2),
             QString::fromUtf8("کانال: تلفن; تیم: North; ۱ صف، ۱۴ نفر در انتظار"));
}

void TestWords::coverageIsSaid()
{
    const ui::Words words = speak("en");
    const core::WallTime now{std::chrono::hours{24 * 4 + 12}};
    core::ResponseFigure figure;
    figure.n = 40;
    figure.since = now - std::chrono::minutes{60};
    figure.covered = std::chrono::minutes{52};
    QCOMPARE(words.rests(figure, false, now), "52 of 60 min, n 40");
    figure.covered = std::chrono::minutes{58};
    QCOMPARE(words.rests(figure, false, now), "last hour, n 40");
    figure.since = now - std::chrono::minutes{20};
    QCOMPARE(words.rests(figure, false, now), "since 11:40, n 40");
}

void TestWords::theTableOfLanguagesAgreesWithQts()
{
    for (const core::Language& each : core::languages) {
        const ui::Words words{each};
        const QLocale& locale = words.locale();
        QCOMPARE(locale.name().section(QLatin1Char{'_'}, 0, 0), QString::fromUtf8(each.code.data()));
        QCOMPARE(locale.zeroDigit(), QString{QChar{each.zero}});
        QCOMPARE(words.rightToLeft(), locale.textDirection() == Qt::RightToLeft);
        QCOMPARE(locale.nativeLanguageName().section(QLatin1Char{' '}, -1).toLower(),
                 QString::fromUtf8(each.name.data()).toLower());
        QVERIFY(QFile::exists(QStringLiteral(":/languages/carewall_%1.qm").arg(QString::fromUtf8(each.code.data()))));
    }
    QCOMPARE(core::languageOf("xx").code, core::source_language);
}

void TestWords::everySentenceIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    for (const core::Language& each : core::languages)
        if (each.code != core::source_language)
            QTest::newRow(each.code.data()) << QString::fromStdString(std::string{each.code});
}

void TestWords::everySentenceIsTranslated()
{
    QFETCH(QString, language);
    QFile file{QStringLiteral(CAREWALL_SOURCE_DIR "/app/ui/languages/carewall_%1.ts").arg(language)};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(!text.contains("type=\"unfinished\""), "a sentence without a translation");
    QVERIFY(text.count("<message") > 50);
}

void TestWords::eachReasonOfTheLinkIsSaidInEachLanguage()
{
    constexpr int last = static_cast<int>(core::LinkReason::Other);
    std::set<QString> said;  // in any language: none is said in another's words
    for (const core::Language& each : core::languages) {
        const QString language = QString::fromStdString(std::string{each.code});
        const ui::Words words = speak(language);
        for (int i = 1; i <= last; ++i) {
            const auto reason = static_cast<core::LinkReason>(i);
            for (const QString& text : {ui::LinkWords::brief(reason), ui::LinkWords::full(reason)})
                QVERIFY2(!text.isEmpty() && said.insert(text).second,
                         qPrintable(QStringLiteral("%1, reason %2: %3").arg(language).arg(i).arg(text)));
        }
        QVERIFY(ui::LinkWords::full(core::LinkReason::CertificateNotTrusted).contains("ca_file"));
        QVERIFY(ui::LinkWords::full(core::LinkReason::Credentials).contains("password_file"));
        core::State state = support::sampleFloor("down");
        for (const bool awaits : {false, true}) {
            if (awaits) state.queues.clear(), state.voices.clear();
            const QString strip = words.linkDown(state, support::sampleInstant());
            QCOMPARE(strip.contains(ui::LinkWords::full(core::LinkReason::Refused)), !awaits);
        }
        QCOMPARE(words.trouble(state, {}, support::sampleInstant()), ui::LinkWords::brief(core::LinkReason::Refused));
    }
    QVERIFY(ui::LinkWords::brief(core::LinkReason::None).isEmpty());
    QVERIFY(ui::LinkWords::detailed(core::LinkReason::None, "words").isEmpty());
}

void TestWords::oneTermIsOneWord()
{
    const auto read = [](const QString& name) {
        QFile file{QStringLiteral(CAREWALL_SOURCE_DIR "/app/ui/languages/") + name};
        if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(name));
        return QString::fromUtf8(file.readAll());
    };
    static const QRegularExpression told{QStringLiteral("<(?:translation|numerusform)>([^<]+)<")};
    static const QRegularExpression entry{QStringLiteral("^(\\w+)  ([^:]+): ([^:]+): (.+)$")};
    int terms = 0;
    for (const QString& line : read("glossary.txt").split('\n')) {
        if (line.startsWith('#') || line.isEmpty()) continue;
        const QRegularExpressionMatch term = entry.match(line);
        QVERIFY2(term.hasMatch(), qPrintable(line));
        ++terms;
        const QString translations = read(QStringLiteral("carewall_%1.ts").arg(term.captured(1)));
        for (const QString& variant : term.captured(4).split(QStringLiteral(" | "))) {
            const QRegularExpression forbidden{variant, QRegularExpression::UseUnicodePropertiesOption};
            QVERIFY2(forbidden.isValid(), qPrintable(variant));
            for (auto found = told.globalMatch(translations); found.hasNext();) {
                const QString saying = found.next().captured(1);
                QVERIFY2(!saying.contains(forbidden),
                         qPrintable(QStringLiteral("%1 is called %2 in %3, not as in: %4")
                                        .arg(term.captured(2), term.captured(3), term.captured(1), saying)));
            }
        }
    }
    QVERIFY(terms > 15);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
