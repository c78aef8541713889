#include "ui/words/words.h"

#include <algorithm>
#include <initializer_list>

namespace carewall::ui {

QString Words::knownChannel(const QString& name)
{
    QString folded;  // "E-Mail", "live chat"
    for (const QChar letter : name)
        if (letter.isLetterOrNumber()) folded += letter.toCaseFolded();
    const auto is = [&](std::initializer_list<const char*> told) {
        return std::ranges::any_of(told, [&](const char* each) { return folded == QLatin1String{each}; });
    };
    if (is({"phone", "telephone", "call", "calls"})) return tr("phone", "a channel");
    if (is({"chat", "livechat"})) return tr("chat", "a channel");
    if (is({"email", "mail"})) return tr("e-mail", "a channel");
    if (is({"forum"})) return tr("forum", "a channel");
    if (is({"community"})) return tr("community", "a channel");
    if (is({"social", "socialmedia"})) return tr("social media", "a channel");
    if (is({"sms"})) return tr("text messages", "a channel");
    if (is({"letter", "letters"})) return tr("letters", "a channel");
    if (is({"web", "website"})) return tr("website", "a channel");
    if (is({"app"})) return tr("app", "a channel");
    if (is({"video"})) return tr("video", "a channel");
    return {};
}

}  // namespace carewall::ui
