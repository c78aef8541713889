<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>GroupWords</name>
    <message>
        <source>channel: %1</source>
        <comment>of several queues together</comment>
        <translation>کانال: %1</translation>
    </message>
    <message>
        <source>team: %1</source>
        <comment>of several queues together</comment>
        <translation>تیم: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <comment>3 queues, 14 waiting</comment>
        <translation>%1، %2 نفر در انتظار</translation>
    </message>
</context>
<context>
    <name>IssueHeadings</name>
    <message>
        <source>%1, %2</source>
        <comment>a heading; page of pages</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>in 24 h</source>
        <comment>more or fewer mentions than in the same hours the day before</comment>
        <translation>در ۲۴ س</translation>
    </message>
    <message>
        <source>voices</source>
        <comment>column of figures</comment>
        <translation>نظر</translation>
    </message>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>حس</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>connection refused</source>
        <translation>اتصال رد شد</translation>
    </message>
    <message>
        <source>broker out of reach</source>
        <translation>کارگزار دور از دسترس</translation>
    </message>
    <message>
        <source>broker not found</source>
        <translation>کارگزار پیدا نشد</translation>
    </message>
    <message>
        <source>broker silent</source>
        <translation>کارگزار بی‌پاسخ</translation>
    </message>
    <message>
        <source>connection ended</source>
        <translation>اتصال قطع شد</translation>
    </message>
    <message>
        <source>no MQTT there</source>
        <translation>آنجا ⁦MQTT⁩ نیست</translation>
    </message>
    <message>
        <source>certificate untrusted</source>
        <translation>گواهی نامعتبر</translation>
    </message>
    <message>
        <source>certificate misnamed</source>
        <translation>نام گواهی دیگر است</translation>
    </message>
    <message>
        <source>certificate out of date</source>
        <translation>تاریخ گواهی گذشته</translation>
    </message>
    <message>
        <source>our certificate refused</source>
        <translation>گواهی ما رد شد</translation>
    </message>
    <message>
        <source>TLS fails</source>
        <translation>خطای ⁦TLS⁩</translation>
    </message>
    <message>
        <source>password refused</source>
        <translation>گذرواژه رد شد</translation>
    </message>
    <message>
        <source>client id refused</source>
        <translation>شناسه رد شد</translation>
    </message>
    <message>
        <source>no right to read</source>
        <translation>اجازهٔ خواندن نیست</translation>
    </message>
    <message>
        <source>client id in use</source>
        <translation>شناسه در کار است</translation>
    </message>
    <message>
        <source>connection fails</source>
        <translation>اتصال برقرار نیست</translation>
    </message>
    <message>
        <source>The broker refuses the connection: is it running?</source>
        <translation>کارگزار اتصال را رد می‌کند: آیا روشن است؟</translation>
    </message>
    <message>
        <source>No way to the broker: check network and address</source>
        <translation>راهی به کارگزار نیست: شبکه و نشانی را ببینید</translation>
    </message>
    <message>
        <source>The broker's name is not known: check the address</source>
        <translation>نام کارگزار شناخته نیست: نشانی را ببینید</translation>
    </message>
    <message>
        <source>The broker does not answer: check address and firewall</source>
        <translation>کارگزار پاسخ نمی‌دهد: نشانی و دیوار آتش را ببینید</translation>
    </message>
    <message>
        <source>The broker ended the connection: see its log</source>
        <translation>کارگزار اتصال را قطع کرد: گزارش آن را ببینید</translation>
    </message>
    <message>
        <source>No MQTT broker answers there: check port and protocol</source>
        <translation>آنجا کارگزار ⁦MQTT⁩ پاسخ نمی‌دهد: درگاه و پروتکل را ببینید</translation>
    </message>
    <message>
        <source>The broker's certificate is not trusted: check ca_file</source>
        <translation>گواهی کارگزار معتبر نیست: ⁦ca_file⁩ را ببینید</translation>
    </message>
    <message>
        <source>The broker's certificate is for another name: check the address</source>
        <translation>گواهی کارگزار به نام دیگری است: نشانی را ببینید</translation>
    </message>
    <message>
        <source>The broker's certificate is out of date, or the clock is wrong</source>
        <translation>تاریخ گواهی کارگزار گذشته یا ساعت نادرست است</translation>
    </message>
    <message>
        <source>The broker refuses our certificate: check certificate_file</source>
        <translation>کارگزار گواهی ما را رد می‌کند: ⁦certificate_file⁩ را ببینید</translation>
    </message>
    <message>
        <source>The secure connection fails: check port and certificates</source>
        <translation>اتصال امن برقرار نمی‌شود: درگاه و گواهی‌ها را ببینید</translation>
    </message>
    <message>
        <source>The broker refuses our password: check username and password_file</source>
        <translation>کارگزار گذرواژهٔ ما را رد می‌کند: ⁦username⁩ و ⁦password_file⁩ را ببینید</translation>
    </message>
    <message>
        <source>The broker refuses our client id: check client_id</source>
        <translation>کارگزار شناسهٔ ما را رد می‌کند: ⁦client_id⁩ را ببینید</translation>
    </message>
    <message>
        <source>The broker does not let us read: check its access rules</source>
        <translation>کارگزار اجازهٔ خواندن نمی‌دهد: قواعد دسترسی آن را ببینید</translation>
    </message>
    <message>
        <source>Another board uses our client id: check client_id</source>
        <translation>تابلوی دیگری شناسهٔ ما را دارد: ⁦client_id⁩ را ببینید</translation>
    </message>
    <message>
        <source>The connection fails: see the log</source>
        <translation>اتصال برقرار نمی‌شود: گزارش را ببینید</translation>
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
        <translation>صف‌ها</translation>
    </message>
    <message>
        <source>queues, %1</source>
        <comment>page of pages</comment>
        <translation>صف‌ها، %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>در انتظار</translation>
    </message>
    <message>
        <source>half in</source>
        <comment>half of the answers came within</comment>
        <translation>نیمی در</translation>
    </message>
    <message>
        <source>90 % in</source>
        <comment>nine of ten answers came within</comment>
        <translation>۹۰‏٪ در</translation>
    </message>
    <message>
        <source>in time</source>
        <comment>share of the queue answered within its target</comment>
        <translation>به‌موقع</translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>بیشترین انتظار</translation>
    </message>
</context>
<context>
    <name>ResponseHeadings</name>
    <message>
        <source>today</source>
        <comment>a drawing by half hours</comment>
        <translation>امروز</translation>
    </message>
    <message>
        <source>today, half to 90 %</source>
        <comment>a drawing by half hours: from the time in which half were answered to that in which 90 % were</comment>
        <translation>امروز، نیمی تا ۹۰٪</translation>
    </message>
    <message>
        <source>response times</source>
        <translation>زمان پاسخ</translation>
    </message>
    <message>
        <source>response times, %1</source>
        <comment>page of pages</comment>
        <translation>زمان پاسخ، %1</translation>
    </message>
    <message>
        <source>half in</source>
        <comment>half of the answers came within</comment>
        <translation>نیمی در</translation>
    </message>
    <message>
        <source>90 % in</source>
        <comment>nine of ten answers came within</comment>
        <translation>۹۰‏٪ در</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>ساعت اخیر</translation>
    </message>
</context>
<context>
    <name>SpeechTile</name>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>حس</translation>
    </message>
    <message>
        <source>anger</source>
        <comment>first rung of the ladder anger - like - love - defend</comment>
        <translation>خشم</translation>
    </message>
    <message>
        <source>like</source>
        <comment>second rung of the ladder</comment>
        <translation>پسند</translation>
    </message>
    <message>
        <source>love</source>
        <comment>third rung of the ladder</comment>
        <translation>عشق</translation>
    </message>
    <message>
        <source>defend</source>
        <comment>last rung of the ladder: customers who defend us</comment>
        <translation>دفاع</translation>
    </message>
    <message>
        <source>listening</source>
        <comment>share of replies in what the floor posts</comment>
        <translation>شنیدن</translation>
    </message>
</context>
<context>
    <name>SpokenHeadings</name>
    <message>
        <source>%1, %2</source>
        <comment>a heading; page of pages</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>times usual</source>
        <comment>column of figures like 5.9 x</comment>
        <translation>معمول</translation>
    </message>
    <message>
        <source>voices</source>
        <comment>column of figures</comment>
        <translation>نظر</translation>
    </message>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>حس</translation>
    </message>
</context>
<context>
    <name>AlarmWords</name>
    <message numerus="yes">
        <source>%n more late by %1.</source>
        <comment>a time of day</comment>
        <translation>
            <numerusform>%n نفر دیگر تا %1 دیر می‌شوند.</numerusform>
            <numerusform>%n نفر دیگر تا %1 دیر می‌شوند.</numerusform>
        </translation>
    </message>
    <message>
        <source>longest wait, target %1</source>
        <comment>a time</comment>
        <translation>بیشترین انتظار، هدف %1</translation>
    </message>
    <message>
        <source>%1 in time in the last hour, target %2.</source>
        <comment>shares in per cent</comment>
        <translation>در ساعت اخیر %1 به‌موقع، هدف %2.</translation>
    </message>
    <message>
        <source>seen since %1</source>
        <comment>a time of day</comment>
        <translation>دیده‌شده از %1</translation>
    </message>
    <message>
        <source>%1 of %2 have waited longer than %3.</source>
        <comment>customers, a time</comment>
        <translation>%1 نفر از %2 نفر بیش از %3 منتظر مانده‌اند.</translation>
    </message>
    <message>
        <source>All %1 have waited longer than %2.</source>
        <comment>customers, a time</comment>
        <translation>هر %1 نفر بیش از %2 منتظر مانده‌اند.</translation>
    </message>
    <message>
        <source>The one who waits has waited longer than %1.</source>
        <comment>a time</comment>
        <translation>یک نفر بیش از %1 منتظر مانده است.</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time of day</comment>
        <translation>از ساعت %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>در انتظار</translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>بیشترین انتظار</translation>
    </message>
    <message>
        <source>Needed: whoever is free</source>
        <translation>کمک لازم است: هر کس که آزاد است</translation>
    </message>
    <message>
        <source>Needed: %1</source>
        <comment>a team</comment>
        <translation>کمک لازم است: %1</translation>
    </message>
    <message>
        <source>Needed: who can take %1</source>
        <comment>a channel: phone, chat</comment>
        <translation>کمک لازم است در %1</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <comment>agents</comment>
        <translation>%1 از %2 آزاد</translation>
    </message>
    <message>
        <source>nobody is free</source>
        <translation>کسی آزاد نیست</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>who is needed; how many are free</comment>
        <translation>%1؛ %2</translation>
    </message>
    <message>
        <source>%1; %2, %3</source>
        <comment>who is needed; how many are free, how many away</comment>
        <translation>%1؛ %2، %3</translation>
    </message>
    <message numerus="yes">
        <source>%n away</source>
        <comment>agents</comment>
        <translation>
            <numerusform>%n نفر غایب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more queue(s) call for action</source>
        <translation>
            <numerusform>%n صف دیگر هم اقدام می‌خواهد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentifyWords</name>
    <message>
        <source>This board is</source>
        <translation>این تابلو است:</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>مرکز</translation>
    </message>
    <message>
        <source>broker</source>
        <translation>کارگزار</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>دستگاه</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>نمایشگر</translation>
    </message>
    <message>
        <source>%1 × %2, %3 in, read from %4 m</source>
        <comment>pixels, inches, metres</comment>
        <translation>%1 × %2، %3 اینچ، خوانا از %4 متر</translation>
    </message>
</context>
<context>
    <name>QrWords</name>
    <message>
        <source>More on this issue</source>
        <translation>بیشتر دربارهٔ این موضوع</translation>
    </message>
    <message>
        <source>Scan with a phone to open its page.</source>
        <translation>برای باز کردن صفحه‌اش با گوشی اسکن کنید.</translation>
    </message>
</context>
<context>
    <name>FrameWords</name>
    <message>
        <source>%1 no longer calls for action, after more than %2</source>
        <translation>%1 پس از بیش از %2 دیگر اقدام فوری نمی‌خواهد</translation>
    </message>
    <message>
        <source>%1 no longer calls for action, after %2</source>
        <translation>%1 پس از %2 دیگر اقدام فوری نمی‌خواهد</translation>
    </message>
    <message>
        <source>%1 is back in time after more than %2</source>
        <translation>%1 پس از بیش از %2 دوباره به‌موقع است</translation>
    </message>
    <message>
        <source>%1 is back in time after %2</source>
        <translation>%1 پس از %2 دوباره به‌موقع است</translation>
    </message>
    <message numerus="yes">
        <source>The best of %n day(s) so far: %1 in time</source>
        <translation>
            <numerusform>تا این ساعت بهترین روز از %n روز: %1 به‌موقع</numerusform>
        </translation>
    </message>
    <message>
        <source>Floor</source>
        <comment>a scene</comment>
        <translation>مرکز</translation>
    </message>
    <message>
        <source>Response</source>
        <comment>a scene</comment>
        <translation>پاسخ‌گویی</translation>
    </message>
    <message>
        <source>Voice</source>
        <comment>a scene</comment>
        <translation>صدای مشتری</translation>
    </message>
    <message>
        <source>Moments</source>
        <comment>a scene</comment>
        <translation>لحظه‌ها</translation>
    </message>
    <message>
        <source>Visit</source>
        <comment>a scene</comment>
        <translation>بازدید</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>a scene</comment>
        <translation>بسته</translation>
    </message>
    <message>
        <source>Alarm</source>
        <comment>a scene</comment>
        <translation>هشدار</translation>
    </message>
    <message>
        <source>Nothing to show in %1 now</source>
        <comment>a scene</comment>
        <translation>اکنون در «%1» چیزی برای نمایش نیست</translation>
    </message>
    <message>
        <source>Where issues have their pages is not set (links.issue)</source>
        <translation>نشانی صفحهٔ موضوع‌ها تنظیم نشده است (links.issue)</translation>
    </message>
    <message>
        <source>held</source>
        <comment>the scene stays</comment>
        <translation>نگه‌داشته</translation>
    </message>
</context>
<context>
    <name>TrendHero</name>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>حس</translation>
    </message>
</context>
<context>
    <name>ClosedWords</name>
    <message>
        <source>waiting, answered from %1</source>
        <comment>customers, until the floor opens</comment>
        <translation>در انتظار، پاسخ از %1</translation>
    </message>
    <message>
        <source>Closed until</source>
        <translation>بسته تا</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>بسته</translation>
    </message>
    <message>
        <source>today</source>
        <comment>the floor opens</comment>
        <translation>امروز</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <comment>the floor opens</comment>
        <translation>فردا</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a day and a time of day</comment>
        <translation>%1 ساعت %2</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>how the day went</comment>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <comment>how the day went</comment>
        <translation>دیروز</translation>
    </message>
    <message>
        <source>Customers were answered as promised.</source>
        <translation>پاسخ مشتریان طبق قول ما داده شد.</translation>
    </message>
    <message>
        <source>Answers took a little longer than promised.</source>
        <translation>پاسخ‌ها کمی دیرتر از قول ما رسید.</translation>
    </message>
    <message>
        <source>Too many customers waited longer than promised.</source>
        <translation>مشتریان زیادی بیش از قول ما منتظر ماندند.</translation>
    </message>
    <message>
        <source>answered</source>
        <comment>customers of a day</comment>
        <translation>پاسخ داده شد</translation>
    </message>
    <message>
        <source>in time</source>
        <comment>share of them</comment>
        <translation>به‌موقع</translation>
    </message>
    <message>
        <source>waiting now</source>
        <comment>customers, until the floor opens</comment>
        <translation>اکنون در انتظار</translation>
    </message>
</context>
<context>
    <name>MomentWords</name>
    <message>
        <source>Above and beyond</source>
        <comment>over the story of somebody who went there</comment>
        <translation>فراتر از وظیفه</translation>
    </message>
    <message>
        <source>Thank you, %1!</source>
        <comment>a team</comment>
        <translation>سپاس از %1!</translation>
    </message>
    <message>
        <source>Thanks to %1</source>
        <translation>با سپاس از %1</translation>
    </message>
    <message>
        <source>No story yet today of somebody who went above and beyond.</source>
        <translation>امروز هنوز خبری از کسی نرسیده که بیش از وظیفه‌اش مایه گذاشته باشد.</translation>
    </message>
    <message numerus="yes">
        <source>moment(s) today</source>
        <comment>below their number</comment>
        <translation>
            <numerusform>ماجرای خوب امروز</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1 answers came from other customers</source>
        <comment>after a share of the day's answers</comment>
        <translation>از %1 پاسخ را مشتریان دیگر داده‌اند</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>The floor is closed until %1.</source>
        <comment>a day and a time</comment>
        <translation>مرکز تا %1 بسته است.</translation>
    </message>
    <message>
        <source>The floor is closed.</source>
        <translation>مرکز بسته است.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <comment>a sentence of two clauses</comment>
        <translation>%1؛ %2.</translation>
    </message>
    <message>
        <source>Customers are answered as promised today</source>
        <translation>امروز پاسخ مشتریان طبق قول ما داده می‌شود</translation>
    </message>
    <message>
        <source>Answers take a little longer than promised today</source>
        <translation>امروز پاسخ‌ها کمی دیرتر از قول ما می‌رسد</translation>
    </message>
    <message>
        <source>Too many customers wait longer than promised today</source>
        <translation>امروز مشتریان زیادی بیش از قول ما منتظر می‌مانند</translation>
    </message>
    <message>
        <source>No queue has reported yet.</source>
        <translation>هنوز هیچ صفی گزارش نداده است.</translation>
    </message>
    <message>
        <source>Nobody has been answered yet today</source>
        <translation>امروز هنوز به کسی پاسخ داده نشده است</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) answered so far today</source>
        <translation>
            <numerusform>امروز تا کنون به %n مشتری پاسخ داده شده است</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) need(s) help now</source>
        <translation>
            <numerusform>%n صف همین حالا کمک می‌خواهد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) to keep an eye on</source>
        <translation>
            <numerusform>%n صف را باید زیر نظر داشت</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody waits too long</source>
        <translation>هیچ‌کس بیش از حد منتظر نیست</translation>
    </message>
    <message>
        <source>Answered in time</source>
        <translation>پاسخ به‌موقع</translation>
    </message>
    <message>
        <source>9 of 10 within</source>
        <comment>nine of ten customers are answered within the time above</comment>
        <translation>۹ از ۱۰ نفر، حداکثر</translation>
    </message>
    <message>
        <source>half %1</source>
        <comment>half of the customers are answered within a time</comment>
        <translation>نیمی %1</translation>
    </message>
    <message>
        <source>Solved in one go</source>
        <translation>حل در یک نوبت</translation>
    </message>
    <message>
        <source>Mood</source>
        <comment>net sentiment of the day</comment>
        <translation>حس مشتریان</translation>
    </message>
    <message>
        <source>target %1 in %2</source>
        <comment>80 % in 20 s</comment>
        <translation>هدف %1 در %2</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>هدف %1</translation>
    </message>
    <message>
        <source>usual %1</source>
        <comment>what the days before came to</comment>
        <translation>معمول %1</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>بدون هدف</translation>
    </message>
    <message>
        <source>What customers speak of</source>
        <translation>مشتریان از چه می‌گویند</translation>
    </message>
    <message>
        <source>Above and beyond today</source>
        <translation>امروز فراتر از وظیفه</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n queue(s)</source>
        <comment>which a figure is of: 3 of 5 queues</comment>
        <translation>
            <numerusform>%1 از %n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a target: 80 % in 20 s</comment>
        <translation>%1 در %2</translation>
    </message>
    <message numerus="yes">
        <source>%1/%n queue(s)</source>
        <comment>3 of 5 queues, in brief</comment>
        <translation>
            <numerusform>%1/%n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>In time</source>
        <translation>به‌موقع</translation>
    </message>
    <message>
        <source>In one go</source>
        <translation>در یک نوبت</translation>
    </message>
</context>
<context>
    <name>VoiceWords</name>
    <message>
        <source>%1 ×</source>
        <comment>times the usual</comment>
        <translation>%1 برابر</translation>
    </message>
    <message>
        <source>the usual</source>
        <comment>after 5.9 x</comment>
        <translation>معمول</translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n نظر</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>12 voices in 2 h</comment>
        <translation>%1 در %2</translation>
    </message>
    <message>
        <source>voices in %1</source>
        <comment>below their number; 3 h</comment>
        <translation>نظر در %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>QLocale format of a date without its year</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time of day, a weekday with it, or a date</comment>
        <translation>از %1</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <comment>a new issue, not handed on</comment>
        <translation>هنوز به کسی سپرده نشده</translation>
    </message>
    <message>
        <source>sent on</source>
        <comment>an issue</comment>
        <translation>سپرده شد</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <comment>an issue, a team</comment>
        <translation>سپرده به %1</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <comment>an issue</comment>
        <translation>دریافت شد</translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <comment>an issue, a team</comment>
        <translation>دریافت: %1</translation>
    </message>
    <message>
        <source>resolved</source>
        <comment>an issue</comment>
        <translation>حل شد</translation>
    </message>
    <message>
        <source>new words</source>
        <comment>an issue that nobody named</comment>
        <translation>واژه‌های تازه</translation>
    </message>
    <message>
        <source>in their words: %1</source>
        <translation>به زبان خودشان: %1</translation>
    </message>
    <message>
        <source>about: %1</source>
        <comment>the issue that new words belong to</comment>
        <translation>دربارهٔ %1</translation>
    </message>
    <message>
        <source>%1 vs yesterday</source>
        <comment>more or fewer voices</comment>
        <translation>%1 نسبت به دیروز</translation>
    </message>
    <message>
        <source>voices an hour</source>
        <translation>نظر در ساعت</translation>
    </message>
    <message>
        <source>voices an hour, usual %1 to %2</source>
        <translation>نظر در ساعت، معمول %1 تا %2</translation>
    </message>
    <message>
        <source>still learning</source>
        <comment>what is usual</comment>
        <translation>در حال یادگیری</translation>
    </message>
    <message>
        <source>All voices together</source>
        <translation>همهٔ نظرها</translation>
    </message>
    <message>
        <source>No voices yet</source>
        <translation>هنوز نظری نیست</translation>
    </message>
    <message>
        <source>Nothing unusual</source>
        <translation>همه‌چیز معمول است</translation>
    </message>
    <message>
        <source>Learning what is usual</source>
        <translation>یادگیری وضع معمول</translation>
    </message>
    <message>
        <source>learning %1</source>
        <comment>since when</comment>
        <translation>یادگیری %1</translation>
    </message>
    <message>
        <source>against the usual %1</source>
        <comment>since when it was learned</comment>
        <translation>نسبت به معمول %1</translation>
    </message>
    <message>
        <source>Also unusual</source>
        <translation>دیگر موارد نامعمول</translation>
    </message>
    <message>
        <source>Most spoken of, %1</source>
        <translation>پرتکرارترین، %1</translation>
    </message>
    <message>
        <source>Last %1</source>
        <comment>3 h</comment>
        <translation>%1 گذشته</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a time, and what ails it</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Something new that nobody has named yet</source>
        <translation>چیز تازه‌ای که هنوز نامی ندارد</translation>
    </message>
    <message>
        <source>Something unusual</source>
        <translation>چیزی نامعمول</translation>
    </message>
    <message>
        <source>Most spoken of</source>
        <translation>پرتکرارترین</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>with early hang-ups, of answered + hang-ups</source>
        <translation>با قطع زودهنگام، از پاسخ‌ها + قطع‌ها</translation>
    </message>
    <message>
        <source>early hang-ups count for</source>
        <translation>قطع زودهنگام: به‌موقع</translation>
    </message>
    <message>
        <source>of answered + all hang-ups</source>
        <translation>از پاسخ‌ها + همهٔ قطع‌ها</translation>
    </message>
    <message>
        <source>all hang-ups count against</source>
        <translation>هر قطع تماس: ازدست‌رفته</translation>
    </message>
    <message>
        <source>of answered + late hang-ups</source>
        <translation>از پاسخ‌ها + قطع‌های دیرهنگام</translation>
    </message>
    <message>
        <source>late hang-ups count against</source>
        <translation>قطع دیرهنگام: ازدست‌رفته</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>صفحهٔ %1 از %2</translation>
    </message>
    <message>
        <source>hang-ups: each queue's own rule</source>
        <translation>قطع تماس: قاعدهٔ هر صف</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours on an axis, short</comment>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 +</source>
        <comment>a time or more</comment>
        <translation>%1 +</translation>
    </message>
    <message>
        <source>now</source>
        <comment>the end of an axis of time</comment>
        <translation>اکنون</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>'3 more late by 14:12', '8 by 14:32'</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>customers more who are late, a time of day</comment>
        <translation>%1 تا %2</translation>
    </message>
    <message>
        <source>%1 more late by %2</source>
        <comment>customers, a time of day</comment>
        <translation>%1 دیرکرد دیگر تا %2</translation>
    </message>
    <message>
        <source>nobody late by %1</source>
        <comment>a time of day</comment>
        <translation>تا %1 کسی دیر نمی‌شود</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes, short</comment>
        <translation>%1 س %2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours, short</comment>
        <translation>%1 روز %2 س</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days, short</comment>
        <translation>%1 روز</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds, short</comment>
        <translation>%1 ثانیه</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 دقیقه</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ساعت</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 روز</translation>
    </message>
    <message>
        <source>%1 bn</source>
        <comment>billions</comment>
        <translation>%1 میلیارد</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 میلیون</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 هزار</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1‏٪</translation>
    </message>
    <message>
        <source>n %1</source>
        <comment>number of samples</comment>
        <translation>%1 مورد</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>QLocale format of the date in the header</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>page of pages</comment>
        <translation>%1 از %2</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>آرام</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>مراقب</translation>
    </message>
    <message>
        <source>act</source>
        <translation>اقدام</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>بی‌خبر</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>قطع</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>%1 بی‌خبر</translation>
    </message>
    <message>
        <source>its clock is wrong</source>
        <translation>ساعت منبع نادرست است</translation>
    </message>
    <message>
        <source>%1 free</source>
        <comment>agents</comment>
        <translation>%1 آزاد</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <comment>agents</comment>
        <translation>%1 از %2 آزاد</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>within a time</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>no answers yet</source>
        <translation>هنوز پاسخی نیست</translation>
    </message>
    <message>
        <source>today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>ساعت اخیر</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time of day</comment>
        <translation>از %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>last hour, n 124</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>بازپخش</translation>
    </message>
    <message>
        <source>simulation</source>
        <translation>شبیه‌سازی</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>پایان %1</translation>
    </message>
    <message>
        <source>%1 broke off</source>
        <translation>%1 قطع شد</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <comment>replay x60</comment>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>No connection to the broker for %1</source>
        <translation>%1 است که ارتباط با کارگزار قطع است</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>no connection for 4 min; why and what to do</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>connecting to %1</source>
        <translation>در حال اتصال به %1</translation>
    </message>
    <message>
        <source>history is not kept</source>
        <translation>تاریخچه ذخیره نمی‌شود</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) refused</source>
        <translation>
            <numerusform>%n گزارش رد شد</numerusform>
        </translation>
    </message>
    <message>
        <source>target %1</source>
        <comment>a service level in per cent</comment>
        <translation>هدف %1</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s) silent</source>
        <translation>
            <numerusform>%n صف بی‌خبر</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first report</source>
        <translation>در انتظار نخستین گزارش</translation>
    </message>
    <message>
        <source>floor %1, broker %2</source>
        <translation>مرکز %1، کارگزار %2</translation>
    </message>
    <message>
        <source>Reports arrive for floor &apos;%1&apos;; this board shows &apos;%2&apos; (floor = in board.toml, or --floor)</source>
        <translation>گزارش‌ها برای مرکز «%1» می‌رسند؛ این تابلو «%2» را نشان می‌دهد (⁦floor =⁩ در ⁦board.toml⁩ یا ⁦--floor⁩)</translation>
    </message>
    <message>
        <source>&apos;, &apos;</source>
        <comment>between two names in quotes</comment>
        <translation>»، «</translation>
    </message>
    <message>
        <source>This line brings the wall to life:</source>
        <translation>این فرمان تابلو را زنده می‌کند:</translation>
    </message>
    <message>
        <source>Top issues, %1</source>
        <translation>موضوع‌های برتر، %1</translation>
    </message>
    <message>
        <source>Top issues</source>
        <translation>موضوع‌های برتر</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 پیش</translation>
    </message>
    <message>
        <source>In time today</source>
        <translation>به‌موقع، امروز</translation>
    </message>
    <message>
        <source>In time, %1</source>
        <comment>with a caveat</comment>
        <translation>به‌موقع، %1</translation>
    </message>
    <message>
        <source>saved %1 ago</source>
        <translation>ذخیره از %1 پیش</translation>
    </message>
    <message>
        <source>saved earlier</source>
        <translation>از پیش ذخیره</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>بسته</translation>
    </message>
    <message>
        <source>closed, opens %1</source>
        <translation>بسته تا %1</translation>
    </message>
    <message>
        <source>closed, opens %1 %2</source>
        <comment>weekday and time of day</comment>
        <translation>بسته تا %1 %2</translation>
    </message>
    <message>
        <source>%1 of 60 min</source>
        <comment>minutes that are known</comment>
        <translation>%1 از ۶۰ دقیقه</translation>
    </message>
    <message>
        <source>no forecast: nothing is heard</source>
        <translation>بی‌پیش‌بینی: بی‌خبر</translation>
    </message>
    <message>
        <source>no forecast: no target</source>
        <translation>بی‌پیش‌بینی: بی‌هدف</translation>
    </message>
    <message>
        <source>no forecast yet</source>
        <translation>هنوز بی‌پیش‌بینی</translation>
    </message>
    <message>
        <source>no forecast: out of order</source>
        <translation>بی‌پیش‌بینی: بی‌نوبت</translation>
    </message>
    <message>
        <source>empty in %1</source>
        <comment>the queue, at this pace</comment>
        <translation>خالی تا %1</translation>
    </message>
    <message>
        <source>forecast for %1 of %2 queues</source>
        <translation>پیش‌بینی %1 از %2 صف</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>همهٔ صف‌ها</translation>
    </message>
    <message>
        <source>wait %1 (%2–%3)</source>
        <comment>of who comes now; a duration and its band</comment>
        <translation>انتظار %1 (%2 تا %3)</translation>
    </message>
    <message>
        <source>empty: not at this pace</source>
        <translation>با این آهنگ خالی نمی‌شود</translation>
    </message>
    <message>
        <source>no forecast: no order</source>
        <translation>بی‌پیش‌بینی: ترتیب نامعلوم</translation>
    </message>
    <message>
        <source>phone</source>
        <comment>a channel</comment>
        <translation>تلفن</translation>
    </message>
    <message>
        <source>chat</source>
        <comment>a channel</comment>
        <translation>چت</translation>
    </message>
    <message>
        <source>e-mail</source>
        <comment>a channel</comment>
        <translation>ایمیل</translation>
    </message>
    <message>
        <source>forum</source>
        <comment>a channel</comment>
        <translation>انجمن</translation>
    </message>
    <message>
        <source>community</source>
        <comment>a channel</comment>
        <translation>جامعهٔ کاربران</translation>
    </message>
    <message>
        <source>social media</source>
        <comment>a channel</comment>
        <translation>شبکه‌های اجتماعی</translation>
    </message>
    <message>
        <source>text messages</source>
        <comment>a channel</comment>
        <translation>پیامک</translation>
    </message>
    <message>
        <source>letters</source>
        <comment>a channel</comment>
        <translation>نامه</translation>
    </message>
    <message>
        <source>website</source>
        <comment>a channel</comment>
        <translation>وب‌سایت</translation>
    </message>
    <message>
        <source>app</source>
        <comment>a channel</comment>
        <translation>اپلیکیشن</translation>
    </message>
    <message>
        <source>video</source>
        <comment>a channel</comment>
        <translation>تماس تصویری</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>در حال اتصال</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <comment>reports</comment>
        <translation>رد شد: %1</translation>
    </message>
</context>
</TS>
