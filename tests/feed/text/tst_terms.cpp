// Goal: a text's terms are its words and pairs in any script, and nothing that is somebody's own.
// Method: worked examples; texts made of personal data in random order.

#include "feed/conversation/conversation_event.h"
#include "feed/text/terms.h"
#include "support/compare.h"

#include <QtTest>

#include <random>

using namespace carewall;

class TestTerms : public QObject {
    Q_OBJECT

    feed::Terms m_terms;

    /// "Space|bar|Space bar", in the text's order.
    std::string of(std::string_view text);
    std::uint64_t id(std::string_view word);

private Q_SLOTS:
    void wordsAndPairs_data();
    void wordsAndPairs();
    void spellingsAreOneTerm();
    void nothingPersonal_data();
    void nothingPersonal();
    void personalDataInAnyOrder();
    void limits();
};

std::string TestTerms::of(std::string_view text)
{
    std::string all;
    for (const feed::Term& term : m_terms.of(text))
        all += (all.empty() ? "" : "|") + std::string{term.spelt};
    return all;
}

std::uint64_t TestTerms::id(std::string_view word)
{
    const auto& terms = m_terms.of(word);
    return terms.size() == 1 ? terms.front().id : 0;
}

void TestTerms::wordsAndPairs_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("terms");
    const auto row = [](const char* name, const char* text, const char* terms) {
        QTest::newRow(name) << std::string{text} << std::string{terms};
    };
    row("English", "Space bar pauses", "Space|bar|Space bar|pauses|bar pauses");
    row("each once", "bar bar bar", "bar|bar bar");
    row("no pair across a pause", "Cannot print, help! Again\nnow", "Cannot|print|Cannot print|help|Again|now");
    row("hyphen", "full-screen", "full|screen|full-screen");
    row("possessive", "YouTube's keys", "YouTube|keys|YouTube's keys");
    row("single letters", "I can", "can");
    row("versions", "version 89 and 90 since 128.1.", "version|version 89|and|and 90|since|since 128.1");
    row("too long for a version", "order 12345", "order");
    row("Russian", "не могу войти", "не|могу|не могу|войти|могу войти");
    row("Persian", "نمی‌توانم وارد شوم",
        "نمی‌توانم|وارد|نمی‌توانم وارد|شوم|وارد شوم");
    row("Japanese", "動画が再生", "動画|再生");
    row("days and months", "since Monday the August update", "since|the|update");
    row("days in Russian", "в понедельник сломалось", "сломалось");
}

void TestTerms::wordsAndPairs()
{
    QFETCH(std::string, text);
    QFETCH(std::string, terms);
    QCOMPARE(of(text), terms);
}

void TestTerms::spellingsAreOneTerm()
{
    for (const auto& [a, b] : std::vector<std::pair<const char*, const char*>>{{"Drucker", "DRUCKER"},
                                                                               {"straße", "STRASSE"},
                                                                               {"can't", "can’t"},
                                                                               {"ｗｉｄｅ", "wide"},
                                                                               {"می‌شود", "میشود"},
                                                                               {"كتاب", "کتاب"},
                                                                               {"youtube", "YouTube's"}})
        QVERIFY2(id(a) != 0 && id(a) == id(b), a);
    QCOMPARE(m_terms.of("Firefox 89.0").back().id, m_terms.of("firefox 89").back().id);
    QVERIFY(id("print") != id("paint"));
}

void TestTerms::nothingPersonal_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("terms");
    const auto row = [](const char* name, const char* text, const char* terms) {
        QTest::newRow(name) << std::string{text} << std::string{terms};
    };
    row("address", "write john.doe@example.com now", "write|now");
    row("masked", "write <email> or [my name] now", "write|or|now");
    row("on the net", "see https://example.com/john and www.john.example here", "see|and|here");
    row("site", "on john.com here", "on|here");
    row("path", R"(open C:\Users\John\mail here)", "open|here");
    row("handle", "ask @john_doe here", "ask|here");
    row("telephone", "call 555 123 or +49-171-5551234 now", "call|or|now");
    row("codes", "order AB12 x9f3 DE-44-1234567 lost", "order|lost");
    row("greeting", "Hi John Smith, broken", "broken");
    row("greeting with a comma", "Hello, John! broken", "broken");
    row("good morning", "Good morning Mr Smith\nbroken", "Good|broken");
    row("sign-off", "broken printer\nKind regards,\nJohn Smith", "broken|printer|broken printer|Kind");
    row("thanks", "broken printer. Thanks, John", "broken|printer|broken printer");
    row("signature", "printer\nbroken again today\nJohn Smith", "printer|broken|again|broken again|today|again today");
    row("Russian", "Здравствуйте, Иван! сломалось", "сломалось");
    row("Persian", "سلام علی، چاپ", "چاپ");
}

void TestTerms::nothingPersonal()
{
    QFETCH(std::string, text);
    QFETCH(std::string, terms);
    QCOMPARE(of(text), terms);
}

void TestTerms::personalDataInAnyOrder()
{
    const std::vector<std::string> own{"zaphod@beeblebrox.example",
                                       "https://zaphod.example/me?id=zaphod",
                                       "www.zaphod.example",
                                       "@zaphod",
                                       "zaphod_b",
                                       "+44 20 7946 0958",
                                       "GB29NWBK60161331926819",
                                       "<zaphod>",
                                       "[zaphod b]",
                                       "/srv/zaphod/mail",
                                       "zaphod.example",
                                       "Hi Zaphod,\n",
                                       "\nRegards, Zaphod\n",
                                       "zaphod42"};
    const std::vector<std::string> words{"printer", "broken", "again", "since", "update", "version 89", "."};
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::mt19937 random{seed};
        std::string text;
        for (int i = 0; i < 12; ++i) {
            const auto& from = random() % 3 == 0 ? own : words;
            text += from[random() % from.size()] + " ";
        }
        for (const feed::Term& term : m_terms.of(text)) {
            const QString spelt = QString::fromUtf8(term.spelt.data(), static_cast<int>(term.spelt.size())).toLower();
            const bool clean = !spelt.contains("zaphod") && !spelt.contains('@') && !spelt.contains("7946") &&
                               !spelt.contains("0958") && !spelt.contains("nwbk");
            QVERIFY2(clean, qPrintable(QStringLiteral("seed %1: '%2' in %3").arg(seed).arg(spelt).arg(text.c_str())));
        }
    }
}

void TestTerms::limits()
{
    QCOMPARE(of(std::string(40, 'a') + " fits"), std::string{"fits"});
    std::string many;
    for (char a = 'a'; a <= 'z'; ++a)
        for (char b = 'a'; b <= 'z'; ++b)
            many += std::string{a, b, b} + ". ";
    QCOMPARE(m_terms.of(many).size(), feed::max_terms);
    QVERIFY(of(std::string(feed::max_terms_text_bytes, ' ') + "late").empty());
    QVERIFY(of("\xff\xfe broken \xf0\x9f").find("broken") != std::string::npos);
    QVERIFY(of("").empty());
}

QTEST_GUILESS_MAIN(TestTerms)
#include "tst_terms.moc"
