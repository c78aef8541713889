// Goal: what boards wrote before slots and trends were protobuf is all there after the change.
// Method: golden/schema_1.db, made by the store of that time from seeded values, opened by this one, and its values
// compared with golden/schema_1.txt, which was written then.
#include "core/trend/trend.h"
#include "store/kept_values.h"
#include "store/probe.h"
#include "store/store.h"
#include "store/trend_codec.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace carewall;
using support::day;

namespace {

const std::string golden = CAREWALL_SOURCE_DIR "/tests/store/golden/";
constexpr const char* old_rows = "SELECT count(*) FROM slot WHERE substr(body, 1, 1) IN (x'01', x'02')";

std::string valuesOf(store::Store& store)
{
    const auto kept = store.kept("trends/demo");
    const auto memory = kept ? store::decodeTrends(*kept) : core::failure(std::string{"none are kept"});
    const auto trends = memory ? core::Trends::fromMemory(*memory) : std::nullopt;
    return support::valuesOf(store) + "trends\n" +
           (trends   ? support::valuesOf(*trends)
            : memory ? std::string{"impossible"}
                     : memory.error());
}

std::unique_ptr<store::Store> opened(const std::string& path)
{
    auto made = store::Store::open(path, {});
    return made ? std::move(*made) : nullptr;
}

void compare(const std::string& values)
{
    const QStringList is = QString::fromStdString(values).split('\n');
    const QStringList was = QString::fromStdString(support::bytesOf(golden + "schema_1.txt")).split('\n');
    for (qsizetype i = 0; i < std::min(is.size(), was.size()); ++i)
        QVERIFY2(is[i] == was[i], qPrintable(QString("line %1 was\n%2\nand is\n%3").arg(i + 1).arg(was[i], is[i])));
    QCOMPARE(is.size(), was.size());
}

}  // namespace

class TestSchema1 : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_path;

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath("carewall.db").toStdString();
        QFile::remove(QString::fromStdString(m_path));
        QVERIFY(QFile::copy(QString::fromStdString(golden + "schema_1.db"), QString::fromStdString(m_path)));
    }

    void allOfItIsRead()
    {
        QCOMPARE(support::ask(m_path, "PRAGMA user_version"), std::string("1"));
        QCOMPARE(support::ask(m_path, old_rows), std::string("36"));
        for (int start = 0; start < 2; ++start) {  // as it was, and as schema 2
            const auto store = opened(m_path);
            QVERIFY(store);
            compare(valuesOf(*store));
        }
        QCOMPARE(support::ask(m_path, "PRAGMA user_version"), std::string("2"));
    }

    void whatIsToldAgainIsWrittenAnew()
    {
        {
            const auto store = opened(m_path);
            QVERIFY(store);
            for (const auto& [queue, source] :
                 {std::pair{"mail", "north"}, std::pair{"mail", "south"}, std::pair{"chat", "north"}})
                store->keepQueueSlots(queue, source, store->queueSlots(queue, source, day(0), day(30000)));
            store->keepVoiceSlots("north", store->voiceSlots("north", day(0), day(30000)));
            const auto memory = store::decodeTrends(store->kept("trends/demo").value());
            QVERIFY(memory);
            store->keep("trends/demo", store::encodeTrends(*memory));
            QVERIFY(store->flush());
        }
        QCOMPARE(support::ask(m_path, old_rows), std::string("0"));
        QCOMPARE(support::ask(m_path, "SELECT count(*) FROM slot"), std::string("37"));
        const auto store = opened(m_path);
        QVERIFY(store);
        compare(valuesOf(*store));
    }

    void cutBytesOfOldAreRefusedOneByOne()
    {
        support::ask(m_path, "UPDATE slot SET body = substr(body, 1, length(body) - 1) WHERE series IN "
                             "(SELECT id FROM series WHERE source = 'south')");
        const auto store = opened(m_path);
        QVERIFY(store);
        QVERIFY(store->queueSlots("mail", "south", day(0), day(30000)).empty());
        QCOMPARE(store->queueSlots("mail", "north", day(0), day(30000)).size(), std::size_t{24});
    }
};

QTEST_GUILESS_MAIN(TestSchema1)
#include "tst_schema_1.moc"
