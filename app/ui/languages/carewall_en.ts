<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>GroupWords</name>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MomentWords</name>
    <message numerus="yes">
        <source>moment(s) today</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>moment today</numerusform>
            <numerusform>moments today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message numerus="yes">
        <source>%n customer(s) answered so far today</source>
        <translation>
            <numerusform>%n customer answered so far today</numerusform>
            <numerusform>%n customers answered so far today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) need(s) help now</source>
        <translation>
            <numerusform>%n queue needs help now</numerusform>
            <numerusform>%n queues need help now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) to keep an eye on</source>
        <translation>
            <numerusform>%n queue to keep an eye on</numerusform>
            <numerusform>%n queues to keep an eye on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n queue(s)</source>
        <comment>which a figure is of: 3 of 5 queues</comment>
        <translation>
            <numerusform>%1 of %n queue</numerusform>
            <numerusform>%1 of %n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1/%n queue(s)</source>
        <comment>3 of 5 queues, in brief</comment>
        <translation>
            <numerusform>%1/%n queue</numerusform>
            <numerusform>%1/%n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlarmWords</name>
    <message numerus="yes">
        <source>%n more late by %1.</source>
        <comment>a time of day</comment>
        <translation>
            <numerusform>%n more late by %1.</numerusform>
            <numerusform>%n more late by %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n away</source>
        <comment>agents</comment>
        <translation>
            <numerusform>%n away</numerusform>
            <numerusform>%n away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more queue(s) call for action</source>
        <translation>
            <numerusform>%n more queue calls for action</numerusform>
            <numerusform>%n more queues call for action</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameWords</name>
    <message numerus="yes">
        <source>The best of %n day(s) so far: %1 in time</source>
        <translation>
            <numerusform>The best of %n day so far: %1 in time</numerusform>
            <numerusform>The best of %n days so far: %1 in time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoiceWords</name>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n voice</numerusform>
            <numerusform>%n voices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n report(s) refused</source>
        <translation>
            <numerusform>%n report refused</numerusform>
            <numerusform>%n reports refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) silent</source>
        <translation>
            <numerusform>%n queue silent</numerusform>
            <numerusform>%n queues silent</numerusform>
        </translation>
    </message>
</context>
</TS>
