#pragma once

#include "ui/alarm/alarm_facts.h"
#include "ui/brand.h"
#include "ui/closed/closed_facts.h"
#include "ui/floor/floor_facts.h"
#include "ui/floor/issue_rows.h"
#include "ui/floor/queue_rows.h"
#include "ui/frame/frame_facts.h"
#include "ui/identify/identify_facts.h"
#include "ui/moments/moment_facts.h"
#include "ui/qr/qr_facts.h"
#include "ui/response/response_rows.h"
#include "ui/visit/visit_facts.h"
#include "ui/visit/yardstick_rows.h"
#include "ui/voice/spoken_rows.h"
#include "ui/voice/voice_facts.h"

#include <QObject>
#include <QSize>

#include <memory>
#include <string>
#include <type_traits>

namespace carewall::core {
struct FloorFigures;
struct Settings;
struct Snapshot;
}  // namespace carewall::core

namespace carewall::ui {

/// What is on the wall, for QML: `show` puts a snapshot into words, decides nothing, and tells only what differs.
/// An unchanged snapshot tells nothing. GUI thread.
class Board : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::HeaderFacts header READ header NOTIFY headerChanged FINAL)
    Q_PROPERTY(carewall::ui::ServiceFacts service READ service NOTIFY serviceChanged FINAL)
    Q_PROPERTY(carewall::ui::IssueHeadFacts voice READ voice NOTIFY voiceChanged FINAL)
    Q_PROPERTY(carewall::ui::NoticeFacts notice READ notice NOTIFY noticeChanged FINAL)
    Q_PROPERTY(carewall::ui::AwaitFacts await READ await NOTIFY awaitChanged FINAL)
    Q_PROPERTY(carewall::ui::PagedRows* queues READ queues CONSTANT FINAL)
    Q_PROPERTY(carewall::ui::PagedRows* issues READ issues CONSTANT FINAL)
    Q_PROPERTY(carewall::ui::PagedRows* responses READ responses CONSTANT FINAL)
    Q_PROPERTY(carewall::ui::TrendFacts trend READ trend NOTIFY trendChanged FINAL)
    Q_PROPERTY(carewall::ui::SpeechFacts speech READ speech NOTIFY speechChanged FINAL)
    Q_PROPERTY(carewall::ui::PagedRows* spoken READ spoken CONSTANT FINAL)
    Q_PROPERTY(carewall::ui::MomentFacts moment READ moment NOTIFY momentChanged FINAL)
    Q_PROPERTY(carewall::ui::VisitFacts visit READ visit NOTIFY visitChanged FINAL)
    Q_PROPERTY(carewall::ui::PagedRows* yardsticks READ yardsticks CONSTANT FINAL)
    Q_PROPERTY(carewall::ui::ClosedFacts closed READ closed NOTIFY closedChanged FINAL)
    Q_PROPERTY(QString spokenPlace READ spokenPlace NOTIFY spokenPlaceChanged FINAL)
    Q_PROPERTY(QString scene READ scene NOTIFY sceneChanged FINAL)
    Q_PROPERTY(carewall::ui::AlarmFacts alarm READ alarm NOTIFY alarmChanged FINAL)
    Q_PROPERTY(carewall::ui::IdentityFacts identity READ identity NOTIFY identityChanged FINAL)
    Q_PROPERTY(carewall::ui::QrFacts qr READ qr NOTIFY qrChanged FINAL)
    Q_PROPERTY(double dim READ dim NOTIFY restChanged FINAL)
    Q_PROPERTY(int wanderX READ wanderX NOTIFY restChanged FINAL)
    Q_PROPERTY(int wanderY READ wanderY NOTIFY restChanged FINAL)
    Q_PROPERTY(QString responsesPlace READ responsesPlace NOTIFY responsesPlaceChanged FINAL)
    Q_PROPERTY(QList<QString> hours READ hours NOTIFY hoursChanged FINAL)
    Q_PROPERTY(int pageTurns READ pageTurns NOTIFY pageTurnsChanged FINAL)
    Q_PROPERTY(QString queuesPlace READ queuesPlace NOTIFY queuesPlaceChanged FINAL)
    Q_PROPERTY(QString issuesPlace READ issuesPlace NOTIFY issuesPlaceChanged FINAL)
    Q_PROPERTY(int second READ second NOTIFY secondChanged FINAL)
    Q_PROPERTY(int sequence READ sequence NOTIFY sequenceChanged FINAL)
    Q_PROPERTY(int received READ received NOTIFY receivedChanged FINAL)
    Q_PROPERTY(int scheme READ scheme NOTIFY schemeChanged FINAL)
    Q_PROPERTY(carewall::ui::BrandFacts brand READ brand CONSTANT FINAL)
    Q_PROPERTY(bool motion READ motion CONSTANT FINAL)
    Q_PROPERTY(bool mirrored READ mirrored NOTIFY languageChanged FINAL)
    Q_PROPERTY(double diagonal READ diagonal CONSTANT FINAL)
    Q_PROPERTY(double distance READ distance CONSTANT FINAL)

public:
    Board(const core::Settings& settings, QString version);
    Board(const Board&) = delete;
    Board& operator=(const Board&) = delete;
    ~Board() override;

    /// Shows a snapshot: on each turn of the board, and each second.
    void show(const core::Snapshot& snapshot);
    /// Before QML is loaded.
    void setBrand(BrandFacts brand) { m_brand = std::move(brand); }

    HeaderFacts header() const { return m_header; }
    ServiceFacts service() const { return m_service; }
    IssueHeadFacts voice() const { return m_voice; }
    NoticeFacts notice() const { return m_notice; }
    AwaitFacts await() const { return m_await; }
    PagedRows* queues() { return &m_queues; }
    PagedRows* issues() { return &m_issues; }
    TrendFacts trend() const { return m_trend; }
    SpeechFacts speech() const { return m_speech; }
    PagedRows* spoken() { return &m_spoken; }
    MomentFacts moment() const { return m_moment; }
    VisitFacts visit() const { return m_visit; }
    PagedRows* yardsticks() { return &m_yardsticks; }
    ClosedFacts closed() const { return m_closed; }
    QString spokenPlace() const { return m_spoken_place; }
    PagedRows* responses() { return &m_responses; }
    /// Which scene is on the wall: the one that the stage chose.
    QString scene() const { return m_scene; }
    AlarmFacts alarm() const { return m_alarm; }
    IdentityFacts identity() const { return m_identity; }
    QrFacts qr() const { return m_qr; }
    /// Pixels of the window: an installer wants to see them.
    void setScreen(QSize screen) { m_screen = screen; }
    /// How much light is taken away, in [0, 1].
    double dim() const;
    /// The picture's place, in [-3, 3].
    int wanderX() const;
    int wanderY() const;
    QString responsesPlace() const { return m_responses_place; }
    /// At the start and the end of the response scene's strips.
    QList<QString> hours() const { return m_hours; }
    /// How often a page was turned; told after what is on the page.
    int pageTurns() const { return m_page_turns; }
    /// "page 2 of 3"; empty while one page holds all.
    QString queuesPlace() const { return m_queues_place; }
    QString issuesPlace() const { return m_issues_place; }
    /// The board's own second, 0..59: it moves while the board lives, whatever the floor's clock does.
    int second() const { return m_second; }
    /// Low 24 bits of the newest sequence in what is shown.
    int sequence() const { return m_sequence; }
    /// Low 24 bits of the number of messages received.
    int received() const { return m_received; }
    /// Of ui::Scheme: which colours the wall has now.
    int scheme() const { return m_scheme; }
    BrandFacts brand() const { return m_brand; }
    /// Whether rows glide to their new rank.
    bool motion() const;
    /// Whether the language is written from right to left.
    bool mirrored() const;
    /// Of the screen, inches.
    double diagonal() const;
    /// From which it is read, metres.
    double distance() const;

Q_SIGNALS:
    void headerChanged();
    void serviceChanged();
    void voiceChanged();
    void noticeChanged();
    void awaitChanged();
    void trendChanged();
    void speechChanged();
    void momentChanged();
    void visitChanged();
    void closedChanged();
    void spokenPlaceChanged();
    void sceneChanged();
    void restChanged();
    void alarmChanged();
    void identityChanged();
    void qrChanged();
    /// The application speaks another language: what QML says itself must be said anew.
    void languageChanged();
    void responsesPlaceChanged();
    void hoursChanged();
    void pageTurnsChanged();
    void queuesPlaceChanged();
    void issuesPlaceChanged();
    void secondChanged();
    void sequenceChanged();
    void receivedChanged();
    void schemeChanged();

private:
    struct Inner;
    std::unique_ptr<Inner> m_inner;
    HeaderFacts m_header;
    ServiceFacts m_service;
    IssueHeadFacts m_voice;
    NoticeFacts m_notice;
    AwaitFacts m_await;
    QueueRows m_queues;
    IssueRows m_issues;
    TrendFacts m_trend;
    SpeechFacts m_speech;
    SpokenRows m_spoken;
    MomentFacts m_moment;
    VisitFacts m_visit;
    YardstickRows m_yardsticks;
    ClosedFacts m_closed;
    ResponseRows m_responses;
    QString m_scene;
    AlarmFacts m_alarm;
    IdentityFacts m_identity;
    QrFacts m_qr;
    QSize m_screen;
    QString m_spoken_place;
    QString m_responses_place;
    QList<QString> m_hours;
    QString m_queues_place;
    QString m_issues_place;
    int m_page_turns = 0;
    bool m_page_turned = false;  ///< and not yet told
    int m_second = 0;
    int m_sequence = 0;
    int m_received = 0;
    int m_scheme = 0;
    BrandFacts m_brand;

    template <typename Value>
    void become(Value& known, std::type_identity_t<Value> now, void (Board::*changed)());
    void showPlaces();
    void speakAnew(const std::string& code);
    void showFrame(const core::Snapshot& snapshot, int turn);
    void showScene(const core::Snapshot& snapshot, bool news);
    void showQueues(const core::FloorFigures& before, bool news, int turn);
    void showVoices(const core::Snapshot& snapshot);
    void showVisit(const core::Snapshot& snapshot);
    void showResponses(const core::Snapshot& snapshot);
};

}  // namespace carewall::ui
