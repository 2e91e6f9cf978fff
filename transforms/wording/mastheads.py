"""What mastheads say, in the six languages: distribution, language of the original, session, agenda item, author.

>>> level(DISTRIBUTION.search("Distr. générale")), original(ORIGINAL.search("Original: inglés"))
('General', 'English')
"""

from __future__ import annotations

import re
from types import MappingProxyType

from transforms.wording.days import DAY

_LEVELS = MappingProxyType({
    "General": "general générale general общее общая 普遍 普通 一般 عام عامة",
    "Limited": "limited limitée limitada ограниченное ограниченная 有限 限制 محدود محدودة",
    "Restricted": "restricted restreinte reservada для_служебного_пользования 限于 مقيد مقيدة",
    "Provisional": "provisional provisoire предварительное 临时 مؤقت مؤقتة",
})  # fmt: skip
_LEVEL = {word.replace("_", " "): name for name, words in _LEVELS.items() for word in words.split()}
DISTRIBUTION = re.compile(
    rf"(?:(?:Distr|Distribución|Distribution)\.?\s*:?\s*|توزيع\s*:?\s*|分发\s*[:：]\s*)(?P<level>{'|'.join(sorted(_LEVEL, key=len, reverse=True))})(?!\w)"
    r"|(?P<before>[Оо]бщее|[Оо]граниченное)\s+распространение|(?P<han>普遍|一般|有限|限制)分发",
    re.IGNORECASE,
)

_LANGUAGES = MappingProxyType({
    "Arabic": "arabic arabe арабский арабском 阿拉伯文 العربية بالعربية",
    "Chinese": "chinese chinois chino китайский китайском 中文 الصينية بالصينية",
    "English": "english anglais inglés ingles английский английском 英文 الإنكليزية بالإنكليزية الانكليزية",
    "French": "french français francais francés frances французский французском 法文 الفرنسية بالفرنسية",
    "Russian": "russian russe ruso русский русском 俄文 الروسية بالروسية",
    "Spanish": "spanish espagnol español espanol испанский испанском 西班牙文 الإسبانية بالإسبانية الاسبانية",
})  # fmt: skip
_LANGUAGE = {word: name for name, words in _LANGUAGES.items() for word in words.split()}
_TONGUE = rf"(?:{'|'.join(sorted(_LANGUAGE, key=len, reverse=True))})"
ORIGINAL = re.compile(
    rf"(?:Original|Оригинал|Язык оригинала|Подлинный текст на|原文|原件|الأصل)\s*[:：]?\s*(?P<languages>(?:{_TONGUE}(?:\s*(?:/|,|、|and|et|y|и|和|و|only)\s*)?)+)",
    re.IGNORECASE,
)
_WORD = re.compile(_TONGUE, re.IGNORECASE)

_ORDINAL = r"(?:(?:[A-Za-z]+\s+)?(?:thousand|hundred)(?:\s+and)?\s+){0,2}[A-Za-z]+(?:-[A-Za-z]+)?|\d{1,4}(?:st|nd|rd|th)"
SESSION_WORD = re.compile(r"session|year|année|sesiones|año|сесси|год|届|年|دورة|السنة", re.IGNORECASE)
"""A word without which no line names a session; cheap to look for."""
SESSIONS = (
    re.compile(
        rf"(?P<ordinal>{_ORDINAL})\s+(?:(?:emergency\s+|regular\s+|substantive\s+|resumed\s+)?(?:special\s+)?session|year)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<ordinal>(?:[A-Za-zè]+\s+et\s+)?[A-Za-zè]+(?:-[A-Za-zè]+)*|\d{1,4}(?:e|è?me|re))\s+(?:session|année)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<ordinal>[a-záéíóú]+(?:\s+[a-záéíóú]+)?|\d{1,4}[ºª°o.]{0,2})\s+(?:(?:per[ií]odo\s+(?:extraordinario\s+)?de\s+sesiones|año)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<ordinal>[а-яё]+(?:\s+[а-яё]+)?|\d{1,4}[-\u2010\u2011]?[а-я]{0,2})\s+(?:(?:чрезвычайная\s+)?(?:специальная\s+)?сессия|год\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"第\s?(?P<ordinal>[一二三四五六七八九十百零]{1,6}|\d{1,4})\s?(?:届(?:紧急)?(?:特别)?(?:实质性)?(?:会议|会期|年会|常会)?|年(?!度|\d))"
    ),
    re.compile(
        r"(?:الدورة|السنة)\s+(?:الاستثنائية\s+)?(?:الطارئة\s+)?(?P<ordinal>\u0627\u0644[\u0621-\u0652]+(?:\s+(?:عشرة|وال[\u0621-\u0652]+))?)"
    ),
)
"""A session or year in words: one pattern for each language, its ordinal in the group of that name."""
YEARLY = re.compile(
    r"(?P<first>\d{4})\s+(?:substantive\s+|regular\s+)?session\b|session,?\s+(?:of\s+|de\s+|ordinaire\s+de\s+|de\s+fond\s+de\s+)?(?P<second>\d{4})"
    r"|período\s+de\s+sesiones\s+(?:sustantivo\s+)?de\s+(?P<third>\d{4})|сессия\s+(?P<fourth>\d{4})\s+года|(?P<fifth>\d{4})\s?年(?:度)?(?:实质性)?(?:届会|会议)"
    r"|دورة\s+(?:عام\s+)?(?P<sixth>\d{4})",
    re.IGNORECASE,
)
"""A session counted by its year, as the Economic and Social Council's are."""

AGENDA = re.compile(
    r"(?:Provisional\s+)?Agenda\s+items?\b|Items?\s+\d{1,3}\b"
    r"|Points?\s+\d{1,3}\b.{0,80}?(?:de\s+l[’'´]\s?ordre\s+du\s+jour)|Temas?\s+\d{1,3}\b.{0,80}?del\s+programa"
    r"|Пункты?\s+\d{1,3}\b.{0,80}?повестки\s+дня|(?:临时)?议程(?:草案)?项目\s*[\d(（]"
    r"|(?:البند|البندان|البنود)\s+\(?\d{1,3}.{0,80}?من\s+جدول\s+الأعمال",
    re.IGNORECASE,
)
ITEM = re.compile(
    r"(?<![A-Za-z\d/])(\d{1,3})(?![\d/-])((?:\s*(?:,|、|،|and|et|y|и|和|و|to)?\s*(?:[(（]\s?[a-z\u0430-\u043d\u0621-\u064a\u0640]{1,2}\s?[)）]|[a-z\u0430-\u043d]{1,2}\)))*)"
)
LETTER = re.compile(r"([a-z\u0430-\u043d]{1,2}|[\u0621-\u064a])\u0640?\s?[)）]")

WEEKDAY = (
    r"(?:\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?"
    r"|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),?|(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье),"
    r"|(?:الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)[،,]?)\s+|(?=[^\n]{8,14}日\s?星期))"
)
"""The day of the week before the day of a meeting; Chinese names it behind."""
AUTHOR = re.compile(
    r"(?:(?:Interim |Final |Progress |Consolidated |Biennial |Annual )?(?:[A-Z][a-z]+ )?[Rr]eport (?:of|by) (?:the )?[A-Z]|Note by (?:the )?[A-Z]"
    r"|(?:Background|Working|Discussion) paper (?:by|prepared|submitted)|Docum(?:ento|ent) (?:de la Secretaría|du Secrétariat)|Документ Секретариата"
    r"|Letter dated|Identical letters dated|Note verbale dated|Statement by the President|Memorandum by"
    r"|(?:Troisième |Deuxième |Premier )?[Rr]apport\s(?:\w+\s)?(?:du|de la|de l[’']|des|présenté par)\s?|Note (?:du|de la|de l[’']|établie par)\s?|Lettres?\s(?:identiques\s)?datées?\sdu|Note verbale\sdatée"
    r"|Déclaration d(?:u Président|e la Président|e la présidence)"
    r"|(?:Primer |Segundo |Tercer )?[Ii]nforme\s(?:\w+\s)?(?:del|de la|de los)\s|Nota (?:del|de la)\s|Cartas?\s(?:idénticas\s)?de fecha|Nota verbal de fecha|Declaración (?:del Presidente|de la Presidenta|de la Presidencia)"
    r"|(?:Очередной |Второй |Первый |Третий |Промежуточный )?[Дд]оклад\s[А-ЯЁ][а-яё]+|Записка\s[А-ЯЁ][а-яё]+|(?:Идентичные\s)?[Пп]исьм[оа]\s.{0,200}\sот\s\d|Вербальная нота|Заявление Председателя"
    r"|.{0,30}秘书长(?:的)?(?:第.{1,4}次)?报告\s*\Z|秘书长的(?:报告|说明)|秘书处的(?:报告|说明)|.{2,40}(?:的报告|的说明)\s*\Z|.{0,20}日.{0,120}(?:的同文信|给.{1,40}的(?:信|普通照会))|(?:安全理事会)?主席(?:的)?声明"
    r"|تقرير\s(?:مقدم من\s|مرحلي من\s)?(?:ال)|مذكرة\s(?:من|شفوية)|(?:رسالة|رسالتان|رسائل)\s(?:متطابقتان\s|متطابقة\s)?مؤرخ|بيان\sمن\sرئيس)"
)
"""Who speaks in the document: what the last group of a masthead says."""
_LETTERS = (
    "Letter", "Identical", "Note verbale", "Lettre", "Carta", "Nota verbal", "Письм", "Идентичн", "Вербальн", "رسال", "رسائل", "مذكرة شفوية",
)  # fmt: skip
NOT_TITLE = re.compile(
    r"(?:Corrigendum|Addendum|Provisional|Revised|Advance|Resolution adopted|Adopted by|\[|Reissued|Resolution \d+ \(\d{4}\)"
    r"|Official Records|Held at|(?:Acting |Temporary )?(?:President|Chair\w*|Co-Chairs?|Members)\s*:"
    r"|Agenda|Items?\s\d|Submitted|English only|\d+\Z"
    r"|Rectificatif|Additif|R[ée]solution adoptée|Adoptée? par|Résolution \d|Point\s\d|Présentée? par|Anglais seulement|Français seulement"
    r"|Corrección|Corrigendo|Adición|Resolución aprobada|Aprobad[ao] por|Resolución \d|Tema\s\d|Presentad[oa] por"
    r"|Исправление|Добавление|Резолюция|Принята|Пункт\s\d|Представлен"
    r"|更正|增编|第?\s?\d.{0,14}号?决议|.{0,20}日.{0,12}(?:大会决议|会议通过)|议程|(?:الذي )?(?:قرار )?اتخذ|القرار\s\d|تصويب|إضافة|البند)",
    re.IGNORECASE,
)
AFTER_AUTHOR = re.compile(
    r"(?:Corrigendum|Addendum|Revision|Note\*|Original\s*:|Distr|Rectificatif|Additif|Révision|Corrección|Adición|Revisión"
    r"|Исправление|Добавление|更正|增编|订正|تصويب|إضافة|تنقيح)",
    re.IGNORECASE,
)

ADOPTED = re.compile(
    rf"(?:\b[Aa]dopted\s+by\s+the\s+(?:[A-Z][A-Za-z]*(?:\s+(?:and\s+)?[A-Z][A-Za-z]*){{0,6}})(?:[^.\n]{{0,120}}?)?,?\s*\bon\s*"
    r"|\b[Aa]doptée?\s+par\s+(?:le|la|l[’'])\s?[^.\n]{0,120}?,?\s+le\s+|\b[Aa]probad[ao]\s+por\s+(?:el|la)\s[^.\n]{0,120}?(?:\bel\s+)"
    r"|\b[Пп]ринят(?:ая|а|о|ое)\s[А-ЯЁ][^.\n]{0,120}?\s|(?:الذي\s+)?(?:اتخذه|اتخذته|اتخذها|اعتمدته|اعتمده)\s[^.\n]{0,120}?\s(?:في\s+)"
    rf"|(?=[^\n]{{0,24}}日[^\n]{{0,16}}(?:决议|通过))){DAY}"
)
"""The words under which a resolution was adopted, and the day; Chinese names the day first."""
MEETING = re.compile(
    r"(?:\d{1,5}(?:st|nd|rd|th)\s(?:\([a-z]+\)\s)?(?:plenary\s)?meeting|\d{1,5}e\s(?:\(\w+\)\s)?(?:séance|réunion)(?:\s(?:plénière|privée))?(?:\s\(\w+\))?|\d{1,5}[aª.]{1,2}\ssesión(?:\splenaria)?(?:\s\(\w+\))?"
    r"|\d{1,5}[-\u2010\u2011][еe]\s(?:\([а-яё]+\)\s)?(?:пленарное\s)?заседание|第\s?\d{1,5}\s?次(?:全体)?会议(?:[(（]续会[)）])?|الجلسة(?:\s(?:العامة|المستأنفة))*\s\d{1,5}(?:\s\(\w+\))?)"
    rf",?(?:\s{{0,8}}(?:{DAY})(?:\sгода)?)?\s*\Z",
    re.IGNORECASE,
)
"""The meeting at which a resolution was adopted: the line that closes it."""
MEETING_BEGINS = frozenset("0123456789\u7b2c\u0627")
"""The characters that such a line begins with; cheap to look at."""


def level(match: re.Match[str]) -> str:
    """The English name of a level of distribution."""
    word = (match["level"] or match["before"] or match["han"]).lower()
    return _LEVEL[word]


def original(match: re.Match[str]) -> str:
    """The English names of the languages of an original, as an English masthead joins them."""
    printed = " ".join(match["languages"].split())
    return _WORD.sub(lambda word: _LANGUAGE[word[0].lower()], printed).title()


def is_letter(author: str) -> bool:
    """Whether the author's line is that of a letter: its words are its title."""
    return author.startswith(_LETTERS) or bool(re.search(r"的(?:同文)?信|照会", author))
