// Goal: each tile and control draws what it is told.
// Method: Qt Quick Test, one tst_*.qml each, with the wall's own fonts and modules.
#include "ui/fonts.h"
#include "ui/wall.h"

#include <QGuiApplication>
#include <QQmlEngine>
#include <QtQuickTest>

class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable() { QGuiApplication::setFont(carewall::ui::fonts::text()); }
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath(QStringLiteral("qrc:/")); }
};

QUICK_TEST_MAIN_WITH_SETUP(carewall, Setup)
#include "tst_qml.moc"
