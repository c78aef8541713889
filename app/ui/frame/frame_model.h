#pragma once

#include "ui/frame/frame_facts.h"
#include "ui/scene_model.h"

namespace carewall::ui {

/// What stands around every scene: which floor and when, words to the floor, and on a board without a report what it
/// waits for.
class FrameModel : public SceneModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::HeaderFacts header READ header NOTIFY headerChanged FINAL)
    Q_PROPERTY(carewall::ui::NoticeFacts notice READ notice NOTIFY noticeChanged FINAL)
    Q_PROPERTY(carewall::ui::AwaitFacts await READ await NOTIFY awaitChanged FINAL)
    Q_PROPERTY(int second READ second NOTIFY secondChanged FINAL)
    Q_PROPERTY(int pageTurns READ pageTurns NOTIFY pageTurnsChanged FINAL)

public:
    explicit FrameModel(const WallContext& wall);

    void show(const core::Snapshot& snapshot, bool news) override;
    /// Another page came; told after what is on the page.
    void pageTurned();

    HeaderFacts header() const { return m_header; }
    NoticeFacts notice() const { return m_notice; }
    AwaitFacts await() const { return m_await; }
    int second() const { return m_second; }
    int pageTurns() const { return m_page_turns; }

Q_SIGNALS:
    void headerChanged();
    void noticeChanged();
    void awaitChanged();
    void secondChanged();
    void pageTurnsChanged();

private:
    HeaderFacts m_header;
    NoticeFacts m_notice;
    AwaitFacts m_await;
    int m_second = 0;
    int m_page_turns = 0;
};

}  // namespace carewall::ui
