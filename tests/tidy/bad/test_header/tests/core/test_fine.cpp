// Goal: a thing.
// Method: another.
#include <QtTest>
