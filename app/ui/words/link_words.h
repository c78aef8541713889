#pragma once

#include "core/link.h"

#include <QCoreApplication>
#include <QString>

namespace carewall::ui {

/// What keeps the wall from its broker, and what to do, in the wall's language.
class LinkWords {
    Q_DECLARE_TR_FUNCTIONS(LinkWords)

public:
    /// A few words for the header: "connection refused"; empty when there is nothing to tell.
    static QString brief(core::LinkReason reason);
    /// A sentence: "The broker refuses the connection: is it running?"; likewise.
    static QString full(core::LinkReason reason);
    /// The same, with the system's or the broker's own words, which come in English.
    static QString detailed(core::LinkReason reason, const QString& why);
};

}  // namespace carewall::ui
