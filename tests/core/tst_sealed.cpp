// Goal: what was kept is told from what was cut, changed or never ours.
// Method: a body sealed, then each cut and each flipped bit of it.
#include "core/sealed.h"

#include "core/byte_reader.h"

#include <QTest>

#include <string>

using namespace carewall;

namespace {

constexpr std::string_view magic = "carewall test ";

}  // namespace

class TestSealed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBack()
    {
        for (const std::string& body : {std::string{}, std::string("\0\xFF\n", 3), std::string(70'000, 'x')}) {
            const std::string bytes = core::seal(magic, 7, body);
            const auto back = core::unseal(magic, bytes);
            QVERIFY(back && back->whole);
            QCOMPARE(back->version, std::uint64_t{7});
            QVERIFY(back->body == body);
        }
    }

    void whatIsAnothersIsNotOurs()
    {
        QVERIFY(!core::unseal(magic, ""));
        QVERIFY(!core::unseal(magic, "carewall test"));
        QVERIFY(!core::unseal(magic, core::seal("carewall rest ", 7, "body")));
    }

    void eachCutAndEachFlippedBitIsSeen()
    {
        const std::string bytes = core::seal(magic, 7, "what was learned");
        for (std::size_t size = magic.size(); size < bytes.size(); ++size) {
            const auto cut = core::unseal(magic, std::string_view{bytes}.substr(0, size));
            QVERIFY2(cut && !cut->whole, std::to_string(size).c_str());
        }
        QVERIFY(!core::unseal(magic, bytes + "x")->whole);
        for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
            std::string flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
            const auto read = core::unseal(magic, flipped);
            QVERIFY2(!read || !read->whole || read->version != 7, std::to_string(bit).c_str());
        }
    }

    void numbersAreReadToTheirEnd()
    {
        core::ByteReader in{std::string_view{"\x02\x01\x01\x03"
                                             "abc\x02",
                                             8}};
        QCOMPARE(in.number(2), std::uint64_t{0x0102});
        QVERIFY(in.flag());
        QCOMPARE(in.text(), std::string{"abc"});
        QVERIFY(!in.failed() && !in.atEnd());
        QVERIFY(!in.flag());  // 2 is no flag
        QVERIFY(in.failed() && in.atEnd());
        QCOMPARE(in.number(), std::uint64_t{0});
        core::ByteReader cut{std::string_view{"\x05"
                                              "abc",
                                              4}};
        QVERIFY(cut.text().empty() && cut.failed());
    }
};

QTEST_GUILESS_MAIN(TestSealed)
#include "tst_sealed.moc"
