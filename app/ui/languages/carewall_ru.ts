<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>GroupWords</name>
    <message>
        <source>channel: %1</source>
        <comment>of several queues together</comment>
        <translation>канал: %1</translation>
    </message>
    <message>
        <source>team: %1</source>
        <comment>of several queues together</comment>
        <translation>команда: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n очередь</numerusform>
            <numerusform>%n очереди</numerusform>
            <numerusform>%n очередей</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <comment>3 queues, 14 waiting</comment>
        <translation>%1, ждут %2</translation>
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
        <translation>за 24 ч</translation>
    </message>
    <message>
        <source>voices</source>
        <comment>column of figures</comment>
        <translation>отзывы</translation>
    </message>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>тон</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>connection refused</source>
        <translation>отказ в связи</translation>
    </message>
    <message>
        <source>broker out of reach</source>
        <translation>брокер недоступен</translation>
    </message>
    <message>
        <source>broker not found</source>
        <translation>брокер не найден</translation>
    </message>
    <message>
        <source>broker silent</source>
        <translation>брокер молчит</translation>
    </message>
    <message>
        <source>connection ended</source>
        <translation>связь прервана</translation>
    </message>
    <message>
        <source>no MQTT there</source>
        <translation>там нет MQTT</translation>
    </message>
    <message>
        <source>certificate untrusted</source>
        <translation>чужой сертификат</translation>
    </message>
    <message>
        <source>certificate misnamed</source>
        <translation>сертификат не тот</translation>
    </message>
    <message>
        <source>certificate out of date</source>
        <translation>сертификат просрочен</translation>
    </message>
    <message>
        <source>our certificate refused</source>
        <translation>сертификат не принят</translation>
    </message>
    <message>
        <source>TLS fails</source>
        <translation>сбой TLS</translation>
    </message>
    <message>
        <source>password refused</source>
        <translation>пароль не принят</translation>
    </message>
    <message>
        <source>client id refused</source>
        <translation>имя не принято</translation>
    </message>
    <message>
        <source>no right to read</source>
        <translation>нет права чтения</translation>
    </message>
    <message>
        <source>client id in use</source>
        <translation>имя занято</translation>
    </message>
    <message>
        <source>connection fails</source>
        <translation>сбой связи</translation>
    </message>
    <message>
        <source>The broker refuses the connection: is it running?</source>
        <translation>Брокер не принимает связь: он запущен?</translation>
    </message>
    <message>
        <source>No way to the broker: check network and address</source>
        <translation>Нет пути к брокеру: проверьте сеть и адрес</translation>
    </message>
    <message>
        <source>The broker's name is not known: check the address</source>
        <translation>Имя брокера неизвестно: проверьте адрес</translation>
    </message>
    <message>
        <source>The broker does not answer: check address and firewall</source>
        <translation>Брокер не отвечает: проверьте адрес и межсетевой экран</translation>
    </message>
    <message>
        <source>The broker ended the connection: see its log</source>
        <translation>Брокер прервал связь: смотрите его журнал</translation>
    </message>
    <message>
        <source>No MQTT broker answers there: check port and protocol</source>
        <translation>Там отвечает не брокер MQTT: проверьте порт и протокол</translation>
    </message>
    <message>
        <source>The broker's certificate is not trusted: check ca_file</source>
        <translation>Сертификату брокера нет доверия: проверьте ca_file</translation>
    </message>
    <message>
        <source>The broker's certificate is for another name: check the address</source>
        <translation>Сертификат брокера выдан на другое имя: проверьте адрес</translation>
    </message>
    <message>
        <source>The broker's certificate is out of date, or the clock is wrong</source>
        <translation>Сертификат брокера просрочен, или неверны часы</translation>
    </message>
    <message>
        <source>The broker refuses our certificate: check certificate_file</source>
        <translation>Брокер не принимает наш сертификат: проверьте certificate_file</translation>
    </message>
    <message>
        <source>The secure connection fails: check port and certificates</source>
        <translation>Сбой защищённой связи: проверьте порт и сертификаты</translation>
    </message>
    <message>
        <source>The broker refuses our password: check username and password_file</source>
        <translation>Брокер не принимает наш пароль: проверьте username и password_file</translation>
    </message>
    <message>
        <source>The broker refuses our client id: check client_id</source>
        <translation>Брокер не принимает имя клиента: проверьте client_id</translation>
    </message>
    <message>
        <source>The broker does not let us read: check its access rules</source>
        <translation>Брокер не даёт читать: проверьте его права доступа</translation>
    </message>
    <message>
        <source>Another board uses our client id: check client_id</source>
        <translation>Имя клиента занято другим экраном: проверьте client_id</translation>
    </message>
    <message>
        <source>The connection fails: see the log</source>
        <translation>Сбой связи: смотрите журнал</translation>
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
        <translation>очереди</translation>
    </message>
    <message>
        <source>queues, %1</source>
        <comment>page of pages</comment>
        <translation>очереди, %1</translation>
    </message>
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
    <name>ResponseHeadings</name>
    <message>
        <source>today</source>
        <comment>a drawing by half hours</comment>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>today, half to 90 %</source>
        <comment>a drawing by half hours: from the time in which half were answered to that in which 90 % were</comment>
        <translation>сегодня, 50–90 %</translation>
    </message>
    <message>
        <source>response times</source>
        <translation>время ответа</translation>
    </message>
    <message>
        <source>response times, %1</source>
        <comment>page of pages</comment>
        <translation>время ответа, %1</translation>
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
        <source>last hour</source>
        <translation>за час</translation>
    </message>
</context>
<context>
    <name>SpeechTile</name>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>тон</translation>
    </message>
    <message>
        <source>anger</source>
        <comment>first rung of the ladder anger - like - love - defend</comment>
        <translation>злость</translation>
    </message>
    <message>
        <source>like</source>
        <comment>second rung of the ladder</comment>
        <translation>лайк</translation>
    </message>
    <message>
        <source>love</source>
        <comment>third rung of the ladder</comment>
        <translation>любовь</translation>
    </message>
    <message>
        <source>defend</source>
        <comment>last rung of the ladder: customers who defend us</comment>
        <translation>защита</translation>
    </message>
    <message>
        <source>listening</source>
        <comment>share of replies in what the floor posts</comment>
        <translation>диалог</translation>
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
        <translation>× обычного</translation>
    </message>
    <message>
        <source>voices</source>
        <comment>column of figures</comment>
        <translation>отзывы</translation>
    </message>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>тон</translation>
    </message>
</context>
<context>
    <name>AlarmWords</name>
    <message numerus="yes">
        <source>%n more late by %1.</source>
        <comment>a time of day</comment>
        <translation>
            <numerusform>К %1 опоздает ещё %n.</numerusform>
            <numerusform>К %1 опоздают ещё %n.</numerusform>
            <numerusform>К %1 опоздают ещё %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>longest wait, target %1</source>
        <comment>a time</comment>
        <translation>дольше всех, цель %1</translation>
    </message>
    <message>
        <source>%1 in time in the last hour, target %2.</source>
        <comment>shares in per cent</comment>
        <translation>За последний час в срок %1, цель %2.</translation>
    </message>
    <message>
        <source>seen since %1</source>
        <comment>a time of day</comment>
        <translation>замечено с %1</translation>
    </message>
    <message>
        <source>%1 of %2 have waited longer than %3.</source>
        <comment>customers, a time</comment>
        <translation>Ждут дольше %3: %1 из %2.</translation>
    </message>
    <message>
        <source>All %1 have waited longer than %2.</source>
        <comment>customers, a time</comment>
        <translation>Все %1 ждут дольше %2.</translation>
    </message>
    <message>
        <source>The one who waits has waited longer than %1.</source>
        <comment>a time</comment>
        <translation>Один ждёт дольше %1.</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time of day</comment>
        <translation>с %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ждут</translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>дольше всех</translation>
    </message>
    <message>
        <source>Needed: whoever is free</source>
        <translation>Нужны: все, кто свободен</translation>
    </message>
    <message>
        <source>Needed: %1</source>
        <comment>a team</comment>
        <translation>Нужна помощь: %1</translation>
    </message>
    <message>
        <source>Needed: who can take %1</source>
        <comment>a channel: phone, chat</comment>
        <translation>Нужна помощь, канал: %1</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <comment>agents</comment>
        <translation>свободны %1 из %2</translation>
    </message>
    <message>
        <source>nobody is free</source>
        <translation>свободных нет</translation>
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
            <numerusform>%n не на месте</numerusform>
            <numerusform>%n не на месте</numerusform>
            <numerusform>%n не на месте</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more queue(s) call for action</source>
        <translation>
            <numerusform>ещё %n очередь требует действий</numerusform>
            <numerusform>ещё %n очереди требуют действий</numerusform>
            <numerusform>ещё %n очередей требуют действий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentifyWords</name>
    <message>
        <source>This board is</source>
        <translation>Это табло</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>зал</translation>
    </message>
    <message>
        <source>broker</source>
        <translation>брокер</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>машина</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>экран</translation>
    </message>
    <message>
        <source>%1 × %2, %3 in, read from %4 m</source>
        <comment>pixels, inches, metres</comment>
        <translation>%1 × %2, %3 дюйм., читается с %4 м</translation>
    </message>
</context>
<context>
    <name>QrWords</name>
    <message>
        <source>More on this issue</source>
        <translation>Подробнее об этой теме</translation>
    </message>
    <message>
        <source>Scan with a phone to open its page.</source>
        <translation>Отсканируйте телефоном, чтобы открыть страницу.</translation>
    </message>
</context>
<context>
    <name>FrameWords</name>
    <message>
        <source>%1 no longer calls for action, after more than %2</source>
        <translation>%1: спустя больше %2 срочных действий больше не нужно</translation>
    </message>
    <message>
        <source>%1 no longer calls for action, after %2</source>
        <translation>%1: спустя %2 срочных действий больше не нужно</translation>
    </message>
    <message>
        <source>%1 is back in time after more than %2</source>
        <translation>%1: снова в срок, спустя больше %2</translation>
    </message>
    <message>
        <source>%1 is back in time after %2</source>
        <translation>%1: снова в срок, спустя %2</translation>
    </message>
    <message numerus="yes">
        <source>The best of %n day(s) so far: %1 in time</source>
        <translation>
            <numerusform>Пока лучший за %n день: %1 в срок</numerusform>
            <numerusform>Пока лучший за %n дня: %1 в срок</numerusform>
            <numerusform>Пока лучший за %n дней: %1 в срок</numerusform>
        </translation>
    </message>
    <message>
        <source>Floor</source>
        <comment>a scene</comment>
        <translation>Зал</translation>
    </message>
    <message>
        <source>Response</source>
        <comment>a scene</comment>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Voice</source>
        <comment>a scene</comment>
        <translation>Голос клиентов</translation>
    </message>
    <message>
        <source>Moments</source>
        <comment>a scene</comment>
        <translation>Моменты</translation>
    </message>
    <message>
        <source>Visit</source>
        <comment>a scene</comment>
        <translation>Визит</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>a scene</comment>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>Alarm</source>
        <comment>a scene</comment>
        <translation>Тревога</translation>
    </message>
    <message>
        <source>Nothing to show in %1 now</source>
        <comment>a scene</comment>
        <translation>«%1»: сейчас показать нечего</translation>
    </message>
    <message>
        <source>Where issues have their pages is not set (links.issue)</source>
        <translation>Не задано, где страницы тем (links.issue)</translation>
    </message>
    <message>
        <source>held</source>
        <comment>the scene stays</comment>
        <translation>закреплено</translation>
    </message>
</context>
<context>
    <name>TrendHero</name>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>тон</translation>
    </message>
</context>
<context>
    <name>ClosedWords</name>
    <message>
        <source>waiting, answered from %1</source>
        <comment>customers, until the floor opens</comment>
        <translation>ждут, ответим с %1</translation>
    </message>
    <message>
        <source>Closed until</source>
        <translation>Закрыто до</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>today</source>
        <comment>the floor opens</comment>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <comment>the floor opens</comment>
        <translation>завтра</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a day and a time of day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>how the day went</comment>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <comment>how the day went</comment>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>Customers were answered as promised.</source>
        <translation>Клиенты получали ответы в обещанный срок.</translation>
    </message>
    <message>
        <source>Answers took a little longer than promised.</source>
        <translation>Ответы шли чуть дольше обещанного.</translation>
    </message>
    <message>
        <source>Too many customers waited longer than promised.</source>
        <translation>Слишком многие ждали дольше обещанного.</translation>
    </message>
    <message>
        <source>answered</source>
        <comment>customers of a day</comment>
        <translation>отвечено</translation>
    </message>
    <message>
        <source>in time</source>
        <comment>share of them</comment>
        <translation>в срок</translation>
    </message>
    <message>
        <source>waiting now</source>
        <comment>customers, until the floor opens</comment>
        <translation>ждут сейчас</translation>
    </message>
</context>
<context>
    <name>MomentWords</name>
    <message>
        <source>Above and beyond</source>
        <comment>over the story of somebody who went there</comment>
        <translation>Больше, чем положено</translation>
    </message>
    <message>
        <source>Thank you, %1!</source>
        <comment>a team</comment>
        <translation>Спасибо, %1!</translation>
    </message>
    <message>
        <source>Thanks to %1</source>
        <translation>Спасибо: %1</translation>
    </message>
    <message>
        <source>No story yet today of somebody who went above and beyond.</source>
        <translation>Сегодня пока нет истории о том, кто сделал больше, чем обязан.</translation>
    </message>
    <message numerus="yes">
        <source>moment(s) today</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>добрая история сегодня</numerusform>
            <numerusform>добрые истории сегодня</numerusform>
            <numerusform>добрых историй сегодня</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1 answers came from other customers</source>
        <comment>after a share of the day's answers</comment>
        <translation>из %1 ответов дали другие клиенты</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>The floor is closed until %1.</source>
        <comment>a day and a time</comment>
        <translation>Сейчас закрыто; открытие: %1.</translation>
    </message>
    <message>
        <source>The floor is closed.</source>
        <translation>Сейчас закрыто.</translation>
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
        <translation>Сегодня клиенты получают ответы в обещанный срок</translation>
    </message>
    <message>
        <source>Answers take a little longer than promised today</source>
        <translation>Сегодня ответы идут чуть дольше обещанного</translation>
    </message>
    <message>
        <source>Too many customers wait longer than promised today</source>
        <translation>Сегодня слишком многие ждут дольше обещанного</translation>
    </message>
    <message>
        <source>No queue has reported yet.</source>
        <translation>Ещё ни одна очередь не сообщила о себе.</translation>
    </message>
    <message>
        <source>Nobody has been answered yet today</source>
        <translation>Сегодня ещё никому не ответили</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) answered so far today</source>
        <translation>
            <numerusform>Сегодня ответили %n клиенту</numerusform>
            <numerusform>Сегодня ответили %n клиентам</numerusform>
            <numerusform>Сегодня ответили %n клиентам</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) need(s) help now</source>
        <translation>
            <numerusform>%n очереди сейчас нужна помощь</numerusform>
            <numerusform>%n очередям сейчас нужна помощь</numerusform>
            <numerusform>%n очередям сейчас нужна помощь</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) to keep an eye on</source>
        <translation>
            <numerusform>за %n очередью стоит присмотреть</numerusform>
            <numerusform>за %n очередями стоит присмотреть</numerusform>
            <numerusform>за %n очередями стоит присмотреть</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody waits too long</source>
        <translation>никто не ждёт слишком долго</translation>
    </message>
    <message>
        <source>Answered in time</source>
        <translation>Ответ в срок</translation>
    </message>
    <message>
        <source>9 of 10 within</source>
        <comment>nine of ten customers are answered within the time above</comment>
        <translation>9 из 10 быстрее</translation>
    </message>
    <message>
        <source>half %1</source>
        <comment>half of the customers are answered within a time</comment>
        <translation>половина %1</translation>
    </message>
    <message>
        <source>Solved in one go</source>
        <translation>С первого раза</translation>
    </message>
    <message>
        <source>Mood</source>
        <comment>net sentiment of the day</comment>
        <translation>Тон отзывов</translation>
    </message>
    <message>
        <source>target %1 in %2</source>
        <comment>80 % in 20 s</comment>
        <translation>цель %1 за %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>цель %1</translation>
    </message>
    <message>
        <source>usual %1</source>
        <comment>what the days before came to</comment>
        <translation>обычно %1</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>нет цели</translation>
    </message>
    <message>
        <source>What customers speak of</source>
        <translation>О чём говорят клиенты</translation>
    </message>
    <message>
        <source>Above and beyond today</source>
        <translation>Сегодня больше положенного</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n queue(s)</source>
        <comment>which a figure is of: 3 of 5 queues</comment>
        <translation>
            <numerusform>%1 из %n очереди</numerusform>
            <numerusform>%1 из %n очередей</numerusform>
            <numerusform>%1 из %n очередей</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a target: 80 % in 20 s</comment>
        <translation>%1 за %2</translation>
    </message>
    <message numerus="yes">
        <source>%1/%n queue(s)</source>
        <comment>3 of 5 queues, in brief</comment>
        <translation>
            <numerusform>%1/%n очереди</numerusform>
            <numerusform>%1/%n очередей</numerusform>
            <numerusform>%1/%n очередей</numerusform>
        </translation>
    </message>
    <message>
        <source>In time</source>
        <translation>В срок</translation>
    </message>
    <message>
        <source>In one go</source>
        <translation>С 1-го раза</translation>
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
        <translation>от обычного</translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n отзыв</numerusform>
            <numerusform>%n отзыва</numerusform>
            <numerusform>%n отзывов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>12 voices in 2 h</comment>
        <translation>%1 за %2</translation>
    </message>
    <message>
        <source>voices in %1</source>
        <comment>below their number; 3 h</comment>
        <translation>отзывов за %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>QLocale format of a date without its year</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time of day, a weekday with it, or a date</comment>
        <translation>с %1</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <comment>a new issue, not handed on</comment>
        <translation>никому не передано</translation>
    </message>
    <message>
        <source>sent on</source>
        <comment>an issue</comment>
        <translation>передано</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <comment>an issue, a team</comment>
        <translation>передано: %1</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <comment>an issue</comment>
        <translation>принято</translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <comment>an issue, a team</comment>
        <translation>принято: %1</translation>
    </message>
    <message>
        <source>resolved</source>
        <comment>an issue</comment>
        <translation>решено</translation>
    </message>
    <message>
        <source>new words</source>
        <comment>an issue that nobody named</comment>
        <translation>новые слова</translation>
    </message>
    <message>
        <source>in their words: %1</source>
        <translation>их словами: %1</translation>
    </message>
    <message>
        <source>about: %1</source>
        <comment>the issue that new words belong to</comment>
        <translation>о чём: %1</translation>
    </message>
    <message>
        <source>%1 vs yesterday</source>
        <comment>more or fewer voices</comment>
        <translation>%1 ко вчера</translation>
    </message>
    <message>
        <source>voices an hour</source>
        <translation>отзывов в час</translation>
    </message>
    <message>
        <source>voices an hour, usual %1 to %2</source>
        <translation>отзывов в час, обычно %1–%2</translation>
    </message>
    <message>
        <source>still learning</source>
        <comment>what is usual</comment>
        <translation>ещё изучаем</translation>
    </message>
    <message>
        <source>All voices together</source>
        <translation>Все отзывы</translation>
    </message>
    <message>
        <source>No voices yet</source>
        <translation>Отзывов пока нет</translation>
    </message>
    <message>
        <source>Nothing unusual</source>
        <translation>Ничего необычного</translation>
    </message>
    <message>
        <source>Learning what is usual</source>
        <translation>Изучаем, что обычно</translation>
    </message>
    <message>
        <source>learning %1</source>
        <comment>since when</comment>
        <translation>изучаем %1</translation>
    </message>
    <message>
        <source>against the usual %1</source>
        <comment>since when it was learned</comment>
        <translation>против обычного %1</translation>
    </message>
    <message>
        <source>Also unusual</source>
        <translation>Тоже необычно</translation>
    </message>
    <message>
        <source>Most spoken of, %1</source>
        <translation>Чаще всего, %1</translation>
    </message>
    <message>
        <source>Last %1</source>
        <comment>3 h</comment>
        <translation>За %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a time, and what ails it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Something new that nobody has named yet</source>
        <translation>Что-то новое, чему ещё нет названия</translation>
    </message>
    <message>
        <source>Something unusual</source>
        <translation>Что-то необычное</translation>
    </message>
    <message>
        <source>Most spoken of</source>
        <translation>Чаще всего</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>with early hang-ups, of answered + hang-ups</source>
        <translation>с ранними отказами, от всех</translation>
    </message>
    <message>
        <source>early hang-ups count for</source>
        <translation>ранний отказ: в срок</translation>
    </message>
    <message>
        <source>of answered + all hang-ups</source>
        <translation>от принятых + всех отказов</translation>
    </message>
    <message>
        <source>all hang-ups count against</source>
        <translation>любой отказ: не в срок</translation>
    </message>
    <message>
        <source>of answered + late hang-ups</source>
        <translation>от принятых + поздних отказов</translation>
    </message>
    <message>
        <source>late hang-ups count against</source>
        <translation>поздний отказ: не в срок</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>стр. %1 из %2</translation>
    </message>
    <message>
        <source>hang-ups: each queue's own rule</source>
        <translation>отказы: правило очереди</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours on an axis, short</comment>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 +</source>
        <comment>a time or more</comment>
        <translation>%1 +</translation>
    </message>
    <message>
        <source>now</source>
        <comment>the end of an axis of time</comment>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>'3 more late by 14:12', '8 by 14:32'</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>customers more who are late, a time of day</comment>
        <translation>к %2: +%1</translation>
    </message>
    <message>
        <source>%1 more late by %2</source>
        <comment>customers, a time of day</comment>
        <translation>опозданий к %2: +%1</translation>
    </message>
    <message>
        <source>nobody late by %1</source>
        <comment>a time of day</comment>
        <translation>до %1 никто не опоздает</translation>
    </message>
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
        <source>%1 bn</source>
        <comment>billions</comment>
        <translation>%1 млрд</translation>
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
        <source>%1 free</source>
        <comment>agents</comment>
        <translation>%1 своб.</translation>
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
        <source>replay</source>
        <translation>повтор</translation>
    </message>
    <message>
        <source>simulation</source>
        <translation>симуляция</translation>
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
        <source>%1. %2</source>
        <comment>no connection for 4 min; why and what to do</comment>
        <translation>%1. %2</translation>
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
        <source>Reports arrive for floor &apos;%1&apos;; this board shows &apos;%2&apos; (floor = in board.toml, or --floor)</source>
        <translation>Отчёты приходят для зала «%1»; это табло показывает «%2» (floor = в board.toml или --floor)</translation>
    </message>
    <message>
        <source>&apos;, &apos;</source>
        <comment>between two names in quotes</comment>
        <translation>», «</translation>
    </message>
    <message>
        <source>This line brings the wall to life:</source>
        <translation>Эта строка оживит табло:</translation>
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
    <message>
        <source>closed</source>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>closed, opens %1</source>
        <translation>закрыто до %1</translation>
    </message>
    <message>
        <source>closed, opens %1 %2</source>
        <comment>weekday and time of day</comment>
        <translation>закрыто до %1 %2</translation>
    </message>
    <message>
        <source>%1 of 60 min</source>
        <comment>minutes that are known</comment>
        <translation>%1 из 60 мин</translation>
    </message>
    <message>
        <source>no forecast: nothing is heard</source>
        <translation>без прогноза: нет связи</translation>
    </message>
    <message>
        <source>no forecast: no target</source>
        <translation>без прогноза: нет цели</translation>
    </message>
    <message>
        <source>no forecast yet</source>
        <translation>прогноза пока нет</translation>
    </message>
    <message>
        <source>no forecast: out of order</source>
        <translation>без прогноза: не по порядку</translation>
    </message>
    <message>
        <source>empty in %1</source>
        <comment>the queue, at this pace</comment>
        <translation>пусто через %1</translation>
    </message>
    <message>
        <source>forecast for %1 of %2 queues</source>
        <translation>прогноз: %1 из %2 очередей</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>Все очереди</translation>
    </message>
    <message>
        <source>wait %1 (%2–%3)</source>
        <comment>of who comes now; a duration and its band</comment>
        <translation>ждать %1 (%2–%3)</translation>
    </message>
    <message>
        <source>empty: not at this pace</source>
        <translation>так очередь не опустеет</translation>
    </message>
    <message>
        <source>no forecast: no order</source>
        <translation>без прогноза: порядок?</translation>
    </message>
    <message>
        <source>phone</source>
        <comment>a channel</comment>
        <translation>телефон</translation>
    </message>
    <message>
        <source>chat</source>
        <comment>a channel</comment>
        <translation>чат</translation>
    </message>
    <message>
        <source>e-mail</source>
        <comment>a channel</comment>
        <translation>эл. почта</translation>
    </message>
    <message>
        <source>forum</source>
        <comment>a channel</comment>
        <translation>форум</translation>
    </message>
    <message>
        <source>community</source>
        <comment>a channel</comment>
        <translation>сообщество</translation>
    </message>
    <message>
        <source>social media</source>
        <comment>a channel</comment>
        <translation>соцсети</translation>
    </message>
    <message>
        <source>text messages</source>
        <comment>a channel</comment>
        <translation>SMS</translation>
    </message>
    <message>
        <source>letters</source>
        <comment>a channel</comment>
        <translation>письма</translation>
    </message>
    <message>
        <source>website</source>
        <comment>a channel</comment>
        <translation>сайт</translation>
    </message>
    <message>
        <source>app</source>
        <comment>a channel</comment>
        <translation>приложение</translation>
    </message>
    <message>
        <source>video</source>
        <comment>a channel</comment>
        <translation>видео</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>подключение</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <comment>reports</comment>
        <translation>отклонено: %1</translation>
    </message>
</context>
</TS>
