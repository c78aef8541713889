#include "ui/qr/qr_story.h"

#include "ui/qr/qr_words.h"

#include <QUrl>

namespace carewall::ui {

namespace {

QString labelOf(const core::VoiceFigures& voice, const std::string& issue)
{
    for (const core::TrendFigures& trend : voice.trends)
        if (trend.trend.issue == issue && !trend.label.empty()) return QString::fromStdString(trend.label);
    for (const core::IssueFigures& known : voice.issues)
        if (known.issue == issue && !known.label.empty()) return QString::fromStdString(known.label);
    return QString::fromStdString(issue);
}

}  // namespace

QrFacts qrFacts(const core::FloorFigures& floor, const core::Settings& settings, const core::Stage& stage)
{
    QrFacts facts;
    facts.heading = QrWords::moreOn();
    facts.issue = labelOf(floor.voice, stage.qr);
    facts.hint = QrWords::scan();
    facts.url = QString::fromStdString(settings.links.issue)
                    .replace(QLatin1String{"{issue}"},
                             QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(stage.qr))));
    return facts;
}

}  // namespace carewall::ui
