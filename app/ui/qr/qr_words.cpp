#include "ui/qr/qr_words.h"

namespace carewall::ui {

QString QrWords::moreOn()
{
    return tr("More on this issue");
}

QString QrWords::scan()
{
    return tr("Scan with a phone to open its page.");
}

}  // namespace carewall::ui
