// Goal: to be found by its main.
#include <QtTest>

QTEST_GUILESS_MAIN(TestByMain)
