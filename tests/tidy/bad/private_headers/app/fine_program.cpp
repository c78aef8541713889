#include <QGuiApplication>
