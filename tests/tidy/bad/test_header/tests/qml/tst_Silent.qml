import QtTest
