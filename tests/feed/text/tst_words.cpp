// Goal: words, issues and sentiment come out the same whatever the script.
// Method: small texts in several scripts with what must be found.

#include "feed/conversation/clean_text.h"
#include "feed/text/rules.h"
#include "feed/text/sentiment.h"
#include "feed/text/tokenizer.h"
#include "support/compare.h"

#include <QtTest>

using namespace carewall::feed;

namespace {

std::string joined(const std::vector<std::string>& all)
{
    std::string text;
    for (const std::string& one : all)
        text += (text.empty() ? "" : "|") + one;
    return text;
}

}  // namespace

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void issues_data();
    void issues();
    void aGreedyPatternIsGivenUp();
    void sentiment_data();
    void sentiment();
    void wordLists();

private:
    Tokenizer m_words;
};

void TestWords::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("english") << "Can't send; it's 3.5 GB (really)!"
                             << "can't|send|it's|3.5|gb|really";
    QTest::newRow("typographic apostrophe") << QString{"It won\u2019t"} << "it|won't";
    QTest::newRow("german folds") << "GROSSE Straße"
                                  << "grosse|strasse";
    QTest::newRow("russian") << "Почта НЕ работает, спасибо!"
                             << "почта|не|работает|спасибо";
    QTest::newRow("persian keeps the half-space")
        << QString{"ایمیل نمی\u200Cآید، لطفاً کمک"} << QString{"ایمیل|نمی\u200Cآید|لطفاً|کمک"};
    QTest::newRow("punctuation alone") << "... --- !!!"
                                       << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestWords::words()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    std::vector<std::string> found;
    for (const std::string_view word : m_words.of(text.toStdString()))
        found.emplace_back(word);
    QCOMPARE(joined(found), expected.toStdString());
    QVERIFY(m_words.of(std::string(10 * max_text_bytes, 'x') + " y").size() == 1);
}

void TestWords::issues_data()
{
    QTest::addColumn<QString>("tags");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("word") << ""
                          << "Many CRASHES today"
                          << "crash";
    QTest::newRow("a part of a word is none") << ""
                                              << "scrash"
                                              << "";
    QTest::newRow("phrase") << ""
                            << "I can't send, since Monday"
                            << "sending";
    QTest::newRow("phrase interrupted") << ""
                                        << "can't ever send"
                                        << "";
    QTest::newRow("phrase with an open end") << ""
                                             << "not receiving emails"
                                             << "receiving";
    QTest::newRow("pattern, whatever the case") << ""
                                                << "on Version 128 now"
                                                << "v128";
    QTest::newRow("pattern knows words") << ""
                                         << "subversion 1288"
                                         << "";
    QTest::newRow("persian") << "" << QString{"رمز عبور را فراموش کردم"} << "password";
    QTest::newRow("russian, folded") << ""
                                     << "ПАРОЛЬ не подходит"
                                     << "password";
    QTest::newRow("tags in the mapping's order, others behind") << "Fees Up;Login;crash"
                                                                << ""
                                                                << "crash|password|fees-up";
    QTest::newRow("each once") << "crash;crash"
                               << "crash crashed crash"
                               << "crash";
}

void TestWords::issues()
{
    QFETCH(QString, tags);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    std::vector<IssueRule> known;
    const auto issue = [&](const char* id, std::vector<std::string> listed, std::vector<std::string> words,
                           std::vector<std::string> patterns) {
        known.push_back({{id, ""}, std::move(listed), std::move(words), std::move(patterns)});
    };
    issue("crash", {}, {"crash*"}, {});
    issue("sending", {}, {"can't send"}, {});
    issue("receiving", {}, {"not receiving email*"}, {});
    issue("v128", {}, {}, {"\\bversion\\s128\\b"});
    issue("password", {"login"}, {"رمز عبور", "пароль"}, {});
    std::vector<std::string> listed;
    for (const QString& tag : tags.split(';', Qt::SkipEmptyParts))
        listed.push_back(tag.toStdString());
    const std::string said = text.toStdString();
    Rules rules{known, true, m_words};
    QCOMPARE(joined(rules.issues(listed, said, m_words.of(said))), expected.toStdString());
    Rules strict{known, false, m_words};
    QVERIFY(!joined(strict.issues(listed, said, m_words.of(said))).ends_with("fees-up"));
}

void TestWords::aGreedyPatternIsGivenUp()
{
    Rules rules{{{{"greedy", ""}, {}, {}, {"(a+)+$"}}}, true, m_words};
    const std::string text = std::string(5000, 'a') + "b";
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(joined(rules.issues({}, text, {})), std::string{});
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()));
}

void TestWords::sentiment_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("mean") << "Great support, but the bill is a problem"
                          << "0.5";  // (3 - 2) / 2
    QTest::newRow("none of the list") << "Where is the menu?"
                                      << "none";
    QTest::newRow("negation turns and halves") << "This is not great"
                                               << "-1.5";
    QTest::newRow("n't") << "It doesn't quite work"
                         << "none";
    QTest::newRow("negation of a bad word") << "never a problem"
                                            << "1";
    QTest::newRow("the longest phrase wins, negation inside it") << "does not work"
                                                                 << "-3";
    QTest::newRow("negation further away") << "not in the least great"
                                           << "3";
    QTest::newRow("a negation belongs to one match") << "does not work great"
                                                     << "0";  // (-3 + 3) / 2
    QTest::newRow("zero says nothing") << "some kind of great"
                                       << "3";
    QTest::newRow("russian") << "Спасибо, ОТЛИЧНО"
                             << "4";
    QTest::newRow("persian") << QString{"خیلی عالی بود"} << "4";
}

void TestWords::sentiment()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto list = Sentiment::parse(R"({"great": 3, "problem": -2, "does not work": -3, "some kind": 0,
                                           "отлично": 4, "عالی": 4})",
                                       "list.json", {"not", "never"}, m_words);
    QVERIFY2(list, list ? "" : list.error().c_str());
    const auto felt = list->of(m_words.of(text.toStdString()));
    QCOMPARE(felt ? QString::number(*felt) : QString{"none"}, expected);
}

void TestWords::wordLists()
{
    const auto trouble = [&](const char* text) {
        const auto list = Sentiment::parse(text, "w", {}, m_words);
        return list ? std::string{} : list.error();
    };
    QCOMPARE(trouble("# a comment\ngood\t3\r\nvery bad\t-9\n"), std::string{});
    QCOMPARE(trouble("good\t3\nbad\n"), std::string{"w:2: has no score; each word needs a number from -5 to 5"});
    QCOMPARE(trouble("{\"good\": \"yes\"}"),
             std::string{"w: \"good\": has no score; each word needs a number from -5 to 5"});
    QCOMPARE(trouble("{\"good\""),
             std::string{"w: is not a JSON object; a word list looks like {\"good\": 3, \"bad\": -3}"});
    const auto clamped = Sentiment::parse("very bad\t-9\n", "w", {}, m_words);
    QCOMPARE(*clamped->of(m_words.of("Very BAD")), -5.0);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
