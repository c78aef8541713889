// Goal: the wall is light when the settings say so, by the floor's clock.
// Method: each theme at times around its edges, also past midnight.
#include "core/calendar.h"
#include "core/stage/scheme.h"

#include <QTest>

using namespace carewall;
using namespace std::chrono_literals;

class TestScheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fixedThemesKnowNoHours()
    {
        const core::DisplaySettings display;
        for (const auto hour : {0h, 12h, 23h}) {
            QCOMPARE(core::schemeAt(core::Theme::Dark, display, core::WallTime{hour}), core::Scheme::Dark);
            QCOMPARE(core::schemeAt(core::Theme::Light, display, core::WallTime{hour}), core::Scheme::Light);
            QCOMPARE(core::schemeAt(core::Theme::Contrast, display, core::WallTime{hour}), core::Scheme::Contrast);
        }
    }
    void hours_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("until");
        QTest::addColumn<int>("minute");
        QTest::addColumn<bool>("light");
        QTest::newRow("before") << 420 << 1140 << 419 << false;
        QTest::newRow("at") << 420 << 1140 << 420 << true;
        QTest::newRow("last") << 420 << 1140 << 1139 << true;
        QTest::newRow("after") << 420 << 1140 << 1140 << false;
        QTest::newRow("a night shift's light, evening") << 1200 << 300 << 1300 << true;
        QTest::newRow("a night shift's light, morning") << 1200 << 300 << 299 << true;
        QTest::newRow("a night shift's light, noon") << 1200 << 300 << 720 << false;
        QTest::newRow("all day") << 420 << 420 << 3 << true;
    }
    void hours()
    {
        QFETCH(int, from);
        QFETCH(int, until);
        QFETCH(int, minute);
        QFETCH(bool, light);
        core::DisplaySettings display;
        display.light_from = std::chrono::minutes{from};
        display.light_until = std::chrono::minutes{until};
        const core::WallTime time = core::WallTime{24h * 20'000} + std::chrono::minutes{minute};
        QCOMPARE(core::schemeAt(core::Theme::Hours, display, time), light ? core::Scheme::Light : core::Scheme::Dark);
    }
};

QTEST_GUILESS_MAIN(TestScheme)
#include "tst_scheme.moc"
