// Goal: the board gives back what only its start needed, and goes on as before.
// Method: what the kernel and glibc themselves say about this process, before and after.

#include "carewall/footprint.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <malloc.h>
#include <memory>

using namespace carewall;

namespace {

/// Resident pages of the files that this process has mapped, KiB.
int mappedFilesKb()
{
    QFile status{QStringLiteral("/proc/self/status")};
    if (!status.open(QIODevice::ReadOnly)) return -1;
    static const QRegularExpression line{QStringLiteral("RssFile:\\s+(\\d+)")};
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toInt();
}

/// Relocated by the dynamic linker: its page is not what the file holds.
const std::array<const char*, 3> words{"calm", "watch", "act"};
int written = 1;

}  // namespace

class TestFootprint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void releasesCodeThatIsNotUsed();
    void keepsWhatWasWritten();
    void givesLargeBlocksBack();
};

void TestFootprint::releasesCodeThatIsNotUsed()
{
    (void)mappedFilesKb();  // its own code is in by now
    const int before = mappedFilesKb();
    releaseStart();
    const int after = mappedFilesKb();
    QVERIFY2(before > 0 && after < before - 1024, qPrintable(QStringLiteral("%1 -> %2 KiB").arg(before).arg(after)));
}

void TestFootprint::keepsWhatWasWritten()
{
    written = 2;
    const auto heap = std::make_unique<std::array<int, 3>>(std::array{3, 5, 7});
    const std::unique_ptr<QObject> object = std::make_unique<QObject>();
    object->setObjectName(QStringLiteral("queue"));
    releaseStart();
    QCOMPARE(written, 2);
    QCOMPARE((*heap)[2], 7);
    QCOMPARE(object->objectName(), QStringLiteral("queue"));
    QCOMPARE(QString::fromLatin1(words[1]), QStringLiteral("watch"));
}

void TestFootprint::givesLargeBlocksBack()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer has an allocator of its own");
#endif
    boundHeap();
    // glibc's own rule: a block of this size, once freed, moves the border to it, and the next one stays on the heap.
    const auto use = [](qsizetype size) {
        const QByteArray block{size, 'x'};
        return mallinfo2().hblks;
    };
    const std::size_t none = mallinfo2().hblks;
    QCOMPARE(use(8 << 20), none + 1);
    QCOMPARE(use(4 << 20), none + 1);
    QCOMPARE(mallinfo2().hblks, none);
}

QTEST_APPLESS_MAIN(TestFootprint)
#include "tst_footprint.moc"
