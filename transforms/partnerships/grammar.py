"""The words that tie two parties, over what stands before, between and after their names.

>>> nearest("the dialogue on early warning")
'dialogue'
"""

from __future__ import annotations

import re

BETWEEN = frozenset({"between", "among", "involving", "linking"})
_TIES = (
    r"co-?operation|collaboration|partnerships?|contacts?|relations(?:hips?)?|dialogues?|consultations?|engagement|coordination|interactions?|exchanges?|meetings?|sessions?|"
    r"discussions?|talks|agreements?|arrangements?|accords?|memorand(?:um|a)|protocols?|declarations?|communiqu\u00e9s?|frameworks?|programmes?|projects?|initiatives?|mechanisms?|liaison|links?|ties|"
    r"synerg(?:y|ies)|summits?|conferences?|task forces?|committees?|workshops?|missions?|efforts|activities|operations?|negotiations?|complementarity|alignment"
)
_WITH = (
    r"co-?operat\w+|collaborat\w+|coordinat\w+|partner(?:ed|s|ing)?|work(?:s|ed|ing)?|engag\w+|consult\w*|conjunction|association|concert|together|jointly|along|"
    r"discuss\w*|meet|met|agreed|sign(?:ed|s|ing)?|conclud\w+|exchang\w+|shar(?:e|es|ed|ing)|interact\w*|liais\w+|joined|joining|organi[sz]ed|held|negotiat\w+|"
    r"interface|communicat\w+|align\w*|joint"
)
_TIE = re.compile(rf"\b(?:{_TIES}|{_WITH})\b", re.IGNORECASE)
_REACH = 110


def nearest(before: str) -> str | None:
    """The last word of `before` that tells of a tie and is not cut off by a semicolon or a colon."""
    words = _TIE.findall(re.split("[;:]", before[-_REACH:])[-1])
    return words[-1] if words else None


def first(after: str) -> str | None:
    """The first word of `after` that tells of a tie."""
    found = _TIE.search(after)
    return found[0] if found else None


_AUX = (
    r"(?:(?:,? (?:which|that|who|also|therefore|however|has|have|had)\b)?(?: (?:has|have|had|is|are|was|were|be|been|being|will|would|should|shall|could|may|must|can|to|also|both|"
    r"therefore|thus|further|jointly|together|closely|actively|recently|regularly|already|now|currently|repeatedly|successfully|generally|always|often|never|not|only|subsequently|"
    r"continue[sd]?|continuing|agreed|decided|begun|began|started|sought|seek|working|worked|undertak(?:en|ing) efforts|made efforts|taken (?:significant |concrete )?steps)\b)*)"
)
_ASIDE = r"(?:,[^,;]{0,90},)?"
"""Words set off by commas between a subject and its verb."""
_TITLE = r"(?: (?:[A-Z][\w/-]+|for|and|the|of|in|on)){1,20}?"
"""An office after the body it belongs to: "UNICEF Regional Director for Europe"."""
_MUTUAL = (
    r"co-?operat\w+|collaborat\w+|coordinat\w+|partner(?:ed|s|ing)?|work(?:s|ed|ing)? (?:very )?(?:closely|together|jointly|hand in hand|side by side)|"
    r"engag(?:e|es|ed|ing)|interact(?:s|ed)?|consult(?:s|ed|ing)?|agree(?:s|d)?|exchang(?:e|es|ed|ing)|shar(?:e|es|ed|ing)|joined (?:forces|hands)|"
    r"(?:maintain|establish|strengthen|enhanc|reinforc|intensif|deepen|expand|develop|increas|improv|continu|broaden|formaliz|consolidat|hold|held|tak)\w*"
    rf"(?:[\w\u2019\u201c\u201d\"' ,-]{{0,60}}?)\b(?:{_TIES}|joint)"
)
_ACTS = (
    r"launch(?:ed)?|h[eo]ld|organiz(?:ed?|ing)|organis(?:ed?|ing)|host(?:ed)?|co-?\w+ed|conven(?:ed?)|conduct(?:ed)?|sign(?:ed)?|conclude[ds]?|establish(?:ed)?|deploy(?:ed)?|"
    r"undert(?:ook|ake)|implement(?:ed)?|develop(?:ed)?|facilitat(?:ed?)|assist(?:ed)?|support(?:ed)?|provided?|initiated?|reviewe?d?|published?|produced?|prepared?|carr(?:y|ied) out|set up|r[ua]n|"
    r"participated?|met|meet|explored?|train(?:ed)?|mediated?|discuss(?:ed)?|issued?|adopted?|finalized?|created?|pursued?|led|monitor(?:ed)?|play(?:ed)?|enjoy|joint(?:ly)?"
)
TOGETHER = re.compile(rf"(?:,|{_ASIDE}){_AUX} (?P<cue>{_MUTUAL}|{_ACTS})\b")
"""After a list of both sides, the act that makes it one subject."""
DONE_BY = re.compile(
    r"\b(?P<cue>(?:co-?)?(?:organi[sz]ed|hosted|convened|launched|established|signed|conducted|implemented|developed|facilitated|supported|undertaken|led|funded|financed|prepared|chaired|"
    r"sponsored|deployed|adopted|agreed|mediated|managed|held|run|produced|published|initiated|endorsed|administered)|"
    r"(?:joint|common|combined|collective|concerted|coordinated|collaborative) [\w -]{1,40}?)(?: jointly)?$"
)
"""Before "by" or "of" and a list of both sides."""
_HELP = (
    r"(?:support|assist|help|strengthen|enhance|advise|train|equip|mentor|fund|finance|complement|reinforce|co-finance)(?:s|d|ed|ing)?|(?:enhanc|advis|financ|reinforc)ing|backed|provid(?:e|es|ed|ing)|"
    r"contribut(?:e|es|ed|ing)|offer(?:s|ed|ing)?|extend(?:s|ed|ing)?|deliver(?:s|ed|ing)?|gave|given|assistance|advice|capacity-building"
)
HELPS = re.compile(
    rf"(?: \([^()]*\))?(?:\u2019s?|'s?)?{_ASIDE}{_AUX}(?: (?:\w+al )?(?=support|assistance))? ?(?P<cue>{_HELP}|"
    r"(?:organi[sz]ed|held|conducted|ran)(?= [^,;]{0,60}\b(?:training|workshops?|courses?|seminars?|briefings?)\b[^,;]{0,60} for))\b"
)
TOUCHES = re.compile(
    rf"(?:\u2019s?|'s?)?(?:{_TITLE})?{_ASIDE}{_AUX} (?P<cue>brief(?:ed|s)?|visit(?:ed|s)?|address(?:ed|es)?|invit(?:ed|es)|attend(?:ed|s)?|participat(?:e|es|ed|ing)|join(?:ed|s)?|met|meets?|"
    r"involv(?:e|es|ed|ing)|consult(?:ed|s)?|travell?ed|contact(?:ed|s)?|are (?:\w+ )?members|is (?:an? )?(?:\w+ )?member|play(?:ed|s)? (?:an? )?(?:\w+ ){0,3}role|"
    r"represent(?:s|ed)?|liaison offic(?:e|er|ers)|visits?|delegation|is responding|respond(?:s|ed))\b"
)
HELPED = frozenset({
    "support", "supported", "assisted", "assistance", "help", "helped", "funded", "funding", "financed", "trained",
    "advised", "facilitated", "backed", "advice", "training", "auspices", "guidance", "backing", "participation",
    "membership", "engagement", "involvement"
})  # fmt: skip
"""Before "by", "from", "of" or "in" and a party."""
WITH_HELP = re.compile(r" (?:\w+ )?(?P<cue>support|assistance|help|funding|backing)\b")
"""After a party with "with" before it: "ECCAS, with United Nations support"."""

_NOUNS = re.compile(
    r"\b(?:efforts?|work|initiatives?|activities|capacit(?:y|ies)|development|establishment|implementation|operationalization|preparations?|review|formulation|support|assistance|advice|"
    r"training|expertise|guidance|funding|funds|resources|services|briefings?|contributions?|programmes?|projects?|role|missions?|operations?|process(?:es)?|participation|deployment|"
    r"strateg(?:y|ies)|plans?|campaign|experts?|staff|personnel|equipment|requests?|meetings?|sessions?|workshops?|dialogues?|conferences?|summits?|visit|part|members?(?:hip)?|assessment)\b"
)
_TOWARDS = frozenset({"to", "for", "by", "at", "in", "within"})
_ASTRAY = frozenset(
    {
        "under",
        "on",
        "through",
        "during",
        "beyond",
        "against",
        "about",
        "into",
        "like",
        "as",
        "after",
        "before",
        "outside",
    }
)
"""Prepositions past which a verb reaches nobody: "contributed, under Security Council authorization"."""
_REACH_OF_VERB = 120


def reaches(between: str, preposition: str) -> bool:
    """Whether a verb reaches the party after it: the party is its object, or its efforts, its work, its staff are.

    Args:
        between: what stands between the verb and the name.
        preposition: what governs the name, empty where nothing does.
    """
    if len(between) > _REACH_OF_VERB or not {";", ":", "."}.isdisjoint(between) or preposition in _ASTRAY:
        return False
    if preposition in _TOWARDS or len(between.split()) <= _FEW:
        return True
    return preposition in ("of", "from", "with") and "," not in between and _NOUNS.search(between) is not None


_FEW = 4
_ASKED = frozenset({
    "To", "should", "shall", "must", "could", "may", "might", "would", "will", "recommend", "recommends",
    "recommended", "urge", "urges", "urged", "urging", "call", "calls", "called", "calling", "requested", "requests",
    "Requests", "requesting", "encourage", "encourages", "encouraged", "encouraging", "Encourages", "Urges",
    "Recommends", "Calls", "invites", "Invites", "intend", "intends", "plan", "plans", "planned", "need", "needs",
    "needed", "propose", "proposes", "proposed", "proposal", "hope", "importance", "intention", "determined",
    "determination", "readiness"
})  # fmt: skip
_ASKS = re.compile(
    r"^To |\b(?:should|shall|must|could|may wish|might|would|will|[Rr]ecommend\w*|[Uu]rg(?:e|es|ed|ing)|[Cc]all(?:s|ed|ing)? (?:up)?on|call(?:s|ed)? for|(?<![Aa]s )requested|"
    r"[Rr]equests (?:the|that|all)|requesting|[Ee]ncourag(?:e|es|ed|ing)|[Ii]nvites|intends?|plans? to|planned|need(?:s|ed)? to|propos(?:e|es|ed|al)|hope|importance of|need for|"
    r"intention to|determin(?:ed|ation) to|readiness to)\b"
)


def asked_from(sentence: str) -> int | None:
    """Where a sentence begins to ask or to plan rather than to report; None where it only reports."""
    if _ASKED.isdisjoint(sentence.replace(",", "").split()):
        return None
    found = _ASKS.search(sentence)
    return found.start() if found else None
