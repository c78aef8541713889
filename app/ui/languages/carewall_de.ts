<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>GroupWords</name>
    <message>
        <source>channel: %1</source>
        <comment>of several queues together</comment>
        <translation>Kanal: %1</translation>
    </message>
    <message>
        <source>team: %1</source>
        <comment>of several queues together</comment>
        <translation>Team: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n Queue</numerusform>
            <numerusform>%n Queues</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <comment>3 queues, 14 waiting</comment>
        <translation>%2 in %1</translation>
    </message>
</context>
<context>
    <name>IssueHeadings</name>
    <message>
        <source>%1, %2</source>
        <comment>a heading; page of pages</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>in 24 h</source>
        <comment>more or fewer mentions than in the same hours the day before</comment>
        <translation>in 24 h</translation>
    </message>
    <message>
        <source>voices</source>
        <comment>column of figures</comment>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>Laune</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>broker out of reach</source>
        <translation>Broker unerreichbar</translation>
    </message>
    <message>
        <source>broker not found</source>
        <translation>Broker unbekannt</translation>
    </message>
    <message>
        <source>broker silent</source>
        <translation>Broker antwortet nicht</translation>
    </message>
    <message>
        <source>connection ended</source>
        <translation>Verbindung beendet</translation>
    </message>
    <message>
        <source>no MQTT there</source>
        <translation>dort kein MQTT</translation>
    </message>
    <message>
        <source>certificate untrusted</source>
        <translation>Zertifikat fremd</translation>
    </message>
    <message>
        <source>certificate misnamed</source>
        <translation>Zertifikat falsch</translation>
    </message>
    <message>
        <source>certificate out of date</source>
        <translation>Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>our certificate refused</source>
        <translation>Zertifikat abgelehnt</translation>
    </message>
    <message>
        <source>TLS fails</source>
        <translation>TLS scheitert</translation>
    </message>
    <message>
        <source>password refused</source>
        <translation>Passwort abgelehnt</translation>
    </message>
    <message>
        <source>client id refused</source>
        <translation>Kennung abgelehnt</translation>
    </message>
    <message>
        <source>no right to read</source>
        <translation>kein Leserecht</translation>
    </message>
    <message>
        <source>client id in use</source>
        <translation>Kennung vergeben</translation>
    </message>
    <message>
        <source>connection fails</source>
        <translation>Verbindung scheitert</translation>
    </message>
    <message>
        <source>The broker refuses the connection: is it running?</source>
        <translation>Der Broker lehnt die Verbindung ab: Läuft er?</translation>
    </message>
    <message>
        <source>No way to the broker: check network and address</source>
        <translation>Kein Weg zum Broker: Netz und Adresse prüfen</translation>
    </message>
    <message>
        <source>The broker's name is not known: check the address</source>
        <translation>Der Name des Brokers ist unbekannt: Adresse prüfen</translation>
    </message>
    <message>
        <source>The broker does not answer: check address and firewall</source>
        <translation>Der Broker antwortet nicht: Adresse und Firewall prüfen</translation>
    </message>
    <message>
        <source>The broker ended the connection: see its log</source>
        <translation>Der Broker hat die Verbindung beendet: siehe sein Protokoll</translation>
    </message>
    <message>
        <source>No MQTT broker answers there: check port and protocol</source>
        <translation>Dort antwortet kein MQTT-Broker: Port und Protokoll prüfen</translation>
    </message>
    <message>
        <source>The broker's certificate is not trusted: check ca_file</source>
        <translation>Dem Zertifikat des Brokers wird nicht vertraut: ca_file prüfen</translation>
    </message>
    <message>
        <source>The broker's certificate is for another name: check the address</source>
        <translation>Das Zertifikat des Brokers gilt für einen anderen Namen: Adresse prüfen</translation>
    </message>
    <message>
        <source>The broker's certificate is out of date, or the clock is wrong</source>
        <translation>Das Zertifikat des Brokers ist abgelaufen, oder die Uhr geht falsch</translation>
    </message>
    <message>
        <source>The broker refuses our certificate: check certificate_file</source>
        <translation>Der Broker lehnt unser Zertifikat ab: certificate_file prüfen</translation>
    </message>
    <message>
        <source>The secure connection fails: check port and certificates</source>
        <translation>Die sichere Verbindung scheitert: Port und Zertifikate prüfen</translation>
    </message>
    <message>
        <source>The broker refuses our password: check username and password_file</source>
        <translation>Der Broker lehnt unser Passwort ab: username und password_file prüfen</translation>
    </message>
    <message>
        <source>The broker refuses our client id: check client_id</source>
        <translation>Der Broker lehnt unsere Kennung ab: client_id prüfen</translation>
    </message>
    <message>
        <source>The broker does not let us read: check its access rules</source>
        <translation>Der Broker lässt uns nicht lesen: seine Zugriffsregeln prüfen</translation>
    </message>
    <message>
        <source>Another board uses our client id: check client_id</source>
        <translation>Eine andere Tafel benutzt unsere Kennung: client_id prüfen</translation>
    </message>
    <message>
        <source>The connection fails: see the log</source>
        <translation>Die Verbindung scheitert: siehe Protokoll</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, English words on it</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>QueueHeadings</name>
    <message>
        <source>queues</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>queues, %1</source>
        <comment>page of pages</comment>
        <translation>Queues, %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>half in</source>
        <comment>half of the answers came within</comment>
        <translation>50 % in</translation>
    </message>
    <message>
        <source>90 % in</source>
        <comment>nine of ten answers came within</comment>
        <translation>90 % in</translation>
    </message>
    <message>
        <source>in time</source>
        <comment>share of the queue answered within its target</comment>
        <translation>im Ziel</translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>am längsten</translation>
    </message>
</context>
<context>
    <name>ResponseHeadings</name>
    <message>
        <source>today</source>
        <comment>a drawing by half hours</comment>
        <translation>heute</translation>
    </message>
    <message>
        <source>today, half to 90 %</source>
        <comment>a drawing by half hours: from the time in which half were answered to that in which 90 % were</comment>
        <translation>heute, 50 bis 90 %</translation>
    </message>
    <message>
        <source>response times</source>
        <translation>Antwortzeiten</translation>
    </message>
    <message>
        <source>response times, %1</source>
        <comment>page of pages</comment>
        <translation>Antwortzeiten, %1</translation>
    </message>
    <message>
        <source>half in</source>
        <comment>half of the answers came within</comment>
        <translation>50 % in</translation>
    </message>
    <message>
        <source>90 % in</source>
        <comment>nine of ten answers came within</comment>
        <translation>90 % in</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Std.</translation>
    </message>
</context>
<context>
    <name>SpeechTile</name>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>Laune</translation>
    </message>
    <message>
        <source>anger</source>
        <comment>first rung of the ladder anger - like - love - defend</comment>
        <translation>Ärger</translation>
    </message>
    <message>
        <source>like</source>
        <comment>second rung of the ladder</comment>
        <translation>Mögen</translation>
    </message>
    <message>
        <source>love</source>
        <comment>third rung of the ladder</comment>
        <translation>Liebe</translation>
    </message>
    <message>
        <source>defend</source>
        <comment>last rung of the ladder: customers who defend us</comment>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>listening</source>
        <comment>share of replies in what the floor posts</comment>
        <translation>Zuhören</translation>
    </message>
</context>
<context>
    <name>SpokenHeadings</name>
    <message>
        <source>%1, %2</source>
        <comment>a heading; page of pages</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>times usual</source>
        <comment>column of figures like 5.9 x</comment>
        <translation>× üblich</translation>
    </message>
    <message>
        <source>voices</source>
        <comment>column of figures</comment>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>Laune</translation>
    </message>
</context>
<context>
    <name>AlarmWords</name>
    <message numerus="yes">
        <source>%n more late by %1.</source>
        <comment>a time of day</comment>
        <translation>
            <numerusform>Bis %1 noch %n zu spät.</numerusform>
            <numerusform>Bis %1 noch %n zu spät.</numerusform>
        </translation>
    </message>
    <message>
        <source>longest wait, target %1</source>
        <comment>a time</comment>
        <translation>längste Wartezeit, Ziel %1</translation>
    </message>
    <message>
        <source>%1 in time in the last hour, target %2.</source>
        <comment>shares in per cent</comment>
        <translation>In der letzten Stunde %1 im Ziel statt %2.</translation>
    </message>
    <message>
        <source>seen since %1</source>
        <comment>a time of day</comment>
        <translation>gesehen seit %1</translation>
    </message>
    <message>
        <source>%1 of %2 have waited longer than %3.</source>
        <comment>customers, a time</comment>
        <translation>%1 von %2 warten länger als %3.</translation>
    </message>
    <message>
        <source>All %1 have waited longer than %2.</source>
        <comment>customers, a time</comment>
        <translation>Alle %1 warten länger als %2.</translation>
    </message>
    <message>
        <source>The one who waits has waited longer than %1.</source>
        <comment>a time</comment>
        <translation>Einer wartet länger als %1.</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time of day</comment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>längste Wartezeit</translation>
    </message>
    <message>
        <source>Needed: whoever is free</source>
        <translation>Gebraucht: wer frei ist</translation>
    </message>
    <message>
        <source>Needed: %1</source>
        <comment>a team</comment>
        <translation>Gebraucht: %1</translation>
    </message>
    <message>
        <source>Needed: who can take %1</source>
        <comment>a channel: phone, chat</comment>
        <translation>Gebraucht: wer %1 übernehmen kann</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <comment>agents</comment>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>nobody is free</source>
        <translation>niemand ist frei</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>who is needed; how many are free</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1; %2, %3</source>
        <comment>who is needed; how many are free, how many away</comment>
        <translation>%1; %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n away</source>
        <comment>agents</comment>
        <translation>
            <numerusform>%n abwesend</numerusform>
            <numerusform>%n abwesend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more queue(s) call for action</source>
        <translation>
            <numerusform>%n weitere Queue braucht Hilfe</numerusform>
            <numerusform>%n weitere Queues brauchen Hilfe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentifyWords</name>
    <message>
        <source>This board is</source>
        <translation>Diese Tafel ist</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>%1 × %2, %3 in, read from %4 m</source>
        <comment>pixels, inches, metres</comment>
        <translation>%1 × %2, %3 Zoll, gelesen aus %4 m</translation>
    </message>
</context>
<context>
    <name>QrWords</name>
    <message>
        <source>More on this issue</source>
        <translation>Mehr zu diesem Thema</translation>
    </message>
    <message>
        <source>Scan with a phone to open its page.</source>
        <translation>Mit dem Telefon scannen, um die Seite zu öffnen.</translation>
    </message>
</context>
<context>
    <name>FrameWords</name>
    <message>
        <source>%1 no longer calls for action, after more than %2</source>
        <translation>%1 braucht nach mehr als %2 keine Hilfe mehr</translation>
    </message>
    <message>
        <source>%1 no longer calls for action, after %2</source>
        <translation>%1 braucht nach %2 keine Hilfe mehr</translation>
    </message>
    <message>
        <source>%1 is back in time after more than %2</source>
        <translation>%1 ist nach mehr als %2 wieder im Ziel</translation>
    </message>
    <message>
        <source>%1 is back in time after %2</source>
        <translation>%1 ist nach %2 wieder im Ziel</translation>
    </message>
    <message numerus="yes">
        <source>The best of %n day(s) so far: %1 in time</source>
        <translation>
            <numerusform>Bisher der beste von %n Tag: %1 im Ziel</numerusform>
            <numerusform>Bisher der beste von %n Tagen: %1 im Ziel</numerusform>
        </translation>
    </message>
    <message>
        <source>Floor</source>
        <comment>a scene</comment>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Response</source>
        <comment>a scene</comment>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Voice</source>
        <comment>a scene</comment>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Moments</source>
        <comment>a scene</comment>
        <translation>Momente</translation>
    </message>
    <message>
        <source>Visit</source>
        <comment>a scene</comment>
        <translation>Besuch</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>a scene</comment>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Alarm</source>
        <comment>a scene</comment>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Nothing to show in %1 now</source>
        <comment>a scene</comment>
        <translation>In „%1“ gibt es gerade nichts zu zeigen</translation>
    </message>
    <message>
        <source>Where issues have their pages is not set (links.issue)</source>
        <translation>Nicht eingestellt, wo Themen ihre Seiten haben (links.issue)</translation>
    </message>
    <message>
        <source>held</source>
        <comment>the scene stays</comment>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>TrendHero</name>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>Laune</translation>
    </message>
</context>
<context>
    <name>ClosedWords</name>
    <message>
        <source>waiting, answered from %1</source>
        <comment>customers, until the floor opens</comment>
        <translation>warten, Antwort ab %1</translation>
    </message>
    <message>
        <source>Closed until</source>
        <translation>Geschlossen bis</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>today</source>
        <comment>the floor opens</comment>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <comment>the floor opens</comment>
        <translation>morgen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a day and a time of day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>how the day went</comment>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <comment>how the day went</comment>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Customers were answered as promised.</source>
        <translation>Die Kunden bekamen ihre Antworten wie versprochen.</translation>
    </message>
    <message>
        <source>Answers took a little longer than promised.</source>
        <translation>Antworten dauerten etwas länger als versprochen.</translation>
    </message>
    <message>
        <source>Too many customers waited longer than promised.</source>
        <translation>Zu viele Kunden warteten länger als versprochen.</translation>
    </message>
    <message>
        <source>answered</source>
        <comment>customers of a day</comment>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>in time</source>
        <comment>share of them</comment>
        <translation>im Ziel</translation>
    </message>
    <message>
        <source>waiting now</source>
        <comment>customers, until the floor opens</comment>
        <translation>jetzt wartend</translation>
    </message>
</context>
<context>
    <name>MomentWords</name>
    <message>
        <source>Above and beyond</source>
        <comment>over the story of somebody who went there</comment>
        <translation>Mehr als verlangt</translation>
    </message>
    <message>
        <source>Thank you, %1!</source>
        <comment>a team</comment>
        <translation>Danke, %1!</translation>
    </message>
    <message>
        <source>Thanks to %1</source>
        <translation>Dank an %1</translation>
    </message>
    <message>
        <source>No story yet today of somebody who went above and beyond.</source>
        <translation>Heute noch keine Geschichte von jemandem, der mehr getan hat, als er musste.</translation>
    </message>
    <message numerus="yes">
        <source>moment(s) today</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>Sternstunde heute</numerusform>
            <numerusform>Sternstunden heute</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1 answers came from other customers</source>
        <comment>after a share of the day's answers</comment>
        <translation>von %1 Antworten kamen von anderen Kunden</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>The floor is closed until %1.</source>
        <comment>a day and a time</comment>
        <translation>Geschlossen bis %1.</translation>
    </message>
    <message>
        <source>The floor is closed.</source>
        <translation>Zurzeit geschlossen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <comment>a sentence of two clauses</comment>
        <translation>%1; %2.</translation>
    </message>
    <message>
        <source>Customers are answered as promised today</source>
        <translation>Kunden bekommen heute ihre Antworten wie versprochen</translation>
    </message>
    <message>
        <source>Answers take a little longer than promised today</source>
        <translation>Antworten dauern heute etwas länger als versprochen</translation>
    </message>
    <message>
        <source>Too many customers wait longer than promised today</source>
        <translation>Zu viele Kunden warten heute länger als versprochen</translation>
    </message>
    <message>
        <source>No queue has reported yet.</source>
        <translation>Noch hat keine Queue berichtet.</translation>
    </message>
    <message>
        <source>Nobody has been answered yet today</source>
        <translation>Heute hat noch niemand eine Antwort bekommen</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) answered so far today</source>
        <translation>
            <numerusform>%n Kunde bekam heute eine Antwort</numerusform>
            <numerusform>%n Kunden bekamen heute eine Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) need(s) help now</source>
        <translation>
            <numerusform>%n Queue braucht jetzt Hilfe</numerusform>
            <numerusform>%n Queues brauchen jetzt Hilfe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) to keep an eye on</source>
        <translation>
            <numerusform>auf %n Queue ist zu achten</numerusform>
            <numerusform>auf %n Queues ist zu achten</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody waits too long</source>
        <translation>niemand wartet zu lange</translation>
    </message>
    <message>
        <source>Answered in time</source>
        <translation>Antwort im Ziel</translation>
    </message>
    <message>
        <source>9 of 10 within</source>
        <comment>nine of ten customers are answered within the time above</comment>
        <translation>9 von 10 binnen</translation>
    </message>
    <message>
        <source>half %1</source>
        <comment>half of the customers are answered within a time</comment>
        <translation>Hälfte %1</translation>
    </message>
    <message>
        <source>Solved in one go</source>
        <translation>Auf Anhieb gelöst</translation>
    </message>
    <message>
        <source>Mood</source>
        <comment>net sentiment of the day</comment>
        <translation>Laune</translation>
    </message>
    <message>
        <source>target %1 in %2</source>
        <comment>80 % in 20 s</comment>
        <translation>Ziel %1 in %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>usual %1</source>
        <comment>what the days before came to</comment>
        <translation>üblich %1</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>What customers speak of</source>
        <translation>Wovon Kunden sprechen</translation>
    </message>
    <message>
        <source>Above and beyond today</source>
        <translation>Heute mehr als nötig getan</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n queue(s)</source>
        <comment>which a figure is of: 3 of 5 queues</comment>
        <translation>
            <numerusform>%1 von %n Queue</numerusform>
            <numerusform>%1 von %n Queues</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a target: 80 % in 20 s</comment>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%1/%n queue(s)</source>
        <comment>3 of 5 queues, in brief</comment>
        <translation>
            <numerusform>%1/%n Queue</numerusform>
            <numerusform>%1/%n Queues</numerusform>
        </translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Im Ziel</translation>
    </message>
    <message>
        <source>In one go</source>
        <translation>Auf Anhieb</translation>
    </message>
</context>
<context>
    <name>VoiceWords</name>
    <message>
        <source>%1 ×</source>
        <comment>times the usual</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>the usual</source>
        <comment>after 5.9 x</comment>
        <translation>des Üblichen</translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n Stimme</numerusform>
            <numerusform>%n Stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>12 voices in 2 h</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>voices in %1</source>
        <comment>below their number; 3 h</comment>
        <translation>Stimmen in %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>QLocale format of a date without its year</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time of day, a weekday with it, or a date</comment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <comment>a new issue, not handed on</comment>
        <translation>noch bei niemandem</translation>
    </message>
    <message>
        <source>sent on</source>
        <comment>an issue</comment>
        <translation>weitergegeben</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <comment>an issue, a team</comment>
        <translation>an %1 gegeben</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <comment>an issue</comment>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <comment>an issue, a team</comment>
        <translation>angenommen: %1</translation>
    </message>
    <message>
        <source>resolved</source>
        <comment>an issue</comment>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>new words</source>
        <comment>an issue that nobody named</comment>
        <translation>neue Worte</translation>
    </message>
    <message>
        <source>in their words: %1</source>
        <translation>in ihren Worten: %1</translation>
    </message>
    <message>
        <source>about: %1</source>
        <comment>the issue that new words belong to</comment>
        <translation>zu: %1</translation>
    </message>
    <message>
        <source>%1 vs yesterday</source>
        <comment>more or fewer voices</comment>
        <translation>%1 zu gestern</translation>
    </message>
    <message>
        <source>voices an hour</source>
        <translation>Stimmen je h</translation>
    </message>
    <message>
        <source>voices an hour, usual %1 to %2</source>
        <translation>Stimmen je h, üblich %1 bis %2</translation>
    </message>
    <message>
        <source>still learning</source>
        <comment>what is usual</comment>
        <translation>lernt noch</translation>
    </message>
    <message>
        <source>All voices together</source>
        <translation>Alle Stimmen</translation>
    </message>
    <message>
        <source>No voices yet</source>
        <translation>Noch keine Stimmen</translation>
    </message>
    <message>
        <source>Nothing unusual</source>
        <translation>Nichts Ungewöhnliches</translation>
    </message>
    <message>
        <source>Learning what is usual</source>
        <translation>Lernt, was üblich ist</translation>
    </message>
    <message>
        <source>learning %1</source>
        <comment>since when</comment>
        <translation>lernt %1</translation>
    </message>
    <message>
        <source>against the usual %1</source>
        <comment>since when it was learned</comment>
        <translation>gemessen am Üblichen %1</translation>
    </message>
    <message>
        <source>Also unusual</source>
        <translation>Auch ungewöhnlich</translation>
    </message>
    <message>
        <source>Most spoken of, %1</source>
        <translation>Am häufigsten, %1</translation>
    </message>
    <message>
        <source>Last %1</source>
        <comment>3 h</comment>
        <translation>Letzte %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a time, and what ails it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Something new that nobody has named yet</source>
        <translation>Etwas Neues, das noch niemand benannt hat</translation>
    </message>
    <message>
        <source>Something unusual</source>
        <translation>Etwas Ungewöhnliches</translation>
    </message>
    <message>
        <source>Most spoken of</source>
        <translation>Am häufigsten</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>with early hang-ups, of answered + hang-ups</source>
        <translation>mit frühen Abbrüchen, von allen</translation>
    </message>
    <message>
        <source>early hang-ups count for</source>
        <translation>frühe Abbrüche: im Ziel</translation>
    </message>
    <message>
        <source>of answered + all hang-ups</source>
        <translation>von angenommen + abgebrochen</translation>
    </message>
    <message>
        <source>all hang-ups count against</source>
        <translation>alle Abbrüche: verfehlt</translation>
    </message>
    <message>
        <source>of answered + late hang-ups</source>
        <translation>von angenommen + spät abgebrochen</translation>
    </message>
    <message>
        <source>late hang-ups count against</source>
        <translation>späte Abbrüche: verfehlt</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>hang-ups: each queue's own rule</source>
        <translation>Abbrüche: Regel der Queue</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours on an axis, short</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 +</source>
        <comment>a time or more</comment>
        <translation>%1 +</translation>
    </message>
    <message>
        <source>now</source>
        <comment>the end of an axis of time</comment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>'3 more late by 14:12', '8 by 14:32'</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>customers more who are late, a time of day</comment>
        <translation>bis %2 noch %1</translation>
    </message>
    <message>
        <source>%1 more late by %2</source>
        <comment>customers, a time of day</comment>
        <translation>bis %2 noch %1 zu spät</translation>
    </message>
    <message>
        <source>nobody late by %1</source>
        <comment>a time of day</comment>
        <translation>bis %1 niemand zu spät</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes, short</comment>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours, short</comment>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days, short</comment>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds, short</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 bn</source>
        <comment>billions</comment>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>n %1</source>
        <comment>number of samples</comment>
        <translation>n %1</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>QLocale format of the date in the header</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>page of pages</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>achten</translation>
    </message>
    <message>
        <source>act</source>
        <translation>handeln</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>stumm seit %1</translation>
    </message>
    <message>
        <source>its clock is wrong</source>
        <translation>die Uhr geht falsch</translation>
    </message>
    <message>
        <source>%1 free</source>
        <comment>agents</comment>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <comment>agents</comment>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>within a time</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>no answers yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Std.</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time of day</comment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>last hour, n 124</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1: Ende</translation>
    </message>
    <message>
        <source>%1 broke off</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <comment>replay x60</comment>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>No connection to the broker for %1</source>
        <translation>Seit %1 keine Verbindung zum Broker</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>no connection for 4 min; why and what to do</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>connecting to %1</source>
        <translation>verbinde mit %1</translation>
    </message>
    <message>
        <source>history is not kept</source>
        <translation>Verlauf wird nicht gesichert</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) refused</source>
        <translation>
            <numerusform>%n Meldung abgelehnt</numerusform>
            <numerusform>%n Meldungen abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>target %1</source>
        <comment>a service level in per cent</comment>
        <translation>Ziel %1</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) silent</source>
        <translation>
            <numerusform>%n Queue stumm</numerusform>
            <numerusform>%n Queues stumm</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first report</source>
        <translation>Warten auf die erste Meldung</translation>
    </message>
    <message>
        <source>floor %1, broker %2</source>
        <translation>Bereich %1, Broker %2</translation>
    </message>
    <message>
        <source>Reports arrive for floor &apos;%1&apos;; this board shows &apos;%2&apos; (floor = in board.toml, or --floor)</source>
        <translation>Meldungen kommen für Bereich &apos;%1&apos;; diese Tafel zeigt &apos;%2&apos; (floor = in board.toml, oder --floor)</translation>
    </message>
    <message>
        <source>&apos;, &apos;</source>
        <comment>between two names in quotes</comment>
        <translation>&apos;, &apos;</translation>
    </message>
    <message>
        <source>This line brings the wall to life:</source>
        <translation>Diese Zeile bringt die Tafel zum Leben:</translation>
    </message>
    <message>
        <source>Top issues, %1</source>
        <translation>Top-Themen, %1</translation>
    </message>
    <message>
        <source>Top issues</source>
        <translation>Top-Themen</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>In time today</source>
        <translation>Heute im Ziel</translation>
    </message>
    <message>
        <source>In time, %1</source>
        <comment>with a caveat</comment>
        <translation>Im Ziel, %1</translation>
    </message>
    <message>
        <source>saved %1 ago</source>
        <translation>gesichert vor %1</translation>
    </message>
    <message>
        <source>saved earlier</source>
        <translation>früher gesichert</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>closed, opens %1</source>
        <translation>geschlossen bis %1</translation>
    </message>
    <message>
        <source>closed, opens %1 %2</source>
        <comment>weekday and time of day</comment>
        <translation>geschlossen bis %1 %2</translation>
    </message>
    <message>
        <source>%1 of 60 min</source>
        <comment>minutes that are known</comment>
        <translation>%1 von 60 min</translation>
    </message>
    <message>
        <source>no forecast: nothing is heard</source>
        <translation>keine Prognose: stumm</translation>
    </message>
    <message>
        <source>no forecast: no target</source>
        <translation>keine Prognose: kein Ziel</translation>
    </message>
    <message>
        <source>no forecast yet</source>
        <translation>noch keine Prognose</translation>
    </message>
    <message>
        <source>no forecast: out of order</source>
        <translation>keine Prognose: regellos</translation>
    </message>
    <message>
        <source>empty in %1</source>
        <comment>the queue, at this pace</comment>
        <translation>leer in %1</translation>
    </message>
    <message>
        <source>forecast for %1 of %2 queues</source>
        <translation>Prognose: %1 von %2</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>Alle Queues</translation>
    </message>
    <message>
        <source>wait %1 (%2–%3)</source>
        <comment>of who comes now; a duration and its band</comment>
        <translation>Warten %1 (%2–%3)</translation>
    </message>
    <message>
        <source>empty: not at this pace</source>
        <translation>wird so nicht leer</translation>
    </message>
    <message>
        <source>no forecast: no order</source>
        <translation>keine Prognose: Folge?</translation>
    </message>
    <message>
        <source>phone</source>
        <comment>a channel</comment>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>chat</source>
        <comment>a channel</comment>
        <translation>Chat</translation>
    </message>
    <message>
        <source>e-mail</source>
        <comment>a channel</comment>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>forum</source>
        <comment>a channel</comment>
        <translation>Forum</translation>
    </message>
    <message>
        <source>community</source>
        <comment>a channel</comment>
        <translation>Community</translation>
    </message>
    <message>
        <source>social media</source>
        <comment>a channel</comment>
        <translation>Social Media</translation>
    </message>
    <message>
        <source>text messages</source>
        <comment>a channel</comment>
        <translation>SMS</translation>
    </message>
    <message>
        <source>letters</source>
        <comment>a channel</comment>
        <translation>Brief</translation>
    </message>
    <message>
        <source>website</source>
        <comment>a channel</comment>
        <translation>Website</translation>
    </message>
    <message>
        <source>app</source>
        <comment>a channel</comment>
        <translation>App</translation>
    </message>
    <message>
        <source>video</source>
        <comment>a channel</comment>
        <translation>Video</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbinde</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <comment>reports</comment>
        <translation>abgelehnt: %1</translation>
    </message>
</context>
</TS>
