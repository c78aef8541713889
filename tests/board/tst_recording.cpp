// Goal: a recording says by itself which floors it tells of.
// Method: recordings of none, one and several floors are written and asked.
#include "board/recording.h"

#include <QTemporaryDir>
#include <QTest>

using namespace carewall;

class TestRecording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void floorsByTheirMessages();
    void whatIsNoRecordingHasNone();

private:
    QTemporaryDir m_folder;

    std::string written(const std::vector<std::string>& topics)
    {
        std::string path = m_folder.filePath("recording").toStdString();
        auto recorder = board::Recorder::open(path);
        if (!recorder) qFatal("%s", recorder.error().c_str());
        for (const std::string& topic : topics)
            recorder->write({topic, "{}", {}, false});
        return path;
    }
};

void TestRecording::floorsByTheirMessages()
{
    using Floors = std::vector<std::string>;
    QVERIFY(board::floorsIn(written({})).value().empty());
    const std::string one = written({"carewall/v1/north/clock", "elsewhere", "carewall/v1/north/queue/a/b/now"});
    QVERIFY(board::floorsIn(one).value() == Floors{"north"});
    const std::string three = written({"carewall/v1/south/clock", "carewall/v1/east/clock", "carewall/v1/south/clock",
                                       "carewall/v1/west/clock", "carewall/v1/west/metric/a"});
    QVERIFY(board::floorsIn(three).value() == (Floors{"south", "west", "east"}));
}

void TestRecording::whatIsNoRecordingHasNone()
{
    QVERIFY(!board::floorsIn(m_folder.filePath("missing").toStdString()));
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
