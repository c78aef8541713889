// Goal: the Voice scene tells first what is most unusual, each thing once, and says when nothing is or can be known.
// Method: the sample voices changed in one place; the story in words, in English and Persian.
#include "ui/sample_floor.h"

#include "core/figures/figures.h"
#include "ui/voice/voice_story.h"
#include "ui/voice/voice_words.h"
#include "ui/words/tone.h"

#include <QTest>
#include <QTranslator>

using namespace carewall;
using namespace std::chrono_literals;

class TestVoiceStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theMostUnusualComesFirst();
    void theirWordsStandUnderWhatTheyExplain();
    void whatNobodyNamedStandsForItself();
    void anEndedBurstIsNoLongerTold();
    void whoHasItQuietsIt();
    void theCurveStandsBesideItsBand();
    void calmSaysSoAndWhatIsMostSpokenOf();
    void learningSaysSinceWhen();
    void withoutVoicesThereIsNothingToTell();
    void mentionsOfEverySizeAreTold();
    void wordsInPersian();

private:
    core::State m_state;
    core::TrendsNow m_trends;
    QTranslator m_translator;

    void sample(const char* variant)
    {
        m_state = support::sampleFloor(variant);
        m_trends = support::sampleTrends(variant);
    }
    ui::Words speak(const QString& language)
    {
        QCoreApplication::removeTranslator(&m_translator);
        if (!m_translator.load(QStringLiteral(":/languages/carewall_%1.qm").arg(language))) qFatal("no translation");
        QCoreApplication::installTranslator(&m_translator);
        return ui::Words{core::languageOf(language.toStdString())};
    }
    ui::VoiceStory story(const QString& language = "en")
    {
        const ui::Words words = speak(language);
        const core::Instant at = support::sampleInstant();
        return ui::voiceStory(words, core::figures(m_state, at, m_trends), m_state, at);
    }
    core::IssueMentions& newest(const char* issue)
    {
        auto& issues = m_state.voices.at("ears").now->report.open->issues;
        return *std::ranges::find(issues, issue, &core::IssueMentions::issue);
    }
};

void TestVoiceStory::init()
{
    sample("voices");
}

void TestVoiceStory::theMostUnusualComesFirst()
{
    const ui::VoiceStory told = story();
    QCOMPARE(told.top.label, QString("Router offline after update"));
    QCOMPARE(told.top.since, QString("since 13:00"));
    QCOMPARE(told.top.figure_word, QString("the usual"));
    QVERIFY2(told.top.figure.endsWith(QChar{0xD7}), qPrintable(told.top.figure));
    QVERIFY2(told.top.rests.endsWith("voices in 63 min"), qPrintable(told.top.rests));
    QCOMPARE(told.top.mood, -1);
    QStringList labels;
    for (const ui::SpokenRow& row : told.rows)
        labels << row.label;
    QCOMPARE(labels,
             (QStringList{"All voices together", "Billed twice",
                          QString{QChar{0x201C}} + QChar{0x2068} + "cannot print" + QChar{0x2069} + QChar{0x201D}}));
    QVERIFY(told.top.rows_trend);
}

void TestVoiceStory::theirWordsStandUnderWhatTheyExplain()
{
    QVERIFY(story().top.words.contains("red light blinks"));
    newest("emerging-red-light").emerging->part_of = "delivery";  // which does not trend
    const ui::VoiceStory told = story();
    QCOMPARE(told.top.words, QString{});
    QVERIFY(told.rows.back().label.contains("red light") || told.rows.back().label.contains("cannot print"));
    QVERIFY(std::ranges::any_of(told.rows, [](const auto& row) { return row.detail.contains("Delivery late"); }));
}

void TestVoiceStory::whatNobodyNamedStandsForItself()
{
    sample("voices-few");
    const ui::VoiceStory told = story();
    QVERIFY2(told.top.since.startsWith("new words since 13:04"), qPrintable(told.top.since));
    QVERIFY(!told.top.values.isEmpty());
    QCOMPARE(told.top.high.size(), told.top.values.size());
    newest("emerging-red-light").emerging->usual_per_hour = 0;
    newest("emerging-cannot-print").emerging->usual_per_hour = 0;
    const ui::TrendFacts top = story().top;  // no usual, no times it
    QCOMPARE(top.figure_word, QString{});
    QVERIFY(top.rests.startsWith(top.figure));
}

void TestVoiceStory::anEndedBurstIsNoLongerTold()
{
    sample("voices-few");
    for (const char* issue : {"emerging-red-light", "emerging-cannot-print"})
        newest(issue).emerging->until = support::sampleInstant().wall - 1min;
    QCOMPARE(story().top.label, QString("Nothing unusual"));
}

void TestVoiceStory::whoHasItQuietsIt()
{
    QCOMPARE(story().top.tone, int{ui::Tone::Watch});
    QCOMPARE(story().top.stage, QString("nobody has it yet"));
    core::IssueNote note;
    note.to = "B";
    const auto stage = [&](core::HandOff now) {
        note.hand_off = now;
        m_state.notes["router"] = {note, support::sampleInstant()};
        return story().top;
    };
    QCOMPARE(stage(core::HandOff::New).tone, int{ui::Tone::Watch});
    QCOMPARE(stage(core::HandOff::HandedOff).tone, int{ui::Tone::Calm});
    QVERIFY(stage(core::HandOff::HandedOff).stage.startsWith("sent to"));
    QVERIFY(stage(core::HandOff::Acknowledged).stage.startsWith("acknowledged by"));
    QCOMPARE(stage(core::HandOff::Resolved).stage, QString("resolved"));
}

void TestVoiceStory::theCurveStandsBesideItsBand()
{
    const ui::TrendFacts top = story().top;
    QVERIFY(top.values.size() >= 8);
    QCOMPARE(top.low.size(), top.values.size());
    QCOMPARE(top.high.size(), top.values.size());
    QVERIFY(top.values.front() <= top.high.front());
    QVERIFY(top.values.back() > top.high.back());
    QVERIFY2(top.caption.startsWith("voices an hour, usual "), qPrintable(top.caption));
    m_trends.issues.front().band.clear();  // then half hours beside what is usual now
    const ui::TrendFacts day = story().top;
    QVERIFY(day.values.size() >= 20);
    QVERIFY(day.values.back() > day.high.back());
}

void TestVoiceStory::calmSaysSoAndWhatIsMostSpokenOf()
{
    sample("voices-calm");
    const ui::VoiceStory told = story();
    QCOMPARE(told.top.label, QString("Nothing unusual"));
    QCOMPARE(told.top.since, QString("against the usual since 24 April"));
    QCOMPARE(told.top.tone, int{ui::Tone::Calm});
    QCOMPARE(told.top.rows_heading, ui::Words::orBrief("Most spoken of, 3 h", "Most spoken of"));
    QCOMPARE(told.rows.front().label, QString("Router offline after update"));
    QVERIFY(!told.top.rows_trend);
    QVERIFY(told.top.high.isEmpty());
}

void TestVoiceStory::learningSaysSinceWhen()
{
    sample("voices-learning");
    QCOMPARE(story().top.label, QString("Learning what is usual"));
    QCOMPARE(story().top.since, QString("since 05:02"));
    m_trends.since = support::sampleInstant().wall - 50h;
    QCOMPARE(story().top.label, QString("Nothing unusual"));
    QCOMPARE(story().top.since, QString("learning since Sun 12:02"));
}

void TestVoiceStory::withoutVoicesThereIsNothingToTell()
{
    m_state.voices.clear();
    m_trends = {};
    const ui::VoiceStory told = story();
    QCOMPARE(told.top.label, QString("No voices yet"));
    QVERIFY(told.rows.empty());
    QVERIFY(told.top.values.isEmpty());
    QCOMPARE(told.top.rows_heading, QString{});
    QCOMPARE(told.speech.ladder.front(), QString{QChar{0x2013}});
}

void TestVoiceStory::mentionsOfEverySizeAreTold()
{
    const ui::Words words = speak("en");
    const ui::VoiceWords voice{words};
    QCOMPARE(voice.voices(1, 5min), "1 voice in 5 min");
    QCOMPARE(voice.voices(9'999'999, 2h), "9.9 M voices in 2 h");
    QCOMPARE(voice.times(5.94), QStringLiteral("5.9 \u00D7"));
    QCOMPARE(voice.times(9.96), QStringLiteral("10 \u00D7"));
    QCOMPARE(voice.times(1e30), QStringLiteral("999 \u00D7"));
    const ui::Words russian = speak("ru");
    QCOMPARE(ui::VoiceWords{russian}.voices(22, 2h), QStringLiteral("22 отзыва за 2 ч"));
    QCOMPARE(ui::VoiceWords{russian}.voices(25, 2h), QStringLiteral("25 отзывов за 2 ч"));
}

void TestVoiceStory::wordsInPersian()
{
    const ui::VoiceStory told = story("fa");
    QCOMPARE(told.top.since, QStringLiteral("از ۱۳:۰۰"));
    QVERIFY(told.top.words.isRightToLeft());
    QVERIFY(told.rows.back().detail.isRightToLeft());
    sample("voices-calm");
    QVERIFY(story("fa").top.since.endsWith(QStringLiteral("۴ اردیبهشت")));
}

QTEST_GUILESS_MAIN(TestVoiceStory)
#include "tst_voice_story.moc"
