"""Journeys told in other languages and scripts, as students of a vocational school might tell them.

Each has a cover, four or five haltes with photos and captions, notes, a backpack, company and a
compass, so that every part of a book has words in that script.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from reisblog.model import edits
from reisblog.model.book import Wish
from reisblog.model.geometry import Point
from reisblog.model.journey import Journey
from reisblog.model.records import (
    BackpackItem,
    BackpackKind,
    Companion,
    CompassMoment,
    Flag,
    Impulse,
    MediaKind,
    Note,
    OwnPlace,
    Photo,
    Sign,
    Stop,
)
from reisblog.storage.own_atlas import own_atlas
from tests.journeys import trail

STAD = "stad-der-succesvolle-stage"
HERBERG = "herberg-voor-inspirerende-ontmoetingen"
VULKAAN = "vulkaan-der-uiteengespatte-verwachtingen"
BOS = "dilemmabos"
WENSBOOM = "wensboom"
SIZES = ((4000, 3000), (3000, 4000), (4000, 2250))


@dataclass(frozen=True)
class Halte:
    """What is told of one halte."""

    place: str
    title: str
    when: str
    text: str
    captions: tuple[str, ...] = ()
    note: str = ""
    found: str = ""


@dataclass(frozen=True)
class Told:
    """What is told in a journey."""

    language: str
    title: str
    traveller: str
    school: str
    about: str
    haltes: tuple[Halte, ...]
    packed: tuple[str, ...]
    company: tuple[tuple[str, str], ...]
    home: str
    asks: tuple[str, str] = ("", "")
    loose: str = ""


def _journey(name, told):
    atlas = own_atlas()
    journey = edits.entitle(
        Journey(id=name, language=told.language),
        title=told.title,
        traveller=told.traveller,
        about=told.about,
    )
    journey = edits.wish_for(journey, Wish(school=told.school))
    for number, halte in enumerate(told.haltes, start=1):
        journey = _with_halte(journey, atlas, f"{name}-{number}", halte)
    stops = list(journey.order)
    for number, text in enumerate(told.packed):
        kind = list(BackpackKind)[number % len(BackpackKind)]
        journey = edits.pack(journey, BackpackItem(id=f"b{number}", text=text, kind=kind))
    for number, (who, role) in enumerate(told.company):
        journey = edits.welcome(journey, Companion(id=f"c{number}", name=who, role=role))
        journey = edits.accompany(journey, f"c{number}", stops[number : number + 2], along=True)
    home = OwnPlace(id="home", sign=Sign.HOUSE, at=Point(300, 1300), name=told.home)
    journey = edits.set_flag(edits.add_place(journey, home), "home", Flag.DEPARTURE)
    asker, words = told.asks
    if words:
        at = atlas.places[told.haltes[0].place].rest.centre
        compass = CompassMoment(id="k", at=Point(at.x + 60, at.y), stop=stops[0], direction=35.0)
        journey = edits.change_compass(
            edits.lay_compass(journey, compass), "k", asker=asker, text=words
        )
        journey = edits.set_impulse(journey, "k", Impulse.EXTERNAL)
    if told.loose:
        journey = edits.add_note(journey, Note(id="loose", text=told.loose, at=Point(700, 500)))
    centres = [atlas.places[halte.place].rest.centre for halte in told.haltes]
    way = [(300, 1300), *((centre.x, centre.y) for centre in centres)]
    return edits.add_trail(journey, trail("way", way))


def _with_halte(journey, atlas, key, halte):
    at = atlas.places[halte.place].rest.centre
    photos = [
        Photo(
            id=f"{key}-{number}",
            media=hashlib.sha256(f"{key}-{number}".encode()).hexdigest(),
            kind=MediaKind.JPEG,
            width=SIZES[number % 3][0],
            height=SIZES[number % 3][1],
            caption=caption,
        )
        for number, caption in enumerate(halte.captions)
    ]
    journey = edits.bring_in(journey, photos)
    stop = Stop(id=key, at=at, places=(halte.place,), when=halte.when)
    journey = edits.start_stop(journey, stop, [photo.id for photo in photos])
    journey = edits.change_stop(journey, key, title=halte.title, text=halte.text)
    if halte.note:
        note = Note(id=f"{key}-note", text=halte.note, at=Point(at.x + 90, at.y + 60), stop=key)
        journey = edits.add_note(journey, note)
    if halte.found:
        journey = edits.pack(journey, BackpackItem(id=f"{key}-found", text=halte.found, stop=key))
    return journey


def arabic():
    """Care for the elderly, by Salma from Aleppo, now in Amersfoort."""
    return _journey("arabic", ARABIC)


def tigrinya():
    """Cook, by Luwam from Asmara, now in Zwolle."""
    return _journey("tigrinya", TIGRINYA)


def ukrainian():
    """Electrician, by Dmytro from Kharkiv, now in Tilburg."""
    return _journey("ukrainian", UKRAINIAN)


def chinese():
    """Hospitality, by Wang Lin from Wenzhou, now in Rotterdam."""
    return _journey("chinese", CHINESE)


def emoji():
    """Childcare, by Sanne, who writes as she chats."""
    return _journey("emoji", EMOJI)


ARABIC = Told(
    language="ar",
    title="سنتي الأولى في رعاية المسنين",
    traveller="سلمى الحلبي",
    school="MBO Amersfoort · صف VZ1B",
    about=(
        "اسمي سلمى، وعمري تسعة عشر عامًا. جئتُ من حلب، وأسكن الآن في أمرسفورت مع أمي وأخي الصغير. "
        "أحب أن أسمع قصص الناس الكبار في السن، ولهذا اخترتُ هذا الطريق."
    ),
    haltes=(
        Halte(
            STAD,
            "أول يوم في التدريب",
            "بداية أيلول",
            "وصلتُ قبل الموعد بنصف ساعة، لأنني خفتُ أن أضيع. فتحت لي السيدة دي براون الباب وأعطتني "
            "قهوة قبل أن أخلع معطفي. قالت لي: «انظري اليوم فقط، وغدًا تساعدين.» شعرتُ براحة كبيرة.\n\n"
            "في المساء قستُ ضغط الدم لأول مرة (120/80)، وكانت يداي ترتجفان، لكنني نجحت! "
            "في الحافلة رقم 19 اتصلتُ بجدتي وحكيتُ لها كل شيء.",
            ("الباب الأزرق في السابعة إلا ربعًا", "حذائي الأبيض الجديد"),
            "اسألي دائمًا قبل أن تلمسي أحدًا.",
            "أعرف كيف أقيس ضغط الدم",
        ),
        Halte(
            HERBERG,
            "ما حكته لي فاطمة",
            "تشرين الأول 2025",
            "فاطمة ممرضة منذ 25 سنة. تركت الدراسة مرة، ثم عادت إليها وهي أمّ لطفلين. "
            "قالت لي إن اللغة تأتي مع الناس، لا مع الكتب وحدها. كتبتُ كلمتها الهولندية المفضلة في دفتري: "
            "gezellig (لا يمكن ترجمتها).",
            ("مكتب فاطمة، وصورة طفليها خلف النبتة",),
            "",
            "الصبر على نفسي",
        ),
        Halte(
            VULKAAN,
            "الامتحان الذي لم أنجح فيه",
            "أسبوع في تشرين الثاني",
            "حصلتُ على 4,8 في امتحان اللغة. بكيتُ قليلًا في المرحاض، ثم خرجتُ وأخبرتُ زميلتي نور. "
            "لم تضحك عليّ. تدربنا معًا كل يوم ثلاثاء، وفي المرة الثانية حصلتُ على 6,9.",
            ("دفتري بعد الدرس العاشر", "أنا ونور في المكتبة", "الورقة التي علّقتها على الثلاجة"),
            "كلمات صعبة: zorgplan، overdracht، afspraak",
        ),
        Halte(
            BOS,
            "ممرضة أم مساعدة رعاية؟",
            "منذ كانون الثاني",
            "أمي تقول: كوني ممرضة. ومدربتي تقول: خذي وقتك. وأنا؟ ما زلتُ أمشي بين الشجر وأسمع.",
        ),
        Halte(
            WENSBOOM,
            "ما أتمناه",
            "",
            "بعد خمس سنوات: أن أعمل في بيت صغير للمسنين، فيه حديقة وياسمين، وأن يضحك الناس حين أدخل.",
            ("ياسمينة على شرفتنا",),
        ),
    ),
    packed=("ثلاث لغات", "وصفة الكبة من جدتي", "دفتر أحمر", "أسمع جيدًا"),
    company=(("نور", "زميلة في الصف"), ("السيدة دي براون", "مدربتي في العمل"), ("جدتي", "تدعو لي")),
    home="بيتنا في أمرسفورت",
    asks=("السيدة دي براون", "ما الذي جعلك تبتسمين اليوم؟"),
    loose="الناس هنا يقولون «شكرًا» للسائق عند النزول من الحافلة.",
)

TIGRINYA = Told(
    language="ti",
    title="መንገደይ ናብ ክሽነ",
    traveller="ልዋም ተስፋይ",
    school="Deltion · ክፍሊ KOK2A",
    about=("ኣነ ልዋም እየ፡ ወዲ ዓሰርተ ሸሞንተ ዓመት። ካብ ኣስመራ መጺአ፡ ሕጂ ኣብ ዝቮለ ይነብር ኣለኹ። ምኽሻን ካብ ዓባየይ እየ ተማሂረዮ።"),
    haltes=(
        Halte(
            STAD,
            "ናይ መጀመርታ መዓልቲ ስራሕ",
            "ኣብ መጀመርታ መስከረም",
            "ሰዓት ሽዱሽተን ፈረቓን ንግሆ ኣብ ቅድሚ ማዕጾ ክሽነ ደው ኢለ ነይረ። ዋና ከሻኒ ያን ቡን ኣፍሊሑ፡ "
            "«ሎሚ ርአ ጥራይ፤ ጽባሕ ክትሕግዝ ኢኻ» በለኒ። ልበይ ቀሊል በለ።\n\n"
            "ድሕሪ ቀትሪ 40 ኪሎ ድንሽ ቀሊጠ። ኣእዳወይ ደኺመን፡ ግን ሓጎስ ነይሩኒ። "
            "ኣብ ባቡር ኮይነ ንኣደይ ደዊለ፡ ኩሉ ነገርኩዋ።",
            ("ናይ ክሽነ ማዕጾ፡ ቅድሚ ጸሓይ ምብራቓ", "ካራይ፡ ሓድሽ"),
            "ኩሉ ግዜ ቅድሚ ምጅማርካ ኣእዳውካ ተሓጸብ።",
            "ብቕልጡፍ ምቕላጥ",
        ),
        Halte(
            HERBERG,
            "ምስ ሓዳስ ዝገበርክዎ ዕላል",
            "ጥቅምቲ 2025",
            "ወይዘሮ ሓዳስ ንዓሰርተ ዓመት ኣብ ሆቴል ሰሪሓ። ሕጂ ናይ ገዛእ ርእሳ ቤት መግቢ ኣለዋ። "
            "«ቋንቋ ኣብ ክሽነ ይመጽእ፡ ኣይትፍራህ» በለትኒ። ብጣዕሚ ተሓጒሰ።",
            ("ናይ ሓዳስ ቤት መግቢ፡ ሰዓት ዓሰርተ",),
            "",
            "ኣይፈርህን እየ",
        ),
        Halte(
            VULKAAN,
            "ዝነደደ መረቕ",
            "ሓደ ሰሙን ኣብ ሕዳር",
            "30 ሰብ ክምገቡ እንከለዉ መረቕ ነዲዱ። ተሰናቢደ። ያን ኣይቈጥዐን፤ "
            "«እንደገና ንጀምር» በለ። ብሓባር ኣብ ዕስራ ደቒቕ ሓድሽ ሰሪሕና።",
            ("ዝነደደ ድስቲ", "ያንን ኣነን ድሕሪ ስራሕ", "ሓድሽ መረቕ"),
            "ጌጋ መምህር እዩ።",
        ),
        Halte(
            BOS,
            "ከሻኒ ዲየ ወይስ ጋግዋይ?",
            "ካብ ጥሪ ጀሚሩ",
            "እንጀራ ምስንካት እፈቱ፤ ኬክ ምስራሕ እውን። ገና ኣይወሰንኩን። መምህረይ ግዜ ውሰድ ይብለኒ።",
        ),
        Halte(
            WENSBOOM,
            "ሕልመይ",
            "",
            "ድሕሪ ሓሙሽተ ዓመት፡ ናይ ኤርትራን ሆላንድን መግቢ ዘለዎ ንእሽቶ ቤት መግቢ። ኣደይ ድማ ኣብ ቅድሚት ኮፍ ኢላ።",
            ("ዓባየይ ዝሃበትኒ ናይ ቡን ጀበና",),
        ),
    ),
    packed=("ናይ ዓባየይ ናይ ቅመም ምስጢር", "ትግርኛ፡ ዓረብኛ፡ ሆላንድኛ", "ትዕግስቲ"),
    company=(("ያን", "ዋና ከሻኒ"), ("ሓዳስ", "ትመኽረኒ"), ("ሚካኤል", "ናይ ክፍለይ ዓርኪ")),
    home="ገዛና",
    asks=("መምህረይ", "ሎሚ ኣየናይ ቅጽበት ኣሐጐሰካ?"),
    loose="ኣብዚ ሃገር ሰዓት ሽዱሽተ ምሸት ይድረሩ!",
)

UKRAINIAN = Told(
    language="uk",
    title="Від Харкова до щитової: мій перший рік",
    traveller="Дмитро Коваленко",
    school="ROC Tilburg · група ET1C",
    about=(
        "Мене звати Дмитро, мені сімнадцять. Я приїхав із Харкова разом із мамою та сестрою. "
        "Удома я розбирав усе, що мало дріт; тепер учуся робити так, щоб воно ще й працювало."
    ),
    haltes=(
        Halte(
            STAD,
            "Перший день на об'єкті",
            "початок вересня",
            "Я прийшов на пів години раніше, бо боявся запізнитися. Пан Йос налив мені кави й сказав: "
            "«Сьогодні дивись, а завтра допоможеш». Мені стало легше.\n\n"
            "Після обіду я сам під'єднав розетку — першу у своєму житті. Руки тремтіли, але лампа "
            "засвітилася. Увечері в автобусі № 6 я подзвонив дідусеві: він теж був електриком.",
            ("Двері щитової, за чверть сьома", "Мій новий набір викруток"),
            "Спершу вимкни, потім перевір, а тоді вже торкайся.",
            "Умію читати схему",
        ),
        Halte(
            HERBERG,
            "Розмова з Марійкою",
            "жовтень 2025 року",
            "Марійка — єдина жінка в бригаді. Вона починала перукаркою, а в тридцять пішла вчитися знову. "
            "«Ніхто не народжується з кабелем у руках», — сказала вона й показала свій перший, кривий, щиток.",
            ("Щиток, яким Марійка досі пишається",),
            "",
            "Сміливість почати знову",
        ),
        Halte(
            VULKAAN,
            "Коротке замикання",
            "тиждень у листопаді",
            "Я переплутав фазу й нуль, і весь поверх залишився без світла. Було соромно. "
            "Пан Йос не кричав: ми разом знайшли помилку за дванадцять хвилин. "
            "Відтоді я завжди перевіряю двічі.",
            ("Темний коридор", "Той самий автомат на 16 А", "Після ремонту: світло!"),
            "Помилка — це теж схема, її треба прочитати.",
        ),
        Halte(
            BOS,
            "Сонячні панелі чи розумний дім?",
            "від січня",
            "Мені подобається і дах, і програмування. Поки що не вибираю. Наставниця каже, що до літа є час.",
        ),
        Halte(
            WENSBOOM,
            "Чого я хочу",
            "",
            "За п'ять років: власний фургон, щирий колектив і щоб у дідусевій хаті під Харковом знову горіло світло.",
            ("Соняшник на нашому балконі 🌻",),
        ),
    ),
    packed=("Дідусева викрутка", "Три мови й трохи жестів", "Жарти", "Терпіння"),
    company=(("Пан Йос", "майстер"), ("Марійка", "колега"), ("Сестра Їва", "слухає")),
    home="Наша квартира",
    asks=("наставниця", "Коли ти відчув, що це — твоє?"),
    loose="Тут усі їздять на велосипедах, навіть директор!",
)

CHINESE = Told(
    language="zh",
    title="从温州到鹿特丹：我在酒店的第一年",
    traveller="王琳",
    school="Zadkine · 酒店管理二班",
    about=(
        "我叫王琳，今年十八岁，三年前和父母从温州来到鹿特丹。爸妈开一家小餐馆，我从小就喜欢看客人进门时的笑脸。"
    ),
    haltes=(
        Halte(
            STAD,
            "实习第一天",
            "九月初",
            "我提前半个小时就到了，因为怕迷路。布朗女士给我泡了一杯咖啡，说：“今天先看，明天再帮忙。”我松了一口气。\n\n"
            "下午我第一次自己给客人办入住手续（612房）。我的手在发抖，可是客人笑着说：“谢谢，你说得很好！”"
            "回家的地铁上，我给外婆打了电话，把一切都告诉了她。",
            ("早上六点四十五分的大门", "我的名牌，名字没有写错"),
            "先微笑，再开口。",
            "会办理入住",
        ),
        Halte(
            HERBERG,
            "和法蒂玛聊天",
            "二〇二五年十月",
            "法蒂玛在酒店工作了二十五年。她曾经中断过学业，后来一边带孩子一边把它读完。她说，语言是跟人学会的，不是只跟书本学会的。"
            "我把她最喜欢的荷兰语单词写在本子上：gezellig——没有办法翻译。",
            ("法蒂玛的办公桌",),
            "",
            "对自己有耐心",
        ),
        Halte(
            VULKAAN,
            "没有通过的考试",
            "十一月的一个星期",
            "荷兰语考试我只得了4.8分。我在洗手间里哭了一会儿，然后告诉了同学努尔。她没有笑我。我们每个星期二一起练习，第二次我得了6.9分。",
            ("练习本，第十课", "我和努尔在图书馆", "贴在冰箱上的成绩单"),
            "难词：reservering、klacht、balie",
        ),
        Halte(
            BOS,
            "前台还是厨房？",
            "从一月开始",
            "爸爸希望我接管餐馆，老师说可以慢慢想。我呢？我还在树林里走着，听着。",
        ),
        Halte(
            WENSBOOM,
            "我的愿望",
            "",
            "五年以后：开一家只有十二个房间的小旅馆，早餐有豆浆，也有奶酪面包。",
            ("阳台上的茉莉花",),
        ),
    ),
    packed=("三种语言", "外婆的饺子做法", "红色笔记本", "会倾听"),
    company=(("努尔", "同学"), ("布朗女士", "实习指导"), ("外婆", "总是支持我")),
    home="我们的餐馆",
    asks=("布朗女士", "今天什么事情让你笑了？"),
    loose="这里的人下公共汽车时会对司机说谢谢。",
)

EMOJI = Told(
    language="nl",
    title="Mijn jaar bij de Rupsen 🐛🦋",
    traveller="Sanne 🌈",
    school="ROC van Twente · PW2A 🧸",
    about="Ik ben Sanne (18) 👋🏼 en ik werk met de kleinsten: 0️⃣ tot 4️⃣ jaar. Thuis: 👩‍👧‍👦 + 🐕.",
    haltes=(
        Halte(
            STAD,
            "Eerste dag 🎒✨",
            "1️⃣ september",
            "Om 7:15 stond ik voor de deur 😅☕. Binnen een uur zat ik onder de verf 🎨🖐🏼 en kon ik vijf namen. "
            "Er is een kindje uit 🇪🇷, een uit 🇺🇦, een uit 🇹🇷 en een tweeling uit 🏴󠁧󠁢󠁳󠁣󠁴󠁿. "
            "Samen zongen we, met handen en voeten 👏🏽👏🏻👏🏿. In de bus naar huis viel ik in slaap 🚌😴💤.",
            ("De voordeur 🚪🐛", "Verf overal 🎨😂"),
            "✔️ luiers  ✔️ fruit  ✗ koffie (koud) ☕",
            "Zingen zonder schaamte 🎶",
        ),
        Halte(
            HERBERG,
            "Juf Aïcha 💛",
            "oktober 🍂",
            "Aïcha doet dit al 25 jaar 👩🏽‍🏫. Ze zei: “Kijk eerst, doe dan.” 👀➡️🤲 Dat heb ik opgeschreven. ❤️‍🔥",
            ("Thee met Aïcha 🫖🍪",),
            "",
            "Rustig blijven 🧘🏼‍♀️",
        ),
        Halte(
            VULKAAN,
            "Schrik 🌋😭",
            "een dinsdag",
            "Ik was de allergie van Liam bijna kwijt 🥜🚫. Niks gebeurd 🙏🏼, wel geschrokken 😳. "
            "Nu hangt de lijst op de koelkast 📋🧊.",
            ("De lijst 📋", "Wij drieën 👩🏽‍🤝‍👩🏼👨🏿‍🦱", "Einde dag 🌇"),
        ),
        Halte(
            BOS, "Baby's 👶🏾 of peuters 🧒🏼?", "nu 🤔", "Geen idee nog 🤷🏼‍♀️. Allebei is leuk 💯."
        ),
        Halte(
            WENSBOOM,
            "Wens 🌠",
            "",
            "Een eigen groep 🏡, buiten 🌳🐓, en 's middags soep 🍲.",
            ("🌻",),
        ),
    ),
    packed=("Geduld 🐢", "Gitaar 🎸", "EHBO 🩹✅", "Humor 🤡"),
    company=(("Aïcha 💛", "juf"), ("Mam 👩‍👧", "belt elke avond 📞"), ("Bo 🐕‍🦺", "luistert")),
    home="Thuis 🏠",
    asks=("mam 📱", "Wat was het liefste van vandaag? 🥰"),
    loose="Kinderen ruiken naar banaan 🍌",
)
