// Goal: a gallery shows the floor that its recording tells of, or says why it shows nothing.
// Method: the real program on small recordings, its exit code, words and files.
#include "board/recording.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace carewall;

class TestGalleryProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRecordingsOwnFloorIsDrawn();
    void nothingToShowIsAnError();

private:
    QTemporaryDir m_folder;

    QString recording(const std::vector<std::string>& floors)
    {
        QString path = m_folder.filePath("recording");
        auto recorder = board::Recorder::open(path.toStdString());
        if (!recorder) qFatal("%s", recorder.error().c_str());
        for (const std::string& floor : floors)
            recorder->write({"carewall/v1/" + floor + "/queue/help/me/now", R"({"waiting": 7})", {}, true});
        return path;
    }

    struct Answer {
        int code = -1;
        QString words;
        qsizetype pictures = 0;
    };
    Answer gallery(const QString& recorded, const QStringList& more = {})
    {
        QDir{m_folder.filePath("gallery")}.removeRecursively();
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(CAREWALL_PROGRAM, QStringList{"--gallery", m_folder.filePath("gallery"), "--replay", recorded,
                                                    "--size", "1280x720", "--language", "en"} +
                                            more);
        if (!program.waitForFinished(100'000)) return {};
        return {program.exitCode(), QString::fromUtf8(program.readAll()),
                QDir{m_folder.filePath("gallery")}.entryList({"*.png"}).size()};
    }
};

void TestGalleryProgram::theRecordingsOwnFloorIsDrawn()
{
    const Answer one = gallery(recording({"north"}));
    QVERIFY2(one.code == 0 && one.pictures > 0, qPrintable(one.words));
    QVERIFY2(one.words.contains("of floor north") && !one.words.contains("floors are in"), qPrintable(one.words));
    const Answer two = gallery(recording({"north", "south", "south"}));
    QCOMPARE(two.code, 0);
    QVERIFY2(two.words.contains("2 floors are in the recording: south is drawn"), qPrintable(two.words));
}

void TestGalleryProgram::nothingToShowIsAnError()
{
    const Answer other = gallery(recording({"north"}), {"--floor", "west"});
    QVERIFY(other.code != 0 && other.pictures == 0);
    QVERIFY2(other.words.contains("no report of floor west that counts; it has of north"), qPrintable(other.words));
    const Answer empty = gallery(recording({}));
    QVERIFY2(empty.code != 0 && empty.pictures == 0 && empty.words.contains("no report of floor"),
             qPrintable(empty.words));
}

QTEST_GUILESS_MAIN(TestGalleryProgram)
#include "tst_gallery_program.moc"
