// Goal: rows are handed out as they come in, whatever pieces they come in, and the source says how to wait for more.
// Method: pieces handed to it, and a pipe that it reads itself; invented times.

#include "feed/conversation/timestamp.h"
#include "feed/sources/live_source.h"
#include "support/compare.h"

#include <QtTest>
#include <unistd.h>

#include <array>
#include <cerrno>

using namespace carewall;
using feed::Format;
using feed::Kind;

namespace {

const core::WallTime noon = *feed::parseTime("2024-07-01T12:00:00Z");

core::Instant later(std::int64_t ms)
{
    return {noon + core::Milliseconds{ms}, core::SteadyTime{core::Milliseconds{5'000 + ms}}};
}

/// Both ends of a pipe.
struct Pipe {
    std::array<int, 2> ends{-1, -1};
    Pipe()
    {
        [&] { QCOMPARE(::pipe(ends.data()), 0); }();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe()
    {
        ::close(ends[0]);
        hangUp();
    }
    void write(const std::string& text) const
    {
        QCOMPARE(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    void hangUp()
    {
        if (ends[1] >= 0) ::close(ends[1]);
        ends[1] = -1;
    }
};

}  // namespace

class TestLiveSource : public QObject {
    Q_OBJECT

    feed::Mapping m_mapping = feed::plainMapping();
    std::unique_ptr<feed::RowReader> m_reader = *feed::RowReader::make(m_mapping, "");

    feed::LiveSource made(std::optional<Format> format = {}, int descriptor = -1, feed::RefusalLimit limit = {})
    {
        return {*m_reader, m_mapping.files.front(), format, "standard input", limit, descriptor};
    }
    /// "11:59 1, 12:00 2", with what went wrong behind.
    static std::string handedOut(feed::Source& source)
    {
        std::string all;
        while (true) {
            const auto next = source.next();
            if (!next) return all + "STOP " + next.error();
            if (!*next) return all;
            all +=
                (all.empty() ? "" : ", ") + feed::formatTime((*next)->at).substr(11, 5) + " " + (*next)->conversation;
        }
    }

private Q_SLOTS:
    void rowsComeAtOnce();
    void theFirstByteTellsTheFormat();
    void aFormatThatIsToldStands();
    void aPipeIsReadAsItFills();
    void theLastRowNeedsNoLineEnd();
    void anEndWithoutAWord();
    void tooManyUnreadableRowsStopIt();
    void theFileOfStandardInput();
};

void TestLiveSource::rowsComeAtOnce()
{
    feed::LiveSource live = made(Format::Json);
    QVERIFY(live.take(R"({"event": "asked", "conversation": "1", "queue": "Mail", "time": "2024-07-01T11:59Z"}
{"event": "replied", "conversation": "1", "role": "community", "ti)",
                      noon));
    QCOMPARE(handedOut(live), std::string{"11:59 1"});
    QVERIFY(live.take("me\": \"2024-07-01T12:04Z\"}\nnonsense\n", noon));
    const auto rest = live.next();
    QVERIFY(rest && *rest);
    QVERIFY((*rest)->at == noon && (*rest)->by == feed::Role::Community && (*rest)->kind == Kind::Replied);
    QCOMPARE(live.counts().first_refused.front().words(),
             std::string{"standard input:3: is not JSON; each line, or each entry of a list, must be one object"});
    // What is far ahead is not now: its zone or its clock is wrong.
    QVERIFY(live.take("{\"event\": \"asked\", \"conversation\": \"9\", \"time\": \"2024-07-01T12:30Z\"}\n", noon));
    QCOMPARE(handedOut(live), std::string{});
    QCOMPARE(
        live.counts().first_refused.back().words(),
        std::string{"standard input:4: is of 2024-07-01T12:30:00Z, and here it is 2024-07-01T12:00:00Z; its zone or "
                    "its clock is wrong"});
    QVERIFY(live.finish(noon));
    QCOMPARE(handedOut(live), std::string{});
    QVERIFY(live.wait().ended);
    QVERIFY(live.counts().rows == 4 && live.counts().refused == 2);
    QVERIFY(live.counts().by_kind[0] == 1 && live.counts().by_kind[1] == 1);
}

void TestLiveSource::theFirstByteTellsTheFormat()
{
    feed::LiveSource json = made();
    QVERIFY(json.take("{\"event\": \"asked\", \"conversation\": \"j\"}\n", noon));
    QCOMPARE(handedOut(json), std::string{"12:00 j"});
    feed::LiveSource csv = made();
    QVERIFY(csv.take("time,event,conversation,author,role,queue,channel,language,issue,sentiment,reach,text\n"
                     ",asked,c,,,,,,,,,\n",
                     noon));
    QCOMPARE(handedOut(csv), std::string{"12:00 c"});
}

void TestLiveSource::aFormatThatIsToldStands()
{
    feed::LiveSource csv = made(Format::Csv);
    const auto taken = csv.take("{\"event\": \"asked\"}\n", noon);
    QVERIFY(!taken);
    QVERIFY2(taken.error().starts_with("standard input: line 1: has no column"), taken.error().c_str());
}

void TestLiveSource::aPipeIsReadAsItFills()
{
    Pipe pipe;
    feed::LiveSource live = made({}, pipe.ends[0]);
    QVERIFY((live.wait() == feed::SourceWait{false, pipe.ends[0], {}}));
    QVERIFY(live.receive(later(0)));  // nothing is there, and it does not wait
    QCOMPARE(handedOut(live), std::string{});
    pipe.write("{\"event\": \"asked\", \"conversation\": \"a\"}\n{\"event\": \"asked\", \"conver");
    QVERIFY(live.receive(later(60'000)));
    QCOMPARE(handedOut(live), std::string{"12:01 a"});
    pipe.write("sation\": \"b\"}\n");
    QVERIFY(live.receive(later(120'000)));
    QCOMPARE(handedOut(live), std::string{"12:02 b"});
    QVERIFY(!live.wait().ended);
    pipe.hangUp();
    QVERIFY(live.receive(later(180'000)));
    QVERIFY((live.wait() == feed::SourceWait{true, {}, {}}));
    QVERIFY(live.receive(later(240'000)));
}

void TestLiveSource::theLastRowNeedsNoLineEnd()
{
    Pipe pipe;
    feed::LiveSource live = made({}, pipe.ends[0]);
    pipe.write("{\"event\": \"asked\", \"conversation\": \"a\"}");
    QVERIFY(live.receive(later(0)));
    QCOMPARE(handedOut(live), std::string{});
    pipe.hangUp();
    QVERIFY(live.receive(later(60'000)));
    QVERIFY(!live.wait().ended);  // one is still at hand
    QCOMPARE(handedOut(live), std::string{"12:01 a"});
    QVERIFY(live.wait().ended);
}

void TestLiveSource::anEndWithoutAWord()
{
    Pipe pipe;
    feed::LiveSource live = made({}, pipe.ends[0]);
    pipe.hangUp();
    QVERIFY(live.receive(later(0)));
    QVERIFY(live.wait().ended);
    QCOMPARE(live.counts().rows, std::uint64_t{0});
}

void TestLiveSource::tooManyUnreadableRowsStopIt()
{
    feed::LiveSource live = made(Format::Json, -1, {0.5, 4});
    QVERIFY(live.take("{\"event\": \"asked\", \"conversation\": \"a\"}\nx\nx\n", noon));
    const auto taken = live.take("x\n", noon);
    QVERIFY(!taken);
    QVERIFY2(taken.error().starts_with("3 of 4 rows cannot be read; the first: standard input:2: "),
             taken.error().c_str());
}

void TestLiveSource::theFileOfStandardInput()
{
    feed::Mapping mapping = m_mapping;
    QVERIFY(&feed::ofStandardInput(mapping) == &mapping.files[0]);
    mapping.files.push_back(mapping.files.front());
    mapping.files[1].match = "-";
    QVERIFY(&feed::ofStandardInput(mapping) == &mapping.files[1]);
}

QTEST_GUILESS_MAIN(TestLiveSource)
#include "tst_live_source.moc"
