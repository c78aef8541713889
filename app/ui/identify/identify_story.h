#pragma once

#include "core/settings.h"
#include "ui/identify/identify_facts.h"
#include "ui/words/words.h"

#include <QSize>

namespace carewall::ui {

/// `screen` in pixels.
IdentityFacts identityFacts(const Words& words, const core::Settings& settings, QSize screen);

}  // namespace carewall::ui
