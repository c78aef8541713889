#pragma once

#include "ui/scene_model.h"
#include "ui/visit/visit_facts.h"
#include "ui/visit/yardstick_rows.h"

#include <vector>

namespace carewall::ui {

/// For who walks past: a sentence, four figures beside what they should be, and the news.
class VisitModel : public SceneModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::PagedRows* yardsticks READ yardsticks CONSTANT FINAL)
    Q_PROPERTY(carewall::ui::VisitFacts visit READ visit NOTIFY visitChanged FINAL)

public:
    static constexpr core::Scene scene = core::Scene::Visit;

    explicit VisitModel(const WallContext& wall);

    void show(const core::Snapshot& snapshot, bool news) override;

    PagedRows* yardsticks() { return &m_yardsticks; }
    VisitFacts visit() const { return m_visit; }

Q_SIGNALS:
    void visitChanged();

private:
    YardstickRows m_yardsticks;
    VisitFacts m_visit;
    std::vector<YardstickRow> m_rows;  ///< of all pages
};

}  // namespace carewall::ui
