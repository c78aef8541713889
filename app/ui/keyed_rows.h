#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <vector>

namespace carewall::ui {

/// A page of rows for a Repeater: the scene says how many fit, the board which page's turn it is.
/// Rows that do not fit are not made at all. GUI thread.
class PagedRows : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int fits READ fits WRITE setFits NOTIFY fitsChanged FINAL)
    Q_PROPERTY(int total READ total NOTIFY totalChanged FINAL)
    Q_PROPERTY(int pageSize READ pageSize NOTIFY pageSizeChanged FINAL)
    Q_PROPERTY(int page READ page NOTIFY pageChanged FINAL)
    Q_PROPERTY(int pages READ pages NOTIFY pagesChanged FINAL)

public:
    /// How rows are dealt to pages: as many to each, or the first pages full.
    enum class Deal { Evenly, Full };
    explicit PagedRows(Deal deal) : m_deal{deal} {}

    /// Rows that the scene has room for, at least 1.
    int fits() const { return m_fits; }
    void setFits(int fits);
    /// Rows on all pages.
    int total() const { return m_total; }
    /// Rows of the fullest page: room to be kept, so that nothing jumps as pages turn.
    int pageSize() const { return m_page_size; }
    /// From 0.
    int page() const { return m_page; }
    int pages() const { return m_pages; }

Q_SIGNALS:
    void fitsChanged();
    void totalChanged();
    void pageSizeChanged();
    void pageChanged();
    void pagesChanged();

protected:
    /// Fills the page whose turn it is anew from the source.
    virtual void refill() = 0;
    /// First row and end of the present page.
    std::pair<int, int> placeOf(int total, int risen);

private:
    const Deal m_deal;
    int m_fits = 4;
    int m_total = 0;
    int m_page_size = 0;
    int m_page = 0;
    int m_pages = 1;
};

/// A role: its name in QML and the member of the row that it reads.
template <typename Row>
struct Role {
    const char* name;
    QVariant (*read)(const Row&);
    bool (*same)(const Row&, const Row&);
};

/// The role that reads a member of the row.
template <auto Member, typename Row>
constexpr Role<Row> role(const char* name)
{
    return {name, [](const Row& row) { return QVariant::fromValue(row.*Member); },
            [](const Row& a, const Row& b) { return a.*Member == b.*Member; }};
}

/// Rows with a key. `Row` has `key` and `static const std::array<Role<Row>, N>& roles()`. Shows a new list as the
/// difference to the old one: only rows that came, went or moved, and only roles that changed, are told. One role more,
/// `stays`, is false while a row has just been given the place of another or its page was turned, so that its way there
/// is not taken for a change of rank.
template <typename Row>
class KeyedRows : public PagedRows {
public:
    using Make = std::function<Row(std::size_t)>;
    using Still = std::function<bool(std::size_t)>;
    using PagedRows::PagedRows;

    /// `make` builds row i of `total`; it is kept and called again when the page or its size changes. Where `still` is
    /// given and true of i, row i was i at the last call, too, and what is held of it is as good as a new one.
    void show(std::size_t total, int page, Make make, const Still& still = {})
    {
        m_total = total;
        m_asked_page = page;
        m_make = std::move(make);
        fill(still);
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_held.size());
    }
    QVariant data(const QModelIndex& index, int asked) const override
    {
        const int which = asked - Qt::UserRole;
        if (!checkIndex(index, CheckIndexOption::IndexIsValid) || which < 0) return {};
        const auto& roles = Row::roles();
        const Held& held = m_held[static_cast<std::size_t>(index.row())];
        if (asked == stays_role) return held.stays;
        if (static_cast<std::size_t>(which) >= roles.size()) return {};
        return roles[static_cast<std::size_t>(which)].read(held.row);
    }
    QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        int id = Qt::UserRole;
        for (const auto& each : Row::roles())
            names.insert(id++, each.name);
        names.insert(stays_role, "stays");
        return names;
    }

protected:
    void refill() override { fill({}); }

private:
    static constexpr int stays_role = Qt::UserRole + 1000;

    struct Held {
        Row row;
        bool stays = true;
    };
    std::vector<Held> m_held;
    std::size_t m_total = 0;
    int m_first = 0;
    int m_asked_page = 0;
    Make m_make;

    static auto keyed(const QString& key)
    {
        return [&key](const auto& each) {
            if constexpr (
                requires { each.row; })
                return each.row.key == key;
            else
                return each.key == key;
        };
    }

    void fill(const Still& still)
    {
        const auto [first, end] = placeOf(static_cast<int>(m_total), m_asked_page);
        const bool same_page = std::exchange(m_first, first) == first;
        const bool same_rows = same_page && end - first == rowCount();
        std::vector<Row> next;
        next.reserve(static_cast<std::size_t>(end - first));
        for (int i = first; i < end; ++i) {
            const auto row = static_cast<std::size_t>(i);
            const bool known = same_rows && still && still(row);
            next.push_back(known ? m_held[static_cast<std::size_t>(i - first)].row : m_make(row));
        }
        settle(same_page);
        become(std::move(next));
    }

    /// Who was new is so no longer; on another page all are.
    void settle(bool stays)
    {
        for (int i = 0; i < rowCount(); ++i)
            if (std::exchange(m_held[static_cast<std::size_t>(i)].stays, stays) != stays)
                Q_EMIT dataChanged(index(i), index(i), {stays_role});
    }

    /// Rows that went give their places to those that came: a page turns without a single tile being made anew.
    void become(std::vector<Row> next)
    {
        auto came = next.cbegin();
        const auto nextCame = [&] {
            while (came != next.cend() && std::any_of(m_held.begin(), m_held.end(), keyed(came->key)))
                ++came;
            return came != next.cend();
        };
        for (int i = rowCount() - 1; i >= 0; --i) {
            if (std::any_of(next.begin(), next.end(), keyed(m_held[static_cast<std::size_t>(i)].row.key))) continue;
            if (nextCame()) {
                change(i, *came, false);
                continue;
            }
            beginRemoveRows({}, i, i);
            m_held.erase(m_held.begin() + i);
            endRemoveRows();
        }
        for (int i = 0; i < static_cast<int>(next.size()); ++i)
            place(i, std::move(next[static_cast<std::size_t>(i)]));
    }

    void place(int i, Row row)
    {
        const auto here = m_held.begin() + i;
        const auto known = std::find_if(here, m_held.end(), keyed(row.key));
        if (known == m_held.end()) {
            beginInsertRows({}, i, i);
            m_held.insert(here, Held{std::move(row)});
            endInsertRows();
            return;
        }
        if (known != here) {
            const int from = static_cast<int>(known - m_held.begin());
            beginMoveRows({}, from, from, {}, i);
            std::rotate(here, known, known + 1);
            endMoveRows();
        }
        change(i, std::move(row));
    }

    void change(int i, Row row, bool stays = true)
    {
        Row& old = m_held[static_cast<std::size_t>(i)].row;
        QList<int> changed;
        if (!stays) {
            m_held[static_cast<std::size_t>(i)].stays = false;
            changed << stays_role;
        }
        int id = Qt::UserRole;
        for (const auto& each : Row::roles()) {
            if (!each.same(old, row)) changed << id;
            ++id;
        }
        if (changed.isEmpty()) return;
        old = std::move(row);
        Q_EMIT dataChanged(index(i), index(i), changed);
    }
};

}  // namespace carewall::ui
