#include "ui/identify/identify_story.h"

#include "ui/identify/identify_words.h"

#include <QNetworkInterface>
#include <QSysInfo>
#include <QUrl>

namespace carewall::ui {

namespace {

/// Where this machine is reached: its IPv4 addresses but loopback, at most two.
QString addresses()
{
    constexpr qsizetype most = 2;
    QStringList found;
    for (const QHostAddress& address : QNetworkInterface::allAddresses())
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() && found.size() < most)
            found << address.toString();
    return found.join(QStringLiteral(", "));
}

}  // namespace

IdentityFacts identityFacts(const Words& words, const core::Settings& settings, QSize screen)
{
    const IdentifyWords says{words};
    IdentityFacts facts;
    facts.heading = says.thisBoard();
    facts.board = QString::fromStdString(settings.board);
    const QUrl broker{QString::fromStdString(settings.broker.url)};
    const auto tell = [&](const QString& word, const QString& value) {
        if (value.isEmpty()) return;
        facts.words << word;
        facts.values << value;
    };
    tell(says.floor(), QString::fromStdString(settings.floor));
    tell(says.broker(),
         broker.host() + (broker.port() > 0 ? QLatin1Char{':'} + QString::number(broker.port()) : QString{}));
    const QString at = addresses();
    tell(says.machine(), QSysInfo::machineHostName() + (at.isEmpty() ? QString{} : QStringLiteral(", ") + at));
    tell(says.screen(), says.screenSize(screen.width(), screen.height(), settings.display));
    return facts;
}

}  // namespace carewall::ui
