#pragma once

#include "core/languages.h"

namespace carewall::ui {

/// The application speaks `language` from now on: translations, the locale of figures, the direction of writing.
/// What was said before must be said anew. GUI thread.
void speak(const core::Language& language);

}  // namespace carewall::ui
