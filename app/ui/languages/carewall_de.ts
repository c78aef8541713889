<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>IssueHeadings</name>
    <message>
        <source>vs yesterday</source>
        <comment>more or fewer mentions than in the same hours the day before</comment>
        <translation>ggü. gestern</translation>
    </message>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>Laune</translation>
    </message>
</context>
<context>
    <name>QueueHeadings</name>
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
    <name>Words</name>
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
        <source>answered in time / (answered + late hang-ups)</source>
        <translation>im Ziel / (beantwortet + späte Abbrüche)</translation>
    </message>
    <message>
        <source>answered in time / (answered + all hang-ups)</source>
        <translation>im Ziel / (beantwortet + alle Abbrüche)</translation>
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
        <translation>%1 zu Ende</translation>
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
            <numerusform>%n Schlange stumm</numerusform>
            <numerusform>%n Schlangen stumm</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first report</source>
        <translation>Warten auf die erste Meldung</translation>
    </message>
    <message>
        <source>floor %1, broker %2</source>
        <translation>Etage %1, Broker %2</translation>
    </message>
    <message>
        <source>This line brings the wall to life:</source>
        <translation>Diese Zeile bringt die Tafel zum Leben:</translation>
    </message>
    <message>
        <source>hang-ups counted by each queue&apos;s own rule</source>
        <translation>Abbrüche nach der Regel jeder Schlange</translation>
    </message>
    <message>
        <source>(in time + early hang-ups) / (answered + all hang-ups)</source>
        <translation>(im Ziel + früh beendet) / (beantwortet + Abbrüche)</translation>
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
</context>
</TS>
