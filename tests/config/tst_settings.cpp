// Goal: whoever writes a settings file wrong is told where, what it is and what would be right, in one sentence.
// Method: files with one mistake each against the exact words (mistakes.txt); each key's value read back; the example
// against the defaults.
#include "config/board_toml.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace carewall;

namespace {

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

/// What `parse` says of a file called board.toml; empty when it takes it.
QString troubleOf(const QByteArray& toml, const std::string& name = "board.toml")
{
    const auto taken = config::parse(toml.toStdString(), name);
    return taken ? QString() : QString::fromStdString(taken.error());
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size());
}

}  // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyFileIsTheDefaults()
    {
        const auto taken = config::parse("", "board.toml");
        QVERIFY2(taken, taken ? "" : taken.error().c_str());
        QVERIFY(*taken == core::Settings{});
    }

    void exampleIsTheDefaultsAndHasEachKey()
    {
        const QString path = CAREWALL_SOURCE_DIR "/platform/board.toml";
        const auto taken = config::load(path.toStdString());
        QVERIFY2(taken, taken ? "" : taken.error().c_str());
        QVERIFY(*taken == core::Settings{});

        QString missing;
        const QString text = read(path);
        for (const char* key : {"floor",
                                "name",
                                "title",
                                "timezone",
                                "url",
                                "protocol",
                                "username",
                                "password_file",
                                "client_id",
                                "ca_file",
                                "certificate_file",
                                "key_file",
                                "keep_alive_s",
                                "diagonal_in",
                                "distance_m",
                                "language",
                                "page_dwell_s",
                                "show",
                                "dwell_s",
                                "fullscreen",
                                "path",
                                "keep_days",
                                "enabled",
                                "theme",
                                "light_from",
                                "light_until",
                                "motion",
                                "colour",
                                "logo",
                                "wander",
                                "night",
                                "night_dim",
                                "closed_dim",
                                "after_s",
                                "over_s",
                                "show_s",
                                "an_hour",
                                "again_s",
                                "issue"})
            if (!text.contains(QRegularExpression(QString("^%1 = .*# ").arg(key), QRegularExpression::MultilineOption)))
                missing += QString(" ") + key;
        QVERIFY2(missing.isEmpty(), qPrintable("not in the example, or without a comment:" + missing));
    }

    void eachKeyIsRead()
    {
        const QTemporaryDir folder;
        for (const char* name : {"pass", "ca.pem", "cert.pem", "key.pem", "logo.svg"})
            write(folder.filePath(name), "x\n");
        write(folder.filePath("board.toml"),
              read(CAREWALL_SOURCE_DIR "/tests/config/each_key.toml").replace("@FOLDER@", folder.path().toUtf8()));
        const auto taken = config::load(folder.filePath("board.toml").toStdString());
        QVERIFY2(taken, taken ? "" : taken.error().c_str());
        const std::string at = folder.path().toStdString();
        core::Settings expected;
        expected.floor = "north";
        expected.board = "by the door";
        expected.title = "Служба заботы";
        expected.timezone = "Asia/Tehran";
        expected.broker = {"mqtts://[2001:db8::1]:8884",
                           4,
                           "wall",
                           at + "/pass",
                           "w1",
                           at + "/ca.pem",
                           at + "/cert.pem",
                           at + "/key.pem",
                           core::Seconds{30}};
        expected.scenes = {{core::Scene::Voice, core::Scene::Floor, core::Scene::Voice},
                           core::Seconds{45},
                           {{core::Scene::Floor, core::Seconds{90}}}};
        expected.display = {42.5,
                            3,
                            "fa",
                            core::Seconds{20},
                            false,
                            core::Theme::Hours,
                            std::chrono::minutes{6 * 60 + 30},
                            std::chrono::minutes{20 * 60 + 5},
                            false,
                            false,
                            {std::chrono::minutes{22 * 60 + 30}, std::chrono::hours{6}},
                            0.75,
                            0};
        expected.brand = {"#0057B8", at + "/logo.svg"};
        expected.alarm = {core::Seconds{60}, core::Seconds{0}, core::Seconds{45}, 3, core::Seconds{1800}};
        expected.links = {"https://desk.example/{issue}?from=wall"};
        expected.store = {at + "/state/wall.db", 7, false};
        QVERIFY(*taken == expected);
    }

    void mistakesAreTold_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<QString>("words");
        const QString mistakes = read(CAREWALL_SOURCE_DIR "/tests/config/mistakes.txt");
        for (const QString& mistake : mistakes.split("\n\n")) {
            const QStringList parts = mistake.split("\n=> ");
            QCOMPARE(parts.size(), 2);
            QTest::newRow(qPrintable(parts[0].simplified())) << parts[0].toUtf8() << parts[1].trimmed();
        }
    }
    void mistakesAreTold()
    {
        QFETCH(QByteArray, toml);
        QFETCH(QString, words);
        QCOMPARE(troubleOf(toml), words);
    }

    void goodBrokerUrls_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char* url : {"mqtt://broker", "mqtt://broker:1", "mqtts://broker.example:65535", "mqtt://192.0.2.1/",
                                "mqtt://[::1]", "mqtts://[::1]:8883"})
            QTest::newRow(url) << QByteArray(url);
    }
    void goodBrokerUrls()
    {
        QFETCH(QByteArray, url);
        QCOMPARE(troubleOf("[broker]\nurl = \"" + url + "\""), QString());
    }

    void badBrokerUrls_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char* url :
             {"", "broker", "mqtt:broker", "mqtt://", "mqtt://:1883", "http://broker",
              "mqtt://broker:", "mqtt://broker:0", "mqtt://broker:65536", "mqtt://broker:port", "mqtt://me:word@broker",
              "mqtt://broker/topic", "mqtt://[::1", "mqtt://[]", "mqtt://[::1]1883"})
            QTest::newRow(*url == 0 ? "empty" : url) << QByteArray(url);
    }
    void badBrokerUrls()
    {
        QFETCH(QByteArray, url);
        QCOMPARE(
            troubleOf("[broker]\nurl = \"" + url + "\""),
            "board.toml:2:7: broker.url is \"" + QString(url) +
                "\"; it must be mqtt://HOST or mqtts://HOST (TLS), with :PORT behind where it is another than 1883 or "
                "8883");
    }

    void missingFilesAreTold()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath("board.toml");
        const auto none = config::load(file.toStdString());
        QVERIFY(!none);
        QCOMPARE(QString::fromStdString(none.error()),
                 file + " cannot be read (No such file or directory); it must be a settings file such as "
                        "platform/board.toml");
        const auto is_folder = config::load(folder.path().toStdString());
        QVERIFY(!is_folder);
        QCOMPARE(QString::fromStdString(is_folder.error()),
                 folder.path() + " cannot be read (Is a directory); it must be a settings file such as "
                                 "platform/board.toml");
        QCOMPARE(
            troubleOf("[broker]\npassword_file = \"none\"", file.toStdString()),
            file +
                ":2:17: broker.password_file is \"none\"; it must be the name of a file that can be read, in quotes");
    }

    void theScreenMayBeAsked()
    {
        const auto taken = config::parse("[display]\ndiagonal_in = \"auto\"", "board.toml");
        QVERIFY2(taken, taken ? "" : taken.error().c_str());
        QCOMPARE(taken->display.diagonal_in, 0.0);
    }

    /// Hues: act is 25 (vermilion), watch 55 (yellow); each with 20 degrees around it. Greys have none.
    void brandColoursKeepAwayFromSignals_data()
    {
        QTest::addColumn<QByteArray>("colour");
        QTest::addColumn<bool>("taken");
        for (const char* fine : {"#0057b8", "#E20074", "#00a651", "#7f8c8d", "#e60000", "#ffffff", "#000000", "#5c2d91",
                                 "#9acd32", "#807a70"})
            QTest::newRow(fine) << QByteArray(fine) << true;
        for (const char* warning : {"#d55e00", "#f0e442", "#ff3b00", "#ffcc00", "#ff6600", "#8a4b00", "#c8e600"})
            QTest::newRow(warning) << QByteArray(warning) << false;
    }
    void brandColoursKeepAwayFromSignals()
    {
        QFETCH(QByteArray, colour);
        QFETCH(bool, taken);
        const QString trouble = troubleOf("[brand]\ncolour = \"" + colour + "\"");
        QCOMPARE(trouble.isEmpty(), taken);
    }

    void largeLogosAreRefused()
    {
        const QTemporaryDir folder;
        write(folder.filePath("logo.svg"), QByteArray(256 * 1024 + 1, ' '));
        const std::string file = folder.filePath("board.toml").toStdString();
        QCOMPARE(troubleOf("[brand]\nlogo = \"logo.svg\"", file),
                 QString::fromStdString(file) +
                     ":2:8: brand.logo is \"logo.svg\"; it must be a file of at most 256 KiB");
        write(folder.filePath("logo.svg"), QByteArray(256 * 1024, ' '));
        QCOMPARE(troubleOf("[brand]\nlogo = \"logo.svg\"", file), QString());
    }

    void severalMistakesAreCounted()
    {
        QCOMPARE(troubleOf("[store]\nkeep_days = 0\nenabled = 1\n[board]\nflor = \"x\"\n"),
                 QString("board.toml:2:13: store.keep_days is 0; it must be 1 to 3660 days (and 2 more)"));
    }

    /// Whatever bytes come: a value or a sentence.
    void anyCutOfTheExampleIsSurvived()
    {
        const QByteArray text = read(CAREWALL_SOURCE_DIR "/platform/board.toml");
        int refused = 0;
        for (qsizetype size = 0; size < text.size(); ++size) {
            const QString cut = troubleOf(text.left(size));
            QByteArray flipped = text;
            flipped[size] = static_cast<char>(flipped[size] ^ 0x15);
            const QString changed = troubleOf(flipped);
            for (const QString& words : {cut, changed}) {
                QVERIFY2(words.isEmpty() || (words.startsWith("board.toml:") && !words.contains('\n')),
                         qPrintable(words));
                if (!words.isEmpty()) ++refused;
            }
        }
        QVERIFY(refused > 100);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
