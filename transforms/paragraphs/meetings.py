"""The words of meeting records that nobody speaks: what the meeting did, and what the secretariat adds.

>>> is_procedure("It was so decided."), is_procedure("I so decide.")
(True, False)
"""

from __future__ import annotations

import re

_VOTE = re.compile(
    r"(?:In\sfavou?r|Against|Abstaining|Abstentions?|Vote|Votent\spour|Pour|Votent\scontre|Contre|S\u2019abstiennent|Votos\sa\sfavor|A\sfavor|Votos\sen\scontra|En\scontra|Abstenciones"
    r"|\u0413\u043e\u043b\u043e\u0441\u043e\u0432\u0430\u043b\u0438\s\u0437\u0430|\u0413\u043e\u043b\u043e\u0441\u043e\u0432\u0430\u043b\u0438\s\u043f\u0440\u043e\u0442\u0438\u0432|\u0412\u043e\u0437\u0434\u0435\u0440\u0436\u0430\u043b\u0438\u0441\u044c|\u8d5e\u6210|\u53cd\u5bf9|\u5f03\u6743"
    r"|\u0627\u0644\u0645\u0624\u064a\u062f\u0648\u0646|\u0627\u0644\u0645\u0639\u0627\u0631\u0636\u0648\u0646|\u0627\u0644\u0645\u0645\u062a\u0646\u0639\u0648\u0646)\s?[:\uff1a]",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:The\s(?:\w+\s)?(?:meeting|session)\s(?:was\s(?:\w+\s)?(?:suspended|adjourned|resumed|closed|called\sto\sorder)|rose|resumed|ended|adjourned)\b|The\sdiscussion\scovered\sin\sthe\ssummary\srecord\b"
    r"|It\swas\sso\s(?:decided|agreed)|A\s(?:recorded\s|roll-call\s|separate\s|secret\s)*vote\s(?:was\s(?:then\s)?taken|by)|A\sballot|At\sthe\sinvitation\sof\b.{0,200}\b(?:took|withdrew|was\sescorted|were\sescorted)\b"
    r"|There\s(?:were|being)\s.{0,80}(?:votes?|objections?)\b|In\sthe\sabsence\sof\s.{0,160}\btook\sthe\sChair"
    r"|(?:The|Mr|Ms|Mrs|H\.E\.|Her|His)\b[^:]{0,200}\b(?:took\sthe\sChair|(?:resumed|returned\sto|vacated)\sthe\sChair|(?:was|were)\sescorted|withdrew|observed\sa\sminute\sof\ssilence)"
    r"|(?:(?:The\s)?(?:draft|oral|revised|provisional|agenda|motion|amendment|proposal|preambular|operative|paragraph|programme|recommendation)|(?:Draft|Oral|Motion|Amendment|Preambular|Operative|Paragraph))\b.{0,240}\b(?:was|were)\s(?:\w+\s)?(?:adopted|rejected|approved|retained|deleted|carried)\b"
    r"|(?:Having\s(?:obtained|received)|The\sfollowing\s\w+,?\shaving\sobtained)\b.{0,200}\b(?:was|were)\s(?:\w+\s)?elected\b"
    r"|La\ss\u00e9ance\sest\s(?:ouverte|lev\u00e9e|suspendue|reprise)|Il\sen\sest\sainsi\sd\u00e9cid\u00e9|Il\sest\sproc\u00e9d\u00e9\s.{0,40}vote"
    r"|Se\s(?:abre|levanta|suspende|reanuda)\sla\ssesi\u00f3n|As\u00ed\squeda\sacordado|Se\sprocede\sa\svotaci\u00f3n"
    r"|\u0417\u0430\u0441\u0435\u0434\u0430\u043d\u0438\u0435\s(?:\u043e\u0442\u043a\u0440\u044b\u0432|\u0437\u0430\u043a\u0440\u044b\u0432|\u043f\u0440\u0435\u0440\u044b\u0432|\u0432\u043e\u0437\u043e\u0431\u043d\u043e\u0432\u043b)|\u0420\u0435\u0448\u0435\u043d\u0438\u0435\s\u043f\u0440\u0438\u043d\u0438\u043c\u0430\u0435\u0442\u0441\u044f|\u041f\u0440\u043e\u0432\u043e\u0434\u0438\u0442\u0441\u044f\s.{0,40}\u0433\u043e\u043b\u043e\u0441\u043e\u0432\u0430\u043d\u0438\u0435"
    r"|(?:\u4f1a\u8bae)?[\u4e0a\u4e0b]\u5348\d{1,2}\u65f6(?:\d{1,2}\u5206)?(?:\u5f00\u4f1a|\u5f00\u59cb|\u6563\u4f1a|\u4f11\u4f1a|\u590d\u4f1a)|\u5c31\u8fd9\u6837\u51b3\u5b9a|\u8fdb\u884c\u4e86.{0,6}\u8868\u51b3"
    r"|(?:\u0627\u0641\u062a\u062a\u062d\u062a|\u0631\u0641\u0639\u062a|\u0639\u0644\u0642\u062a|\u0627\u0633\u062a\u0624\u0646\u0641\u062a)\s\u0627\u0644\u062c\u0644\u0633\u0629|\u062a\u0642\u0631\u0631\s\u0630\u0644\u0643|\u0623\u064f?\u062c\u0631\u064a\s\u062a\u0635\u0648\u064a\u062a)"
)
_ADDED = re.compile(r"\[[^\]]*\]\s*\Z")
_FOOT = re.compile(
    r"This\srecord\s(?:contains\sthe\stext\sof\sspeeches|is\ssubject\sto\scorrection)|Le\spr\u00e9sent\sproc\u00e8s-verbal\scontient|Le\spr\u00e9sent\scompte\srendu\sest\ssujet"
    r"|La\spresente\sacta\s(?:contiene|literal|est\u00e1\ssujeta|podr\u00e1)|\u0412\s\u043d\u0430\u0441\u0442\u043e\u044f\u0449\u0435\u043c\s\u043e\u0442\u0447\u0435\u0442\u0435\s\u0441\u043e\u0434\u0435\u0440\u0436|\u0412\s\u043d\u0430\u0441\u0442\u043e\u044f\u0449\u0438\u0439\s\u043e\u0442\u0447\u0435\u0442\s\u043c\u043e\u0433\u0443\u0442|\u672c\u8bb0\u5f55(?:\u5305\u62ec|\u53ef\u4ee5\u66f4\u6b63)|(?:\u064a\u062a\u0636\u0645\u0646|\u064a\u062d\u062a\u0648\u064a)\s\u0647\u0630\u0627\s\u0627\u0644\u0645\u062d\u0636\u0631|\u0647\u0630\u0627\s\u0627\u0644\u0645\u062d\u0636\u0631\s\u0642\u0627\u0628\u0644"
)
_FOOT_ENDS = re.compile(r"documents\.un\.org|reissued\s(?:electronically|for\stechnical)|single\scorrigendum")
LONGEST = 600


def is_procedure(text: str) -> bool:
    """Whether a text says what the meeting did: opened, voted, decided, rose; or is a note in square brackets."""
    is_brief = len(text) <= LONGEST
    return is_vote(text) or bool(_ADDED.match(text)) or (is_brief and bool(_ACT.match(text)))


def is_vote(text: str) -> bool:
    """Whether a text opens the list of those that voted one way: "In favour:"."""
    return bool(_VOTE.match(text))


def opens_foot(text: str) -> bool:
    """Whether the note begins that stands at the foot of a record's first page, on how to correct it."""
    return bool(_FOOT.match(text))


def closes_foot(text: str) -> bool:
    """Whether that note ends here."""
    return bool(_FOOT_ENDS.search(text))
