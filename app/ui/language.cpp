#include "ui/language.h"

#include <QGuiApplication>
#include <QLocale>
#include <QTranslator>

namespace carewall::ui {

void speak(const QString& language)
{
    // The application's for as long as it lives: all words are made with it.
    static QTranslator translator;
    QCoreApplication::removeTranslator(&translator);
    const QLocale locale{language};
    QLocale::setDefault(locale);
    if (translator.load(locale, QStringLiteral("carewall"), QStringLiteral("_"), QStringLiteral(":/languages")))
        QCoreApplication::installTranslator(&translator);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

}  // namespace carewall::ui
