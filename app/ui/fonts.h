#pragma once

#include <QFont>

/// The faces of the wall, all from Debian's packages: Inter for Latin and Cyrillic, Noto Sans Arabic for Persian.
namespace carewall::ui::fonts {

/// For words. QML's texts take it as the application's font, with its fall-backs.
QFont text();
/// For figures: the display cut, whose digits are narrower.
QFont figures();

/// Height of a capital letter of the text face, as a share of the em.
double capRatio();
/// Height of the digits that a figure is written in, as a share of the em. `sample` is one of them.
double digitRatio(QChar sample, int weight);

}  // namespace carewall::ui::fonts
