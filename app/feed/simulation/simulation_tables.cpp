#include "feed/simulation/simulation_tables.h"

#include <algorithm>
#include <iterator>

namespace carewall::feed {

using namespace std::chrono_literals;

namespace {

// By hour from midnight. Calls follow office hours, chats the evening, posts the sofa.
constexpr HourCurve phone_hours = {0.14, 0.10, 0.08, 0.08, 0.09, 0.14, 0.32, 0.80, 1.45, 1.85, 1.95, 1.85,
                                   1.65, 1.60, 1.65, 1.65, 1.70, 1.75, 1.60, 1.30, 0.95, 0.65, 0.40, 0.22};
constexpr HourCurve chat_hours = {0.22, 0.14, 0.10, 0.08, 0.09, 0.12, 0.28, 0.60, 1.05, 1.40, 1.55, 1.55,
                                  1.55, 1.45, 1.40, 1.40, 1.50, 1.60, 1.75, 1.80, 1.65, 1.25, 0.80, 0.42};
constexpr HourCurve mail_hours = {0.30, 0.20, 0.15, 0.12, 0.14, 0.25, 0.55, 1.00, 1.45, 1.65, 1.65, 1.55,
                                  1.40, 1.40, 1.40, 1.35, 1.30, 1.25, 1.15, 1.15, 1.15, 1.00, 0.80, 0.50};
constexpr HourCurve social_hours = {0.45, 0.28, 0.18, 0.14, 0.14, 0.20, 0.40, 0.75, 0.95, 1.05, 1.10, 1.15,
                                    1.30, 1.25, 1.10, 1.10, 1.20, 1.40, 1.65, 1.85, 1.95, 1.80, 1.35, 0.80};

constexpr WeekdayCurve office_weekdays = {0.60, 1.22, 1.12, 1.07, 1.06, 1.08, 0.85};
constexpr WeekdayCurve sofa_weekdays = {1.04, 1.06, 0.98, 0.96, 0.97, 1.00, 0.99};

std::vector<LanguageShare> manyLanguages()
{
    return {{"en", 0.82}, {"es", 0.08}, {"pl", 0.05}, {"ru", 0.03}, {"fa", 0.02}};
}

SimulatedQueue phoneQueue()
{
    SimulatedQueue q;
    q.channel = "phone";
    q.medium = Medium::Phone;
    q.target = {.within = 30s, .ratio = 0.8};
    q.languages = manyLanguages();
    q.ring_s = 6;
    q.work_sigma = 0.6;
    q.patience_s = 240;
    q.patience_shape = 1.1;
    q.resolved_at_once = 0.8;
    q.return_s = 2 * 3600;
    q.help_after_s = 15;
    q.least_agents = 2;
    return q;
}

SimulatedQueue chatQueue()
{
    SimulatedQueue q = phoneQueue();
    q.channel = "chat";
    q.medium = Medium::Chat;
    q.target.within = 60s;
    q.ring_s = 13;
    q.work_sigma = 0.55;
    q.patience_s = 330;
    q.resolved_at_once = 0.76;
    q.return_s = 25 * 60;
    q.help_after_s = 45;
    q.least_agents = 1;
    return q;
}

SimulatedQueue writtenQueue()
{
    SimulatedQueue q;
    q.languages = manyLanguages();
    q.team = "Digital care";
    q.work_sigma = 0.7;
    return q;
}

std::vector<SimulatedQueue> liveQueues()
{
    SimulatedQueue tech_phone = phoneQueue();
    tech_phone.id = "tech-phone";
    tech_phone.label = "Technical phone";
    tech_phone.team = "Technical";
    tech_phone.asked_per_day = 900;
    tech_phone.work_s = 360;
    tech_phone.slack = 1.5;

    SimulatedQueue tech_chat = chatQueue();
    tech_chat.id = "tech-chat";
    tech_chat.label = "Technical chat";
    tech_chat.team = "Technical";
    tech_chat.asked_per_day = 480;
    tech_chat.work_s = 420;
    tech_chat.slack = 1.3;

    SimulatedQueue billing_phone = phoneQueue();
    billing_phone.id = "billing-phone";
    billing_phone.label = "Billing phone";
    billing_phone.team = "Contracts and billing";
    billing_phone.asked_per_day = 820;
    billing_phone.work_s = 270;
    billing_phone.slack = 1.2;

    SimulatedQueue contract_chat = chatQueue();
    contract_chat.id = "contract-chat";
    contract_chat.label = "Contract chat";
    contract_chat.team = "Contracts and billing";
    contract_chat.asked_per_day = 420;
    contract_chat.work_s = 330;
    contract_chat.slack = 1.0;

    SimulatedQueue business = phoneQueue();
    business.id = "business-phone";
    business.label = "Business line";
    business.team = "Business";
    business.target.within = 20s;
    business.languages = {{"en", 1.0}};
    business.asked_per_day = 260;
    business.work_s = 380;
    business.slack = 1.5;

    return {tech_phone, tech_chat, billing_phone, contract_chat, business};
}

std::vector<SimulatedQueue> writtenQueues()
{
    SimulatedQueue mail = writtenQueue();
    mail.id = "e-mail";
    mail.label = "E-mail";
    mail.channel = "e-mail";
    mail.medium = Medium::Mail;
    mail.target = {.within = 4h, .ratio = 0.9};
    mail.asked_per_day = 430;
    mail.work_s = 420;
    mail.patience_s = 30 * 3600;
    mail.patience_shape = 1.2;
    mail.resolved_at_once = 0.74;
    mail.return_s = 4 * 3600;
    mail.help_after_s = 90 * 60;
    mail.least_agents = 2;
    mail.load_factor = 0.9;

    SimulatedQueue social = writtenQueue();
    social.id = "social";
    social.label = "Social network";
    social.channel = "social";
    social.medium = Medium::Social;
    social.target = {.within = 15min, .ratio = 0.8};
    social.asked_per_day = 340;
    social.work_s = 170;
    social.patience_s = 6 * 3600;
    social.resolved_at_once = 0.7;
    social.return_s = 15 * 60;
    social.help_after_s = 9 * 60;
    social.slack = 1.1;

    SimulatedQueue forum = writtenQueue();
    forum.id = "forum";
    forum.label = "Community forum";
    forum.channel = "community";
    forum.medium = Medium::Forum;
    forum.target = {.within = 2h, .ratio = 0.7};
    forum.languages = {{"en", 1.0}};
    forum.asked_per_day = 150;
    forum.work_s = 360;
    forum.patience_s = 60 * 3600;
    forum.resolved_at_once = 0.75;
    forum.return_s = 50 * 60;
    forum.help_after_s = 95 * 60;
    forum.hold_s = 60 * 60;
    forum.community = 0.55;
    forum.slack = 0.2;

    return {mail, social, forum};
}

}  // namespace

const HourCurve& hourCurve(Medium medium)
{
    switch (medium) {
    case Medium::Phone:
        return phone_hours;
    case Medium::Chat:
        return chat_hours;
    case Medium::Mail:
        return mail_hours;
    case Medium::Social:
    case Medium::Forum:
        break;
    }
    return social_hours;
}

const WeekdayCurve& weekdayCurve(Medium medium)
{
    return medium == Medium::Social || medium == Medium::Forum ? sofa_weekdays : office_weekdays;
}

std::vector<SimulatedQueue> queueTable()
{
    std::vector<SimulatedQueue> queues = liveQueues();
    std::ranges::move(writtenQueues(), std::back_inserter(queues));
    return queues;
}

std::vector<SimulatedIssue> issueTable()
{
    // Weights: tech-phone, tech-chat, billing-phone, contract-chat, business-phone, e-mail, social, forum.
    return {
        {{"router-offline", "Router offline after update"}, -1.7, 1.1, {9, 9, 0.4, 0.4, 5, 3, 5, 7}},
        {{"no-signal", "No mobile signal"}, -1.4, 1.1, {9, 9, 0.5, 0.5, 6, 4, 8, 6}},
        {{"outage", "Outage in my area"}, -1.8, 1.0, {9, 8, 0.5, 0.5, 6, 3, 8, 4}},
        {{"slow-broadband", "Slow broadband"}, -1.4, 1.2, {19, 17, 1, 1, 10, 7, 11, 13}},
        {{"wifi", "Wi-Fi does not reach"}, -0.8, 1.1, {14, 17, 0, 0.5, 4, 4, 5, 17}},
        {{"engineer", "Engineer did not come"}, -2.2, 0.9, {9, 5, 1, 1, 6, 5, 7, 2}},
        {{"tv-box", "TV box freezes"}, -1.3, 1.1, {11, 12, 0, 0, 0, 4, 6, 9}},
        {{"esim", "eSIM activation"}, -0.6, 1.0, {8, 11, 1, 5, 6, 4, 4, 9}},
        {{"voicemail", "Voicemail and call divert"}, -0.4, 0.9, {6, 6, 0, 1, 8, 2, 1, 5}},
        {{"locked-out", "Locked out of the account"}, -1.0, 0.7, {7, 8, 5, 7, 5, 7, 4, 6}},
        {{"bill-higher", "Bill higher than expected"}, -1.8, 1.1, {0.5, 0.5, 24, 8, 10, 13, 9, 2}},
        {{"roaming", "Roaming charges"}, -1.8, 1.0, {0.5, 0.5, 9, 5, 6, 7, 5, 3}},
        {{"direct-debit", "Direct debit failed"}, -1.1, 0.8, {0, 0, 11, 3, 4, 6, 2, 0.5}},
        {{"refund", "Refund not arrived"}, -1.8, 0.9, {0, 0, 10, 4, 3, 9, 5, 1}},
        {{"cancelling", "Cancelling"}, -1.2, 1.3, {0, 0, 11, 9, 3, 9, 3, 1}},
        {{"moving-home", "Moving home"}, 0.1, 1.3, {1, 1, 8, 10, 6, 5, 2, 2}},
        {{"plan-change", "Change of plan"}, 0.7, 1.1, {0, 0, 9, 20, 8, 5, 3, 3}},
        {{"new-phone", "New phone on contract"}, 1.3, 1.2, {0, 0, 5, 17, 3, 3, 6, 4}},
        {{"delivery", "Delivery is late"}, -1.3, 0.8, {1, 1, 6, 8, 3, 7, 5, 1}},
        {{"number-port", "Keeping my number"}, -0.5, 1.0, {2, 2, 5, 8, 6, 4, 2, 2}},
        {{"praise", "Thanks and praise"}, 3.3, 0.4, {0.5, 0.7, 0.7, 1, 0.7, 2.5, 11, 4}},
    };
}

const std::vector<std::string_view>& burstIssues()
{
    static const std::vector<std::string_view> ids = {"router-offline", "no-signal", "outage"};
    return ids;
}

const std::vector<std::string_view>& burstWords(std::string_view issue)
{
    static const std::vector<std::string_view> router = {
        "the orange light blinks", "an orange light blinks all the time", "only the orange light blinks now"};
    static const std::vector<std::string_view> signal = {
        "it says emergency calls only", "emergency calls only since noon", "stuck on emergency calls only"};
    static const std::vector<std::string_view> outage = {"the whole street is dark", "our whole street has nothing",
                                                         "neighbours say the whole street"};
    return issue == "router-offline" ? router : issue == "no-signal" ? signal : outage;
}

const std::vector<std::string_view>& fillers()
{
    static const std::vector<std::string_view> words = {"please help",
                                                        "again",
                                                        "for two days now",
                                                        "any idea",
                                                        "what can I do",
                                                        "third time now",
                                                        "nothing I tried works",
                                                        "it worked yesterday",
                                                        "since this morning",
                                                        "still waiting",
                                                        "nobody could tell me why",
                                                        "how long will it take",
                                                        "I have called twice",
                                                        "same as before",
                                                        "is it only me",
                                                        "what does it cost"};
    return words;
}

const std::vector<SimulatedPraise>& SimulationFloor::praises()
{
    static const std::vector<SimulatedPraise> sentences = {
        {"tech-phone", "Stayed on the line for fifty minutes until a clinic was online again, then rang back in the "
                       "evening to check."},
        {"billing-phone", "Noticed a roaming mistake before the customer did, put it right and called to say so."},
        {"social", "Turned an angry thread into a thank-you by posting each step of the repair as it happened."},
        {"tech-chat", "Guided a customer with low vision through the setup by describing every light and where to "
                      "feel for it."},
        {"business-phone", "Had a mobile hotspot running in a bakery before opening time, so that the tills worked "
                           "while the line was mended."},
        {"forum", "Wrote up the mesh Wi-Fi fix with photos; by evening others were answering with a link to it."},
        {"e-mail", "Answered a four-page letter point by point. The reply came back in one line: finally, thank you."},
        {"contract-chat", "Offered the cheaper plan that fitted better, although nobody had asked for it."},
        {"tech-phone", "Heard a smoke alarm in the background, asked about that before the router, and waited until "
                       "all was well."},
        {"billing-phone", "Found a household paying for a line it had not used in a year, closed it and refunded "
                          "every month."},
        {"business-phone", "Spotted the same fault in three shops of one chain and had a single visit mend them all."},
        {"e-mail", "Traced a lost parcel through three depots and had it on the doorstep the same afternoon."},
        {"tech-chat", "Drew a small map of the flat to find the best place for the router. It now hangs on a fridge."},
        {"forum", "Gathered the five most asked questions about the update and had answered all of them before noon."},
        {"contract-chat", "Went through a first bill line by line, in plain words, with somebody new to the country."},
        {"social", "Kept a stranded driver company in messages, bar of signal by bar of signal, until help had come."},
    };
    return sentences;
}

const std::vector<std::string_view>& SimulationFloor::broadcasts()
{
    static const std::vector<std::string_view> words = {
        "Planned work tonight from 02:00 to 04:00: short interruptions are possible in the north.",
        "New in the app: see what your bill will be before it comes.",
        "Three places where a router should never stand, and one where it should.",
        "Travelling? Roaming rates for all countries are on one page now.",
        "Our lines are quiet before nine. Chat is open around the clock.",
        "Beware of messages that ask for your PIN. We never do.",
        "Moving home? Tell us two weeks ahead and the line is there before the sofa.",
    };
    return words;
}

}  // namespace carewall::feed
