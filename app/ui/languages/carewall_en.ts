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
