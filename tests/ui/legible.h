#pragma once

#include "core/settings.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QRectF>
#include <QSize>
#include <QString>

#include <vector>

/// The law of DESIGN.md section 6 on what is really drawn: the tests walk the item tree of a window with it.
namespace carewall::support {

/// Words or a figure on the wall.
struct Drawn {
    QQuickItem* item = nullptr;
    QRectF box;  ///< of its letters or digits, window coordinates
    bool figure = false;
};

/// All words and figures that are visible.
std::vector<Drawn> drawnOn(QQuickWindow& window);

/// What the first offence is, in words; empty: all is well. Words >= 16 arcmin and figures >= 20 at the distance,
/// nothing off the screen, nothing overlapping, no figure cut, no rich text; words cut only where they are not the
/// wall's own and longer than an ordinary label of 25 letters.
QString whatIsWrong(QQuickWindow& window, const core::DisplaySettings& display, QSize size);

/// Which words or figure have less than 7:1 against what is drawn behind them, large ones (from 20 arcmin: figures and
/// titles) less than 4.5:1; empty: all is well. Contrast as WCAG 2.2 defines it. Draws the window anew without its
/// words.
QString whatIsFaint(QQuickWindow& window, const core::DisplaySettings& display, QSize size);

}  // namespace carewall::support
