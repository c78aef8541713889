#include "ui/language.h"

#include <QGuiApplication>
#include <QLocale>
#include <QTranslator>

namespace carewall::ui {

void speak(const core::Language& language)
{
    // The application's for as long as it lives: all words are made with it.
    static QTranslator translator;
    QCoreApplication::removeTranslator(&translator);
    const QLocale locale{QString::fromUtf8(language.code.data(), qsizetype(language.code.size()))};
    QLocale::setDefault(locale);
    if (translator.load(locale, QStringLiteral("carewall"), QStringLiteral("_"), QStringLiteral(":/languages")))
        QCoreApplication::installTranslator(&translator);
    QGuiApplication::setLayoutDirection(language.direction == core::Direction::RightToLeft ? Qt::RightToLeft
                                                                                           : Qt::LeftToRight);
}

}  // namespace carewall::ui
