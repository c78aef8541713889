// Goal: Asterisk's log, read by the mapping that ships, counts what its AMI said of the same calls.
// Method: both recorded of one real Asterisk; rows of our own for what did not happen there; figures of each queue.

#include "connect/asterisk/ami_events.h"
#include "connect/asterisk/ami_messages.h"
#include "feed/ledger_figures.h"
#include "feed/run/ledger_options.h"
#include "feed/sources/file_source.h"
#include "feed/sources/live_source.h"
#include "feed/sources/mapping.h"
#include "feed/sources/row_reader.h"

#include <QtTest>

using namespace carewall;
using namespace carewall::support;

namespace {

const char* const log_path = CAREWALL_SOURCE_DIR "/tests/connect/asterisk/golden/queue_log";

}  // namespace

class TestQueueLog : public QObject {
    Q_OBJECT

    feed::Mapping m_mapping;
    std::unique_ptr<feed::RowReader> m_reader;

    feed::Ledger counted(const std::vector<feed::ConversationEvent>& events)
    {
        return ledgerOf(events, feed::ledgerOptions(m_mapping));
    }

private Q_SLOTS:
    void initTestCase();
    void theLogAndAmiAreOne();
    void whatElseTheLogTells();
    void followed();
};

void TestQueueLog::initTestCase()
{
    auto mapping = feed::loadMapping(CAREWALL_SOURCE_DIR "/platform/mappings/asterisk.toml");
    if (!mapping) qFatal("%s", mapping.error().c_str());
    m_mapping = std::move(*mapping);
    auto reader = feed::RowReader::make(m_mapping, "");
    if (!reader) qFatal("%s", reader.error().c_str());
    m_reader = std::move(*reader);
}

void TestQueueLog::theLogAndAmiAreOne()
{
    const feed::QueueNames names{m_mapping};
    const feed::Pseudonyms pseudonyms{"salt"};
    connect::AmiEvents ami{names, pseudonyms};
    core::Instant now{core::wallTimeFromMs(1'796'057'941'060), core::SteadyTime{}};
    std::vector<feed::ConversationEvent> live;
    for (const auto& message : parsed(recordedAmi())) {
        ami.take(message, now);
        const auto stamp = message.of("timestamp");
        if (!stamp.empty())
            now.wall = core::wallTimeFromMs(static_cast<std::int64_t>(std::stod(std::string{stamp}) * 1000));
    }
    ami.advanceTo({now.wall, now.steady + std::chrono::minutes{1}});
    while (auto event = ami.next())
        live.push_back(std::move(*event));

    auto files = feed::FileSource::open(m_mapping, *m_reader, {log_path});
    QVERIFY2(files, files ? "" : files.error().c_str());
    std::vector<feed::ConversationEvent> logged;
    while (true) {
        auto next = files->next();
        QVERIFY2(next, next ? "" : next.error().c_str());
        if (!*next) break;
        if ((*next)->at < core::wallTimeFromMs(1'796'058'000'000)) logged.push_back(std::move(**next));
    }
    for (const char* queue : {"billing", "repairs"})
        QCOMPARE(QString::fromStdString(figures(counted(live), queue)),
                 QString::fromStdString(figures(counted(logged), queue)));
    QCOMPARE(sum(counted(live), "billing").offered, 4U);
    QCOMPARE(sum(counted(live), "billing").answered, 3U);
    QCOMPARE(sum(counted(live), "billing").abandoned, 1U);
    QCOMPARE(sum(counted(live), "repairs").offered, 1U);
}

void TestQueueLog::whatElseTheLogTells()
{
    auto files = feed::FileSource::open(m_mapping, *m_reader, {log_path});
    QVERIFY(files);
    std::vector<feed::ConversationEvent> logged;
    std::string agents;
    while (true) {
        auto next = files->next();
        QVERIFY(next);
        if (!*next) break;
        if ((*next)->kind == feed::Kind::Agent && (*next)->queue == "billing")
            agents += std::to_string(static_cast<int>((*next)->agent.value_or(feed::AgentState::Busy)));
        logged.push_back(std::move(**next));
    }
    QCOMPARE(files->counts().refused, 0U);
    const feed::Ledger ledger = counted(logged);
    // Two more in 600: one answered and then handed on to repairs, from where it goes by key; one found no agents.
    QCOMPARE(sum(ledger, "billing").offered, 6U);
    QCOMPARE(sum(ledger, "billing").answered, 4U);
    QCOMPARE(sum(ledger, "billing").abandoned, 1U);
    QCOMPARE(sum(ledger, "repairs").offered, 2U);
    QCOMPARE(sum(ledger, "repairs").answered + sum(ledger, "repairs").abandoned, 0U);
    for (const auto& [id, queue] : ledger.queues())
        QVERIFY2(queue.waiting.empty(), id.c_str());
    QCOMPARE(agents, std::string{"2003"});  // away, available; available, gone
}

void TestQueueLog::followed()
{
    feed::LiveSource rows{*m_reader, feed::ofStandardInput(m_mapping), {}, "standard input", {}, -1};
    QFile file{log_path};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const core::WallTime now = core::wallTimeFromMs(1'796'060'000'000);
    QVERIFY(rows.take(file.readAll().toStdString(), now));
    QVERIFY(rows.finish(now));
    std::vector<feed::ConversationEvent> events;
    while (auto next = rows.next().value())
        events.push_back(std::move(*next));
    QCOMPARE(sum(counted(events), "billing").offered, 6U);
    QCOMPARE(sum(counted(events), "repairs").offered, 2U);
}

QTEST_GUILESS_MAIN(TestQueueLog)
#include "tst_queue_log.moc"
