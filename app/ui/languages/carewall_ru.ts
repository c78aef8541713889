<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>IssueHeadings</name>
    <message>
        <source>vs yesterday</source>
        <comment>more or fewer mentions than in the same hours the day before</comment>
        <translation>ко вчера</translation>
    </message>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>тон</translation>
    </message>
</context>
<context>
    <name>QueueHeadings</name>
    <message>
        <source>waiting</source>
        <translation>ждут</translation>
    </message>
    <message>
        <source>half in</source>
        <comment>half of the answers came within</comment>
        <translation>50 % за</translation>
    </message>
    <message>
        <source>90 % in</source>
        <comment>nine of ten answers came within</comment>
        <translation>90 % за</translation>
    </message>
    <message>
        <source>in time</source>
        <comment>share of the queue answered within its target</comment>
        <translation>в срок</translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>дольше всех</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes, short</comment>
        <translation>%1 ч %2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours, short</comment>
        <translation>%1 д %2 ч</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days, short</comment>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds, short</comment>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 млн</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 тыс.</translation>
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
        <translation>dddd, d MMMM</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>page of pages</comment>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>спокойно</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>следить</translation>
    </message>
    <message>
        <source>act</source>
        <translation>срочно</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>молчит</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>нет связи</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>молчит %1</translation>
    </message>
    <message>
        <source>its clock is wrong</source>
        <translation>часы идут неверно</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <comment>agents</comment>
        <translation>%1 из %2 своб.</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>within a time</comment>
        <translation>за %1</translation>
    </message>
    <message>
        <source>no answers yet</source>
        <translation>ответов пока нет</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>за час</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time of day</comment>
        <translation>с %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>last hour, n 124</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>answered in time / (answered + late hang-ups)</source>
        <translation>ответы в срок / (ответы + поздние отказы)</translation>
    </message>
    <message>
        <source>answered in time / (answered + all hang-ups)</source>
        <translation>ответы в срок / (ответы + все отказы)</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>повтор</translation>
    </message>
    <message>
        <source>simulation</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1: конец</translation>
    </message>
    <message>
        <source>%1 broke off</source>
        <translation>%1: обрыв</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <comment>replay x60</comment>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>No connection to the broker for %1</source>
        <translation>Нет связи с брокером уже %1</translation>
    </message>
    <message>
        <source>connecting to %1</source>
        <translation>подключение к %1</translation>
    </message>
    <message>
        <source>history is not kept</source>
        <translation>история не сохраняется</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) refused</source>
        <translation>
            <numerusform>%n отчёт отклонён</numerusform>
            <numerusform>%n отчёта отклонено</numerusform>
            <numerusform>%n отчётов отклонено</numerusform>
        </translation>
    </message>
    <message>
        <source>target %1</source>
        <comment>a service level in per cent</comment>
        <translation>цель %1</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) silent</source>
        <translation>
            <numerusform>%n очередь молчит</numerusform>
            <numerusform>%n очереди молчат</numerusform>
            <numerusform>%n очередей молчат</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first report</source>
        <translation>Ждём первый отчёт</translation>
    </message>
    <message>
        <source>floor %1, broker %2</source>
        <translation>зал %1, брокер %2</translation>
    </message>
    <message>
        <source>This line brings the wall to life:</source>
        <translation>Эта строка оживит табло:</translation>
    </message>
    <message>
        <source>hang-ups counted by each queue&apos;s own rule</source>
        <translation>отказы по правилу каждой очереди</translation>
    </message>
    <message>
        <source>(in time + early hang-ups) / (answered + all hang-ups)</source>
        <translation>(в срок + ранние отказы) / (ответы + все отказы)</translation>
    </message>
    <message>
        <source>Top issues, %1</source>
        <translation>Главные темы, %1</translation>
    </message>
    <message>
        <source>Top issues</source>
        <translation>Главные темы</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 назад</translation>
    </message>
    <message>
        <source>In time today</source>
        <translation>Сегодня в срок</translation>
    </message>
    <message>
        <source>In time, %1</source>
        <comment>with a caveat</comment>
        <translation>В срок, %1</translation>
    </message>
    <message>
        <source>saved %1 ago</source>
        <translation>из памяти, %1</translation>
    </message>
    <message>
        <source>saved earlier</source>
        <translation>из памяти</translation>
    </message>
</context>
</TS>
