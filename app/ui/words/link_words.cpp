#include "ui/words/link_words.h"

namespace carewall::ui {

using core::LinkReason;

QString LinkWords::brief(LinkReason reason)
{
    switch (reason) {
    case LinkReason::None:
        return {};
    case LinkReason::Refused:
        return tr("connection refused");
    case LinkReason::Unreachable:
        return tr("broker out of reach");
    case LinkReason::NameNotFound:
        return tr("broker not found");
    case LinkReason::NoAnswer:
        return tr("broker silent");
    case LinkReason::ClosedByBroker:
        return tr("connection ended");
    case LinkReason::NotMqtt:
        return tr("no MQTT there");
    case LinkReason::CertificateNotTrusted:
        return tr("certificate untrusted");
    case LinkReason::CertificateWrongName:
        return tr("certificate misnamed");
    case LinkReason::CertificateDates:
        return tr("certificate out of date");
    case LinkReason::ClientCertificate:
        return tr("our certificate refused");
    case LinkReason::TlsOther:
        return tr("TLS fails");
    case LinkReason::Credentials:
        return tr("password refused");
    case LinkReason::ClientId:
        return tr("client id refused");
    case LinkReason::Subscription:
        return tr("no right to read");
    case LinkReason::TakenOver:
        return tr("client id in use");
    case LinkReason::Other:
        return tr("connection fails");
    }
    return {};
}

QString LinkWords::full(LinkReason reason)
{
    switch (reason) {
    case LinkReason::None:
        return {};
    case LinkReason::Refused:
        return tr("The broker refuses the connection: is it running?");
    case LinkReason::Unreachable:
        return tr("No way to the broker: check network and address");
    case LinkReason::NameNotFound:
        return tr("The broker's name is not known: check the address");
    case LinkReason::NoAnswer:
        return tr("The broker does not answer: check address and firewall");
    case LinkReason::ClosedByBroker:
        return tr("The broker ended the connection: see its log");
    case LinkReason::NotMqtt:
        return tr("No MQTT broker answers there: check port and protocol");
    case LinkReason::CertificateNotTrusted:
        return tr("The broker's certificate is not trusted: check ca_file");
    case LinkReason::CertificateWrongName:
        return tr("The broker's certificate is for another name: check the address");
    case LinkReason::CertificateDates:
        return tr("The broker's certificate is out of date, or the clock is wrong");
    case LinkReason::ClientCertificate:
        return tr("The broker refuses our certificate: check certificate_file");
    case LinkReason::TlsOther:
        return tr("The secure connection fails: check port and certificates");
    case LinkReason::Credentials:
        return tr("The broker refuses our password: check username and password_file");
    case LinkReason::ClientId:
        return tr("The broker refuses our client id: check client_id");
    case LinkReason::Subscription:
        return tr("The broker does not let us read: check its access rules");
    case LinkReason::TakenOver:
        return tr("Another board uses our client id: check client_id");
    case LinkReason::Other:
        return tr("The connection fails: see the log");
    }
    return {};
}

QString LinkWords::detailed(LinkReason reason, const QString& why)
{
    const QString sentence = full(reason);
    return sentence.isEmpty() || why.isEmpty() ? sentence
                                               : tr("%1 (%2)", "sentence, English words on it").arg(sentence, why);
}

}  // namespace carewall::ui
