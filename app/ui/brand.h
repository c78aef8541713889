#pragma once

#include "core/result.h"

#include <QColor>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <string>

namespace carewall::core {
struct BrandSettings;
}  // namespace carewall::core

namespace carewall::ui {

/// What the house adds to the wall.
struct BrandFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QColor colour MEMBER colour)
    Q_PROPERTY(QString logo MEMBER logo)

public:
    QColor colour{Qt::transparent};  ///< transparent: none
    QString logo;                    ///< an SVG that names nothing outside itself; empty: none
    bool operator==(const BrandFacts&) const = default;
};

/// Reads what the settings name. Fails with one sentence, with its line, when the logo is no SVG that can be drawn, or
/// is more than a drawing: scripts, pictures, references to anything but its own parts, entities.
core::Result<BrandFacts, std::string> brandOf(const core::BrandSettings& settings);

/// The sentence about an SVG that is not drawn; empty when it is.
QString troubleOfLogo(const QString& svg);

}  // namespace carewall::ui
