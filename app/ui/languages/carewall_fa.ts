<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>IssueHeadings</name>
    <message>
        <source>vs yesterday</source>
        <comment>more or fewer mentions than in the same hours the day before</comment>
        <translation>نسبت به دیروز</translation>
    </message>
    <message>
        <source>mood</source>
        <comment>net sentiment</comment>
        <translation>حس</translation>
    </message>
</context>
<context>
    <name>QueueHeadings</name>
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
    <name>Words</name>
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
        <source>answered in time / (answered + late hang-ups)</source>
        <translation>پاسخ به‌موقع / (پاسخ‌ها + انصراف‌های دیر)</translation>
    </message>
    <message>
        <source>answered in time / (answered + all hang-ups)</source>
        <translation>پاسخ به‌موقع / (پاسخ‌ها + انصراف‌ها)</translation>
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
        <translation>سالن %1، کارگزار %2</translation>
    </message>
    <message>
        <source>This line brings the wall to life:</source>
        <translation>این فرمان تابلو را زنده می‌کند:</translation>
    </message>
    <message>
        <source>hang-ups counted by each queue&apos;s own rule</source>
        <translation>انصراف‌ها طبق قاعدهٔ هر صف</translation>
    </message>
    <message>
        <source>(in time + early hang-ups) / (answered + all hang-ups)</source>
        <translation>(به‌موقع + انصراف زود) / (پاسخ‌ها + انصراف‌ها)</translation>
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
</context>
</TS>
