#pragma once

#include <QTest>
#include <string>

namespace QTest {

/// QCOMPARE of std::string shows both when they differ.
template <>
inline char* toString(const std::string& text)
{
    return qstrdup(("\"" + text + "\"").c_str());
}

}  // namespace QTest
