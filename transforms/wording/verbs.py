"""How the paragraphs of resolutions begin: preambular ones with a participle, operative ones with a verb.

>>> is_operative("Prie le Secrétaire général de lui rendre compte"), is_operative("Nous, chefs d’État,")
(True, False)
"""

from __future__ import annotations

import re

PREAMBULAR = re.compile(
    r"(?:[A-Z][a-z]+\s)?[A-Za-z][a-z]+(?:ing|ed)\b"
    r"|(?:Vivement |Profondément |Gravement )?(?:[A-ZÉS]’?[a-zéèêîôç’]+ant|(?i:Consciente?|Convaincue?s?|Préoccupée?|Guidée?|Résolue?|Alarmée?)|Ayant|Se \w+ant)\b"
    r"|(?:Profundamente |Gravemente |Seriamente )?(?:[A-Z][a-zéíóúñ]+(?:ando|iendo|yendo)|(?i:Consciente|Convencid[ao]|Preocupad[ao]|Guiad[ao]|Alarmad[ao]|Decidid[ao]))\b"
    r"|(?:(?:вновь|особо|настоятельно|решительно|высоко|глубоко|будучи|с|самым)\s[а-яё ]{0,30})?[а-яё]{3,}(?:ая|яя|уя|ив|рев|мя|ясь|учи|аясь|уясь)[,\s]"
    r"|(?:又|还|再次|表示|肯定|欣见|满意地|回顾|重申|铭记|注意到|强调|欢迎|认识到|确认|赞扬|赞赏|认定|审议|根据|深信|深为|关切|谴责|着重|特别|重点|考虑到|意识到|念及)"
    r"|و?إذ\s|و(?:اقتناعا|إدراكا|تصميما|انطلاقا)\s|وقد\s"
)
"""How a preambular paragraph begins, where lines stand so close that nothing else parts it from the one before."""

_ADVERB = r"(?:(?:Also|Further|[A-Z][a-z]+ly|Once)\s(?:again\s)?)?"
_OPERATIVE = re.compile(
    rf"{_ADVERB}[A-Z]?[a-z]+(?:-[a-z]+)?s\b,?"
    r"|(?:Se |S[’']|Ne |En appelle )?(?!Nous\b|Le\b|La\b|Les\b|Un\b|Une\b|Elle\b|Je\b|Toute\b|Ce\b|Cette\b|Chaque\b|Aucune\b)[A-ZÉÀÂÊ][a-zàâçéèêëîïôûœ-]*(?:e|t|d|it)\b,?"
    r"|(?:Se |No )?(?!La\b|El\b|Los\b|Las\b|Una\b|Toda\b|Esta\b|Este\b|Cada\b|Para\b|Nosotr)[A-ZÁÉ][a-záéíóúñ]+[aeé]\b,?"
    r"|(?:(?:вновь|также|далее|особо|с|настоятельно|решительно|высоко|положительно|самым|полностью|кроме того|убедительно|безоговорочно|глубоко)\s[а-яё ]{0,60}?)?[А-Яа-яё]{2,}(?:[еиё]т|ится|ется|ует|ает|яет)(?:ся)?[\s,]"
    r"|(?:又|还|再次|继续|强烈|在这方面|关切地|赞赏地|深切|严重|特别|满意地|遗憾地)?.{0,6}?(?:请|决定|促请|敦促|重申|呼吁|欢迎|强调|鼓励|注意到|表示|回顾|谴责|要求|邀请|授权|申明|确认|认可|赞扬|赞同|赞赏|着重指出|特别指出|指出|建议|认为|感到|核可|认定|认识|支持|指示|吁请|通过|认定|声明|宣布|期待|铭记|承认|责成|重视|同意|延长|设立|痛惜|祝贺|提醒|关切|斥责|肯定|欣见|深感|维持|考虑到|铭感|寻求|推荐|任命|设立|终止|修正|吁)"
    r"|(?:و)?[تي][\u064b-\u0652\u0640]?[\u0621-\u0652\u0640]{1,9}[\s،,]"
)
_NOT = re.compile(
    r"(?:We|Nous|Nosotr[oa]s|Мы|我们|نحن)\b|(?:我们|本)|(?:Les?|La|L[’']|El|Los|Las|The|An?|En|Dans|Pour|Para|A|As|This|His|Its|Is|Thus|Towards)\b"
)
"""Pronouns and articles that have the ending of a verb."""


def is_operative(text: str) -> bool:
    """Whether a numbered text of a resolution begins with a verb, as what the organ does; a declaration's does not."""
    return not _NOT.match(text) and bool(_OPERATIVE.match(text))
