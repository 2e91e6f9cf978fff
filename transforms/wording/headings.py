"""Headings and openings that every document may have, in the six languages.

>>> bool(SUMMARY.match("Résumé")), bool(ANNEX.match("Приложение I")), bool(FORMULA.match("La Asamblea General,"))
(True, True, True)
"""

from __future__ import annotations

import re

_END = r"\s*[*\u2020]*\s*\Z"
_NUMERAL = r"(?:[IVX]+|\d{1,2}|[A-Z\u0410-\u042f])"
ANNEX = re.compile(
    r"(?:(?:Annex|Enclosure|Appendix|Attachment|Annexe|Pièce jointe|Appendice|Anexo|Apéndice|Documento adjunto|Приложение|Добавление)"
    r"|(?:附件|附录|附文)\s?[A-Z\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{0,2}"
    r"|(?:ال)?(?:مرفق|تذييل|ضميمة)(?:\s+(?:ألف|باء|جيم|دال|هاء|ال(?:أول|ثاني|ثالث|رابع|خامس)))?)"
    rf"(?:\s+{_NUMERAL}(?:\s*[:\u2013\u2014-]\s+[^.;]{{3,150}})?)?"
    r"(?:\s+(?:to\s+the\s+(?:identical\s+)?(?:letters?|notes?)|(?:à la lettre|aux lettres|à la note)|(?:de|a) las? (?:cartas?|nota)|к\s+(?:идентичным\s+)?(?:письм\w+|вербальной)|(?:لل|ل|بال)رسالت?)\b.{0,400})?"
    r"(?:\s*[*\u2020]+)?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
SUMMARY = re.compile(
    rf"(?:(?:Executive\s+)?Summary|R[\u00e9e]sum[\u00e9e](?:\s+analytique)?|Resumen(?:\s+ejecutivo)?|Резюме|摘\s*要|(?:执行|内容)(?:摘要|提要)|提要|概要|(?:ال)?موجز(?:\s+تنفيذي)?){_END}",
    re.IGNORECASE,
)
INTRODUCTION = re.compile(
    r"(?:(?:(?:I|1|A)\.|一、|أولا\s?[-\u2013]|ألف\s?[-\u2013])\s*)?(?:Introduction|Introducción|Введение|导\s*言|引\s*言|مقدمة)\s*\Z",
    re.IGNORECASE,
)
CONTENTS = re.compile(
    r"(?:(?:Table of )?Contents|Table des mati[èe]res|Sommaire|[ÍI]ndice|Содержание|目\s*录|(?:ال)?محتويات)"
    r"\s*(?:[(（]\s?(?:continued|suite|continuaci[óo]n|продолжение|续|تابع)\s?[)）])?\s*\Z",
    re.IGNORECASE,
)
CONTENTS_HEAD = re.compile(
    r"(?:(?:Chapter|Chapitres?|Cap[íi]tulos?|Глава|章\s*次?|الفصل|Paragraphs?|Paras?\.|Paragraphes|Párrafos?|Пункты|段\s*次|الفقرات|Page|Pages|P[áa]ginas?|Стр\.?|Страница|页\s*次|الصفحة"
    r"|Section|Sección|Раздел|节|الفرع|Annex(?:es)?|Annexes?|Anexos?|Приложения?|附件|المرفقات?)\s*)+\Z",
    re.IGNORECASE,
)
PART = re.compile(
    r"(?:Part|Chapter|Partie|Chapitre|Parte|Capítulo|Часть|Глава)\s+(?:[IVX]+|\d+|[A-ZА-ЯЁ][\w]+|premi(?:er|ère)|primer[ao]?|перв\w+)(?!\w)"
    r"|(?:Première|Deuxième|Troisième|Quatrième|Primera|Segunda|Tercera|Cuarta)\s+(?:partie|parte)\b|第[一二三四五六七八九十]{1,3}(?:部分|章)|(?:الجزء|الفصل)\s+ال\w+",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"\(?(?:Signed|Firmado|Signé)\)?\s+\S|[(（](?:Signed|Firmado|Signé|Подпись|签名|签字|توقيع)[)）](?:\s*\S|\s*\Z)"
)
_BODY = (
    r"General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council|Conference of the Parties"
    r"|Commission on [A-Z][A-Za-z ]{3,60}|(?:[A-Z][A-Za-z ]{3,50})?(?:Council|Assembly|Commission|Committee|Conference)(?: of [A-Z][A-Za-z ]{3,50})?"
)
FORMULA = re.compile(
    rf"(?:The\s+(?:{_BODY}),"
    r"|(?:L[’']\s?|Le |La )(?:Assemblée|Conseil|Commission|Comité|Conférence)(?:\s[a-zàâçéèêëîïôûœ’' ]{3,80})?,"
    r"|(?:El|La) (?:Asamblea|Consejo|Comisión|Comité|Conferencia)(?:\s[\w ]{3,80})?,"
    r"|(?:Генеральная Ассамблея|Совет(?: Безопасности| по [а-яё ]{3,40})|Экономический и Социальный Совет|Конференция[а-яёА-Я ]{3,60}|Комиссия[а-яёА-Я ]{3,60}|Комитет[а-яёА-Я ]{3,60}),"
    r"|(?:大会|安全理事会|经济及社会理事会|人权理事会|[\u4e00-\u9fff]{2,20}(?:委员会|理事会|会议))\s?[，,]"
    r"|إن (?:الجمعية العامة|مجلس [\u0621-\u0652 ]{3,40}|المجلس الاقتصادي والاجتماعي|لجنة [\u0621-\u0652 ]{3,60}|مؤتمر [\u0621-\u0652 ]{3,60})\s?[،,])\s*\Z"
)
"""The words with which the organ begins to speak."""
OPENING = re.compile(
    r"(?:Executive summary|Abstract|Background|Foreword|Preamble|Avant-propos|Préambule|Contexte|Prólogo|Prefacio|Antecedentes|Preámbulo|Предисловие|Преамбула|前言|序言|背景|تمهيد|تصدير|خلفية)\s*[*\d]*\Z"
    r"|The\s+(?-i:[A-Z][a-z]+(?: (?:[A-Z][a-z]+|of|on|the|and|for|to))*),\s*\Z"
    r"|In\sthe\sabsence\sof\sthe\s(?:President|Chair)"
    r"|(?:I write|I have been|We have the honou?r|The Permanent (?:Mission|Delegation|Observer Mission) of)\b"
    r"|(?:[I1]\s?\.|\(?1\))\s+\S|[AI]\s*\Z|A\t|一、|أولا\s?[-\u2013]|1\s?[-\u2013]\s+[\u0621-\u064a]"
    r"|(?:I have the honou?r|Upon (?:the )?instructions|On instructions|Excellency|I am writing|I wish to"
    r"|J[’']ai l[’']honneur|D[’']ordre de mon|Sur (?:l[’']ordre|instruction)|Tengo el honor|Siguiendo instrucciones|Por instrucciones|Me dirijo"
    r"|Имею честь|По поручению|奉我国政府|谨|أتشرف|يشرفني|بناء على تعليمات)",
    re.IGNORECASE,
)
"""Lines that a body begins with; those that are headings of their own have their patterns above."""
CALLED = re.compile(
    r"The\s(?:\w+\s)?(?:meeting|session)\s(?:was\scalled\sto\sorder|(?:was\s)?resumed)\b|La\ss\u00e9ance\s(?:est\s(?:ouverte|reprise)|reprend)"
    r"|Se\s(?:abre|reanuda|declara\sabierta)\sla\ssesi\u00f3n|\u0417\u0430\u0441\u0435\u0434\u0430\u043d\u0438\u0435\s(?:\u043e\u0442\u043a\u0440\u044b\u0432|\u0432\u043e\u0437\u043e\u0431\u043d\u043e\u0432\u043b)|(?:\u4f1a\u8bae)?[\u4e0a\u4e0b]\u5348\d{1,2}\u65f6(?:\d{1,2}\u5206)?\u5f00[\u4f1a\u59cb]"
    r"|(?:\u0627\u0641\u062a\u062a\u062d\u062a|\u0627\u0633\u062a\u0624\u0646\u0641\u062a)\s\u0627\u0644\u062c\u0644\u0633\u0629",
    re.IGNORECASE,
)
"""The line that opens the text of a record."""
