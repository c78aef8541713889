#include "ui/keyed_rows.h"

namespace carewall::ui {

void PagedRows::setFits(int fits)
{
    fits = std::max(1, fits);
    if (fits == m_fits) return;
    m_fits = fits;
    Q_EMIT fitsChanged();
    refill();
}

std::pair<int, int> PagedRows::placeOf(int total, int risen)
{
    const int pages = std::max(1, (total + m_fits - 1) / m_fits);
    const int page = risen % pages;
    const int each = m_deal == Deal::Full ? std::min(total, m_fits) : (total + pages - 1) / pages;
    if (std::exchange(m_total, total) != total) Q_EMIT totalChanged();
    if (std::exchange(m_page_size, each) != each) Q_EMIT pageSizeChanged();
    if (std::exchange(m_pages, pages) != pages) Q_EMIT pagesChanged();
    if (std::exchange(m_page, page) != page) Q_EMIT pageChanged();
    return {std::min(page * each, total), std::min((page + 1) * each, total)};
}

}  // namespace carewall::ui
