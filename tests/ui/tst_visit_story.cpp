// Goal: whoever walks past is told how the floor is doing, beside its targets and its week, and never a name; a moment
// is told whole and in its turn; a closed floor says when it opens and how the day went.
// Method: the sample days changed in one place; the stories in words, in English, Persian and Russian.
#include "ui/sample_floor.h"

#include "core/calendar.h"
#include "core/figures/figures.h"
#include "ui/closed/closed_story.h"
#include "ui/moments/moment_story.h"
#include "ui/visit/visit_story.h"
#include "ui/words/tone.h"

#include <QTest>
#include <QTranslator>

using namespace carewall;
using namespace std::chrono_literals;

class TestVisitStory : public QObject {
    Q_OBJECT

private:
    core::State m_state;
    QTranslator m_translator;

    ui::Words speak(const QString& language)
    {
        QCoreApplication::removeTranslator(&m_translator);
        if (!m_translator.load(QStringLiteral(":/languages/carewall_%1.qm").arg(language))) qFatal("no translation");
        QCoreApplication::installTranslator(&m_translator);
        return ui::Words{core::languageOf(language.toStdString())};
    }
    core::FloorFigures figures(const core::TrendsNow& trends = {})
    {
        return core::figures(m_state, support::sampleInstant(), trends);
    }
    ui::VisitStory visit(const QString& language = "en", const core::TrendsNow& trends = {})
    {
        const ui::Words words = speak(language);
        return ui::visitStory(words, figures(trends), m_state, support::sampleInstant());
    }
    ui::MomentFacts moments(int page, const QString& language = "en")
    {
        const ui::Words words = speak(language);
        return ui::momentFacts(words, figures(), m_state, page);
    }
    ui::ClosedFacts closed(const QString& language = "en")
    {
        const ui::Words words = speak(language);
        return ui::closedFacts(words, figures(), m_state);
    }
    static QStringList keys(const ui::VisitStory& story)
    {
        QStringList keys;
        for (const ui::YardstickRow& row : story.rows)
            keys << row.key;
        return keys;
    }
    static QString all(const ui::VisitStory& story)
    {
        const ui::VisitFacts& facts = story.facts;
        QStringList said{facts.sentence,    facts.trend,  facts.trend_rests,
                         facts.trend_stage, facts.moment, facts.moment_from};
        for (const ui::YardstickRow& row : story.rows)
            said << row.label << row.figure << row.target << row.rests;
        return said.join('\n');
    }

private Q_SLOTS:
    void init() { m_state = support::sampleFloor("visit"); }

    void fourFiguresBesideTheirTargets()
    {
        const ui::VisitStory story = visit();
        QCOMPARE(keys(story), (QStringList{"in_time", "tail", "single", "metric csat"}));
        QCOMPARE(story.rows[0].figure, "77 %");
        QCOMPARE(story.rows[0].target, "target 80 %");
        QCOMPARE(story.rows[0].tone, int{ui::Tone::Watch});
        QCOMPARE(QString{story.rows[1].target}.replace(QChar{0xA0}, QChar{' '}),
                 ui::Words::orBrief("target 80 % in 20 s", "80 % in 20 s"));
        QVERIFY2(story.rows[1].rests.contains("half 0:"), qPrintable(story.rows[1].rests));
        QVERIFY(story.rows[2].target.startsWith("usual "));
        QCOMPARE(story.rows[3].figure, "4.3");
        QCOMPARE(story.rows[3].target, QString{"target 4.5"} + QChar{0xA0} + "/ 5");
        QCOMPARE(story.rows[3].tone, int{ui::Tone::Watch});
    }

    void theTailSaysWhomItIsOf()
    {
        const auto rests = [this](const char* language) { return visit(language).rows[1].rests.remove(QChar{0x200F}); };
        QVERIFY2(rests("en").startsWith("phone"), qPrintable(rests("en")));
        QVERIFY2(rests("de").startsWith("Telefon"), qPrintable(rests("de")));
        // A queue of the same channel that promises another time is not in it.
        m_state.queues["slow"] = m_state.queues.at("sales");
        m_state.queues.at("slow").sources.at("desk").now->report.target.within = 30s;
        QVERIFY2(rests("en").startsWith("2 of 8 queues"), qPrintable(rests("en")));
        QVERIFY2(rests("de").startsWith("2 von 8 Queues"), qPrintable(rests("de")));
        QVERIFY2(rests("ru").startsWith(QString::fromUtf8("2 из 8 очередей")), qPrintable(rests("ru")));
        QVERIFY2(rests("fa").startsWith(QString::fromUtf8("۲ از ۸ صف")), qPrintable(rests("fa")));
    }

    void daysNobodyKnowsAreNotKnown()
    {
        const ui::VisitStory story = visit();
        QCOMPARE(story.facts.days.size(), 7);
        QCOMPARE(story.facts.days.last(), "T");
        for (const ui::YardstickRow& row : story.rows) {
            QCOMPARE(row.week.size(), 7);
            for (int i = 0; i < 7; ++i)
                QCOMPARE(row.week[i] < 0, i == 2 && !row.key.startsWith("metric"));
            QVERIFY(*std::ranges::max_element(row.week) <= 1);
        }
        QVERIFY(story.rows[0].mark >= 0 && story.rows[0].mark <= 1);
        QVERIFY2(story.rows[0].week[6] < story.rows[0].mark, "today is below its target");
        m_state.history.clear();
        for (const ui::YardstickRow& row : visit().rows)
            if (!row.key.startsWith("metric"))
                for (int i = 0; i < 6; ++i)
                    QVERIFY(row.week[i] < 0);
    }

    void whatIsNotToldIsReplaced()
    {
        m_state.metrics.clear();
        QCOMPARE(keys(visit()), (QStringList{"in_time", "tail", "single", "mood"}));
        m_state.history.clear();
        for (auto& [id, queue] : m_state.queues)
            for (auto& [name, source] : queue.sources)
                for (core::Tally& slot : source.day->report.slots)
                    slot.resolved = slot.fcr = 0;
        QCOMPARE(keys(visit()).last(), "single");
        core::Metric plain;
        plain.value = 12.34;
        m_state.metrics["applause"].report = plain;
        QCOMPARE(keys(visit()), (QStringList{"in_time", "tail", "mood", "metric applause"}));
        QCOMPARE(visit().rows.back().figure, "12.3");
        QCOMPARE(visit().rows.back().target, "no target");
        for (auto& [id, queue] : m_state.queues)
            queue = {};
        m_state.voices.clear();
        QCOMPARE(keys(visit()), (QStringList{"in_time", "tail", "metric applause", "single"}));
        QVERIFY(visit().facts.sentence.startsWith("Nobody has been answered yet today"));
    }

    void whereNoQueueReportsNoneIsMissed()
    {
        const core::Metric csat = m_state.metrics.at("csat").report;
        m_state = {};
        m_state.metrics["csat"].report = csat;
        QCOMPARE(keys(visit()), QStringList{"metric csat"});
        QCOMPARE(visit().facts.sentence, "No queue has reported yet.");
    }

    void oneSentenceSaysHowItGoes()
    {
        QCOMPARE(visit().facts.sentence, QString{"Answers take a little longer than promised today; 1"} + QChar{0xA0} +
                                             "queue needs help now.");
        for (const char* id : {"tech", "billing", "community", "russian", "orders"})
            m_state.queues.erase(id);
        QCOMPARE(visit().facts.sentence, "Customers are answered as promised today; nobody waits too long.");
        for (auto& [id, queue] : m_state.queues)
            for (auto& [name, source] : queue.sources)
                for (core::Tally& slot : source.day->report.slots)
                    slot.answered_within_target = slot.answered / 2;
        QVERIFY(visit().facts.sentence.startsWith("Too many customers wait longer than promised today; 1"));
        QVERIFY(visit("ru").facts.sentence.contains(QString{"1"} + QChar{0xA0} +
                                                    QString::fromUtf8("\u043E\u0447\u0435\u0440\u0435\u0434\u0438")));
        m_state = support::sampleFloor("closed");
        QCOMPARE(visit().facts.sentence, "The floor is closed until tomorrow 08:00.");
    }

    void nobodyIsNamed()
    {
        for (auto& [id, held] : m_state.moments)
            held.report.thanks = "Mara and Ali";
        m_state.moments.at("d").report.text = "Then MARA waited until all was well.";
        const ui::VisitStory story = visit();
        QVERIFY(!all(story).contains("Mara", Qt::CaseInsensitive));
        QVERIFY2(!story.facts.moment.isEmpty(), "another one names nobody");
        // A name in a story cannot be told from another word: its writer has to say that there is none.
        m_state.moments.at("d").report.thanks.clear();
        m_state.moments.at("d").report.names_nobody = false;
        QVERIFY(!all(visit()).contains("Mara", Qt::CaseInsensitive));
        std::erase_if(m_state.moments, [](const auto& each) { return each.first != "b"; });
        QCOMPARE(visit().facts.moment, QString{"1"} + QChar{0xA0} + "moment today");
        QVERIFY(visit().facts.moment_from.isEmpty());
        m_state.moments.at("b").report.names_nobody = true;
        QVERIFY2(!all(visit()).contains("Mara", Qt::CaseInsensitive), "whom it thanks is in it after all");
        // The wall's other scene thanks her.
        QCOMPARE(moments(0).thanks, "Thanks to " + QString{QChar{0x2068}} + "Mara and Ali" + QChar{0x2069});
        m_state.moments.clear();
        QVERIFY(visit().facts.moment.isEmpty());
        QVERIFY(visit().facts.moment_heading.isEmpty());
    }

    void onlyTheFloorsTeamsAreNamed()
    {
        const core::TrendsNow trends = support::sampleTrends("visit");
        core::IssueNote& note = m_state.notes["router"].report;
        note.hand_off = core::HandOff::HandedOff;
        for (const char* team : {"Technical", "contracts", "Technical  support"}) {
            note.to = team;
            QVERIFY2(all(visit("en", trends)).contains(note.to.c_str()), team);
        }
        note.to = "Mara";
        QCOMPARE(visit("en", trends).facts.trend_stage, "sent on");
        note.to = "Network operations";
        note.names_nobody = true;  // its writer says so
        QVERIFY(visit("en", trends).facts.trend_stage.contains("Network operations"));
        note.names_nobody = false;
        note.hand_off = core::HandOff::Acknowledged;
        QCOMPARE(visit("en", trends).facts.trend_stage, "acknowledged");
        core::Moment& moment = m_state.moments.at("d").report;
        QCOMPARE(visit().facts.moment_from.remove(QChar{0x2068}).remove(QChar{0x2069}),
                 QString{"Technical support "} + QChar{0xB7} + " phone");
        moment.team = "Mara";
        QCOMPARE(visit().facts.moment_from, "phone");
    }

    void customersOwnWordsAreNotForVisitors()
    {
        const ui::VisitStory story = visit();
        QCOMPARE(story.facts.trend, "Something new that nobody has named yet");
        QVERIFY(!all(story).contains("red light"));
        QVERIFY(!all(story).contains("cannot print"));
        const ui::VisitStory named = visit("en", support::sampleTrends("visit"));
        QCOMPARE(named.facts.trend, "Router offline after update");
        QCOMPARE(named.facts.trend_tone, int{ui::Tone::Watch});
        QVERIFY2(named.facts.trend_rests.contains("the usual"), qPrintable(named.facts.trend_rests));
        QVERIFY(!all(named).contains("red light"));
        // What nobody named is not shown by trending either, nor by its id when nobody speaks of it any more.
        core::TrendsNow trends = support::sampleTrends("visit");
        trends.issues.erase(trends.issues.begin() + 1, trends.issues.end());
        trends.issues.front().issue = "emerging-red-light";
        QCOMPARE(visit("en", trends).facts.trend, "Something new that nobody has named yet");
        trends.issues.front().issue = "emerging-gone";
        QCOMPARE(visit("en", trends).facts.trend, "Something unusual");
        m_state.notes["emerging-red-light"].report.label = "Fault of the new lamp";
        trends.issues.front().issue = "emerging-red-light";
        QCOMPARE(visit("en", trends).facts.trend, "Fault of the new lamp");
    }

    void whatIsOldSaysSo()
    {
        m_state.link = {core::LinkPhase::Down, "", support::sampleInstant()};
        const ui::VisitStory story = visit();
        QVERIFY(story.facts.fade > 0);
        for (const ui::YardstickRow& row : story.rows) {
            QVERIFY2(row.fade > 0, qPrintable(row.key));
            QCOMPARE(row.tone, int{ui::Tone::Calm});
        }
        QCOMPARE(visit("en", support::sampleTrends("visit")).facts.trend_tone, int{ui::Tone::Calm});
        QVERIFY2(story.rows[0].rests.contains("old"), qPrintable(story.rows[0].rests));
    }

    void momentsTakeTurnsNewestFirst()
    {
        m_state.moments.at("b").report.until = support::sampleInstant().wall - 1s;
        QCOMPARE(moments(0).count, "3");
        QCOMPARE(moments(0).place, "1 of 3");
        QVERIFY(moments(0).story.startsWith("Heard a smoke alarm"));
        QCOMPARE(moments(0).count_word, "moments today");
        QVERIFY(moments(2).story.startsWith("Stayed on the line"));
        QCOMPARE(moments(3), moments(0));
        QCOMPARE(moments(0).community, "10 %");
        QVERIFY(moments(0).community_word.startsWith("of 2,880 answers"));
        QCOMPARE(moments(0, "fa").count, QString{QChar{0x06F3}});
        m_state.moments.clear();
        QVERIFY(!moments(0).told);
        QVERIFY(moments(0).story.startsWith("No story yet today"));
    }

    void closedSaysWhenItOpensAndHowItWent()
    {
        m_state = support::sampleFloor("closed");
        ui::ClosedFacts facts = closed();
        QCOMPARE(facts.heading, "Closed until");
        QCOMPARE(facts.time, "08:00");
        QCOMPARE(facts.day, "tomorrow");
        QCOMPARE(facts.past, "Today");
        QCOMPARE(facts.sentence, "Answers took a little longer than promised.");
        QCOMPARE(facts.names, (QStringList{"answered", "in time", "waiting, answered from 08:00"}));
        QCOMPARE(facts.figures, (QStringList{"2,880", "77 %", "1,355"}));
        for (auto& [id, queue] : m_state.queues)
            for (auto& [name, source] : queue.sources)
                source.day->report.opening.hours = {
                    {id == "sales" ? 9h : 10h, 13h, static_cast<std::uint8_t>(id == "sales" ? 0b10000 : 0b100000)}};
        facts = closed();
        QCOMPARE(facts.time, "09:00");
        QCOMPARE(facts.day, "Thursday 5 June");
    }

    void closedTellsOfTheLastDayThatHadAnswers()
    {
        m_state = support::sampleFloor("closed");
        core::PastDay yesterday;
        yesterday.start = core::dayStart(core::dayStart(support::sampleInstant().wall) - 1h);
        yesterday.queues["tech"] = support::sampleTally(yesterday.start, 100, 95, 10);
        m_state.history = {yesterday};
        for (auto& [id, queue] : m_state.queues)
            for (auto& [name, source] : queue.sources) {
                source.day->report.slots.clear();
                source.now->report.waiting = id == "tech" ? 1 : 0;
            }
        const ui::ClosedFacts facts = closed();
        QCOMPARE(facts.past, "Yesterday");
        QCOMPARE(facts.sentence, "Customers were answered as promised.");
        QCOMPARE(facts.figures, (QStringList{"100", "95 %", "1"}));
        m_state.history.clear();
        QVERIFY(closed().past.isEmpty());
        QVERIFY(closed().sentence.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestVisitStory)
#include "tst_visit_story.moc"
