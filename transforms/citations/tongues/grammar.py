"""The words of five languages around a resolution's number: what it is, whose it is, and what ends a sentence.

>>> [found.lastgroup for found in GRAMMARS["fr"].tokens.finditer("sa résolution 46/182. Le Conseil de sécurité")]
['RES', 'number', 'stop', 'o1']
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple

from transforms.citations.tongues.numbers import NUMBER, plain

BODIES = (
    "A", "S", "A/HRC", "E", "E/CN.4", "UNEP/EA", "E/CN.15", "E/CN.6", "E/CN.7", "E/CN.3", "E/CN.5", "E/CN.9", "E/ESCAP", "T",
    "Council", "?",
)  # fmt: skip
"""In the order of the names of `_grammar`. `Council` is whichever council is meant; `?` one whose series is not known."""


class Grammar(NamedTuple):
    """The patterns of one language, on text made `plain`.

    Attributes:
        triggers: literals without one of which a text cites no resolution.
        words: groups `RES` and `DEC`.
        tokens: these and groups `number`, `stop` and `o0`, `o1` … (an organ, by its place in `BODIES`).
        stop: the end of a sentence.
        organ: groups `o0`, `o1` …
        owner: the organ behind a number, after a date too, or in Chinese in front of it: `o0`, `o1` …, `own` (its).
        own: what makes the word its organ's own, in front of the word or at its end.
        human_rights: the Human Rights Council by name.
    """

    triggers: tuple[str, ...]
    words: re.Pattern[str]
    tokens: re.Pattern[str]
    stop: re.Pattern[str]
    organ: re.Pattern[str]
    owner: re.Pattern[str]
    own: re.Pattern[str]
    human_rights: str


def body(found: re.Match[str]) -> str:
    """The body of the symbols of an organ that one of the patterns found."""
    return BODIES[int((found.lastgroup or "o0")[1:])]


_STOP = r"[.;؛؟。]\s*(?!\S)|[.;؛؟]\s+(?=[^\da-zа-яà-ÿ])|[;؛。]"


def _grammar(  # noqa: PLR0913 - the parts of a grammar, each by its name
    triggers: str,
    *,
    resolution: str,
    decision: str,
    organs: tuple[str, ...],
    owner: str,
    own: str,
    human_rights: str,
    lead: str = "",
) -> Grammar:
    named = "|".join(f"(?P<o{place}>{plain(name)})" for place, name in enumerate(organs))
    words = rf"{lead}(?:(?P<RES>{plain(resolution)})|(?P<DEC>{plain(decision)}))"
    return Grammar(
        tuple(triggers.split()),
        re.compile(words),
        re.compile(rf"(?P<number>{NUMBER.pattern})|{words}|(?P<stop>{_STOP})|(?:{named})"),
        re.compile(_STOP),
        re.compile(named),
        re.compile(plain(owner).replace("ORGAN", f"(?:{named})")),
        re.compile(own),
        plain(human_rights),
    )


_FRENCH = (
    r"\bAssemblée générale\b|\bAssemblée\b(?! (?:mondiale|parlementaire|législative|nationale|populaire|constituante|de|des|du)\b)",
    r"\bConseil de sécurité\b",
    r"\bConseil des droits de l'homme\b",
    r"\bConseil économique et social\b",
    r"\bCommission des droits de l'homme\b",
    r"\bAssemblée (?:des Nations Unies )?pour l'environnement\b",
    r"\bCommission pour la prévention du crime\b(?: et la justice pénale\b)?",
    r"\bCommission de la condition de la femme\b",
    r"\bCommission des stupéfiants\b",
    r"\bCommission de statistique\b",
    r"\bCommission du développement social\b",
    r"\bCommission de la population et du développement\b",
    r"\bCommission économique et sociale pour l'Asie et le Pacifique\b",
    r"\bConseil de tutelle\b",
    r"\bConseil\b(?! (?:de|des|du|d'\w+|européen|exécutif|national|\w+iste)\b)",
    r"\b(?:Conférence|Comité|Congrès|Réunion|Conseil|Commission|Assemblée|Ligue|Union|Organisation)\b",
)
_SPANISH = (
    r"\bAsamblea General\b|\bAsamblea\b(?! (?:Mundial|Parlamentaria|Legislativa|Nacional|Popular|Constituyente|de)\b)",
    r"\bConsejo de Seguridad\b",
    r"\bConsejo de Derechos Humanos\b",
    r"\bConsejo Económico y Social\b",
    r"\bComisión de Derechos Humanos\b",
    r"\bAsamblea de las Naciones Unidas sobre el Medio Ambiente\b|\bAsamblea sobre el Medio Ambiente\b",
    r"\bComisión de Prevención del Delito\b(?: y Justicia Penal\b)?",
    r"\bComisión de la Condición Jurídica y Social de la Mujer\b",
    r"\bComisión de Estupefacientes\b",
    r"\bComisión de Estadística\b",
    r"\bComisión de Desarrollo Social\b",
    r"\bComisión de Población y Desarrollo\b",
    r"\bComisión Económica y Social para Asia y el Pacífico\b",
    r"\bConsejo de Administración Fiduciaria\b",
    r"\bConsejo\b(?! (?:de|del|Europeo|Ejecutivo|Nacional)\b)",
    r"\b(?:Conferencia|Comité|Congreso|Reunión|Consejo|Comisión|Asamblea|Junta|Liga|Unión|Organización)\b",
)
_RUSSIAN = (
    r"\b(?:Генеральн\w+ )?Ассамбле\w+",
    r"\bСовет\w{0,2} Безопасности\b",
    r"\bСовет\w{0,2} по правам человека\b",
    r"\bЭкономическ\w+ и Социальн\w+ Совет\w{0,2}",
    r"\bКомисси\w+ по правам человека\b",
    r"\bАссамбле\w+ Организации Объединенных Наций по окружающей среде\b|\bАссамбле\w+ по окружающей среде\b",
    r"\bКомисси\w+ по предупреждению преступности\b(?: и уголовному правосудию\b)?",
    r"\bКомисси\w+ по положению женщин\b",
    r"\bКомисси\w+ по наркотическим средствам\b",
    r"\bСтатистическ\w+ комисси\w+",
    r"\bКомисси\w+ социального развития\b",
    r"\bКомисси\w+ по народонаселению и развитию\b",
    r"\bЭкономическ\w+ и социальн\w+ комисси\w+ для Азии и Тихого океана\b",
    r"\bСовет\w{0,2} по Опеке\b",
    r"\bСовет(?:а|у|е|ом)?\b(?! (?:по|Европы|министров|управляющих|мира)\b)",
    r"\b(?:Конференци\w+|Комитет\w{0,2}|Конгресс\w{0,2}|Совещани\w+|Совет\w{0,2}|Комисси\w+|Лиг[аиуе]|Союз\w{0,2})\b",
)
_JOINED = r"(?:ال|[بك]ال|[بكل]|لل)?"
"""What Arabic joins to a word: the, by, as, to."""
_STRETCH = re.compile(r"(\(\?<[=!][^)]*\))|(?<=[\u0621-\u064a])(?=[\u0621-\u064a])")


def _stretched(words: str) -> str:
    """A pattern that finds Arabic words also where their letters are drawn apart (`قــرار`)."""
    return _STRETCH.sub(lambda found: found[1] or "\u0640*", words)


_ARABIC = (
    r"جمعية العامة\b|(?<=\bال)جمعية\b|(?<=\bلل)جمعية\b|(?<=\bقرار )الجمعية\b",
    r"مجلس الأمن\b",
    r"مجلس حقوق الإنسان\b",
    r"مجلس الاقتصادي والاجتماعي\b",
    r"لجنة حقوق الإنسان\b",
    r"جمعية (?:الأمم المتحدة )?للبيئة\b",
    r"لجنة منع الجريمة\b(?: والعدالة الجنائية\b)?",
    r"لجنة وضع المرأة\b",
    r"لجنة المخدرات\b",
    r"لجنة الإحصائية\b",
    r"لجنة التنمية الاجتماعية\b",
    r"لجنة السكان والتنمية\b",
    r"لجنة الاقتصادية والاجتماعية لآسيا والمحيط الهادئ\b",
    r"مجلس الوصاية\b",
    r"(?<=\bال)مجلس\b|(?<=\bلل)مجلس\b",
    r"(?<!\w)(?:ال|لل)?(?:مؤتمر|لجنة|اتحاد|اجتماع|جامعة)\b",
)
_CHINESE = (
    "大会(?<!环境大会)(?<!卫生大会)",
    "安全理事会|安理会",
    "人权理事会",
    "经济及社会理事会|经社理事会",
    "人权委员会",
    "环境大会",
    "预防犯罪和刑事司法委员会",
    "妇女地位委员会",
    "麻醉药品委员会",
    "统计委员会",
    "社会发展委员会",
    "人口与发展委员会",
    "亚洲及太平洋经济社会委员会|亚太经社会",
    "托管理事会",
    "(?<!和平与安全)理事会",
    "缔约方会议|卫生大会|委员会|联盟",
)

GRAMMARS = MappingProxyType({
    "fr": _grammar(
        "ésolution ÉSOLUTION écision", resolution=r"(?:[Rr]ésolutions?|RÉSOLUTIONS?)\b", decision=r"[Dd]écisions?\b",
        organs=_FRENCH,
        owner=r"(?:,? (?:en date )?du \d{1,2}(?: ?er)? \w+ \d{4})?,? (?:adoptée?s? par )?(?:de la |de l'|du |des |la |le |l')ORGAN",
        own=r"\b(?:[Ss]a|[Ss]es|[Ll]eurs?)(?: propres?)? $", human_rights="Conseil des droits de l’homme",
    ),
    "es": _grammar(
        "esoluci ESOLUCI ecisi", resolution=r"(?:[Rr]esoluci(?:ón|ones)|RESOLUCI(?:ÓN|ONES))\b",
        decision=r"[Dd]ecisi(?:ón|ones)\b", organs=_SPANISH,
        owner=r"(?:,? de(?: fecha)? \d{1,2} de \w+ de \d{4})?,? (?:aprobadas? por )?(?:de la |del |de los |de las |la |el )ORGAN",
        own=r"\b(?:[Ss]us?|propias?) $", human_rights="Consejo de Derechos Humanos",
    ),
    "ru": _grammar(
        "езолюц ЕЗОЛЮЦ ешени", resolution=r"(?:[Рр]езолюци(?:я|и|ю|ей|ям|ями|ях|й)|РЕЗОЛЮЦИ[ЯИ])\b",
        decision=r"[Рр]ешени(?:е|я|ю|ем|ям|ями|ях|и|й)\b", organs=_RUSSIAN,
        owner=r"(?: от \d{1,2} \w+ \d{4} года)?,? (?:принят\w+ )?ORGAN",
        own=r"\b(?:[Сс]во\w{1,3}|[Ее]го|[Ее]е|[Ии]х)(?: \w+)? $", human_rights="Совета по правам человека",
    ),
    "ar": _grammar(
        "قرار مقرر ـ", resolution=_JOINED + _stretched("قرار(?:ات|ا|ان|ي|ين)?(?:ه|ها|هما|هم|نا)?(?!\\w)"),
        decision=_JOINED + _stretched("مقرر(?:ات|ا|ان|ي|ين)?(?:ه|ها|هما|هم|نا)?(?!\\w)"),
        organs=tuple(map(_stretched, _ARABIC)),
        owner=r"(?: المؤرخ \d{1,2} [^\d]{3,30} \d{4})?،? ?(?:الصادر عن |الذي اتخذته |الذي اتخذه )(?:ال)?ORGAN",
        own=r"(?:ه|ها|هما|هم)$", human_rights="مجلس حقوق الإنسان",
        lead=r"(?<!\w)[وف]?",
    ),
    "zh": _grammar(
        "决议 决定", resolution="决议(?!草案)", decision="决定", organs=_CHINESE,
        owner=r"(?:ORGAN|(?P<own>其(?!中|他|它)))(?:第?\d{4}年\d{1,2}月\d{1,2}日)?(?:(?:关于|题为|载有|涉及|有关|设立|通过)[^。;号]{1,120}?的)?第? ?\Z",
        own=r"(?!)", human_rights="人权理事会",
    ),
})  # fmt: skip
