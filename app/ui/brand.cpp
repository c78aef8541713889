#include "ui/brand.h"

#include "core/settings.h"

#include <QFile>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace carewall::ui {

namespace {

constexpr int most_elements = 4000;
constexpr int most_depth = 48;  // the renderer descends by recursion
/// A chain of elements that each repeat the next a few times grows as their product.
constexpr int most_uses = 24;
constexpr double flattest = 12;
constexpr double tallest = 0.25;
constexpr qint64 largest = qint64{256} * 1024;

/// Whether `url(...)` in it leads anywhere but to a part of the same drawing.
bool leadsOut(const QString& text)
{
    if (text.contains(QLatin1String{"@import"}, Qt::CaseInsensitive)) return true;
    for (qsizetype at = 0; (at = text.indexOf(QLatin1String{"url("}, at, Qt::CaseInsensitive)) >= 0;) {
        at += 4;
        while (at < text.size() && (text[at].isSpace() || text[at] == u'"' || text[at] == u'\''))
            ++at;
        if (at >= text.size() || text[at] != u'#') return true;
    }
    return false;
}

/// What is wrong with the element that the reader stands at; empty when nothing is.
QString troubleOfElement(const QXmlStreamReader& xml)
{
    static constexpr std::array<QLatin1String, 4> more_than_drawing{
        QLatin1String{"script"}, QLatin1String{"image"}, QLatin1String{"foreignObject"}, QLatin1String{"iframe"}};
    const QString name = xml.name().toString();
    if (std::find(more_than_drawing.begin(), more_than_drawing.end(), name) != more_than_drawing.end())
        return QStringLiteral("has <%1>").arg(name);
    const QXmlStreamAttributes attributes = xml.attributes();
    for (const QXmlStreamAttribute& each : attributes) {
        const QString value = each.value().toString();
        if (each.name().startsWith(QLatin1String{"on"}, Qt::CaseInsensitive))
            return QStringLiteral("has a script in %1").arg(each.name());
        const bool reference = each.name() == QLatin1String{"href"} || each.name() == QLatin1String{"src"};
        if ((reference && !value.trimmed().startsWith(u'#')) || leadsOut(value))
            return QStringLiteral("refers to something outside in %1").arg(each.name());
    }
    return {};
}

/// The first thing in it that is more than a drawing, with its line.
QString troubleOfContent(const QString& svg)
{
    QXmlStreamReader xml{svg};
    int elements = 0;
    int depth = 0;
    int uses = 0;
    QString trouble;
    while (!xml.atEnd() && trouble.isEmpty()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (elements == 0 && xml.name() != QLatin1String{"svg"}) trouble = QStringLiteral("begins with no <svg>");
            if (xml.name() == QLatin1String{"use"}) ++uses;
            if (++elements > most_elements || ++depth > most_depth || uses > most_uses)
                trouble = QStringLiteral("has more parts than a logo");
            if (trouble.isEmpty()) trouble = troubleOfElement(xml);
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        case QXmlStreamReader::DTD:
            if (!xml.entityDeclarations().isEmpty()) trouble = QStringLiteral("declares entities");
            break;
        case QXmlStreamReader::Characters:
            if (leadsOut(xml.text().toString())) trouble = QStringLiteral("refers to something outside");
            break;
        case QXmlStreamReader::Invalid:
            trouble = QStringLiteral("is not XML: ") + xml.errorString();
            break;
        default:
            break;
        }
    }
    if (trouble.isEmpty()) return {};
    return QStringLiteral("%1, line %2").arg(trouble).arg(xml.lineNumber());
}

}  // namespace

QString troubleOfLogo(const QString& svg)
{
    QString content = troubleOfContent(svg);
    if (!content.isEmpty()) return content;
    const QSvgRenderer renderer{svg.toUtf8()};
    const QSizeF size = renderer.viewBoxF().size();
    if (!renderer.isValid() || size.isEmpty()) return QStringLiteral("cannot be drawn, or says no size");
    const double aspect = size.width() / size.height();
    if (aspect < tallest || aspect > flattest)
        return QStringLiteral("is %1 times as wide as high").arg(aspect, 0, 'g', 3);
    return {};
}

core::Result<BrandFacts, std::string> brandOf(const core::BrandSettings& settings)
{
    BrandFacts brand;
    if (!settings.colour.empty()) brand.colour = QColor{QString::fromStdString(settings.colour)};
    if (settings.logo.empty()) return brand;
    QFile file{QString::fromStdString(settings.logo)};
    if (!file.open(QIODevice::ReadOnly))
        return core::failure("brand.logo " + settings.logo + " cannot be read: " + file.errorString().toStdString());
    brand.logo = QString::fromUtf8(file.read(largest));
    const QString trouble = troubleOfLogo(brand.logo);
    if (!trouble.isEmpty()) {
        return core::failure("brand.logo " + settings.logo + " " + trouble.toStdString() +
                             "; it must be an SVG (UTF-8) that is a drawing by itself: no scripts, pictures, entities "
                             "or references to other files, 1/4 to 12 times as wide as high");
    }
    return brand;
}

}  // namespace carewall::ui
