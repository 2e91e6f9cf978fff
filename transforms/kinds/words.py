"""The words and symbols by which a document says what kind it is, in the six languages.

>>> told("Note du Secr\u00e9taire g\u00e9n\u00e9ral")
('note', 'Note du Secr\u00e9taire g\u00e9n\u00e9ral')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SYMBOLS = (
    ("corrigendum", r"/Corr\.\d"),
    ("budget", r"\AA/\d{2,3}/6(?:/Rev\.\d+)?(?:/Add\.\d+)? \((?:Sect|Introduction|Income)"),
    ("resolution", r"(?:\A|/)RES/"),
    ("decision", r"(?:\A|/)DEC/"),
    ("presidential_statement", r"/PRST/"),
    ("verbatim_record", r"/PV\.\d"),
    ("summary_record", r"/SR\.\d"),
)
_WORDS = (
    (
        "corrigendum",
        r"Corrigend(?:um|a)\b|Rectificatif\b|Correcci\u00f3n\b|\u0418\u0441\u043f\u0440\u0430\u0432\u043b\u0435\u043d\u0438\u0435\b|\u66f4\u6b63\s*\Z|\u062a\u0635\u0648\u064a\u0628\b",
    ),
    (
        "letter",
        (
            r"(?:Identical )?[Ll]etters? dated\b[^\n]{0,120}|Note verbale dated\b[^\n]{0,120}|(?:Lettres?|Note verbale)(?: identiques)? dat\u00e9es? du\b[^\n]{0,120}"
            r"|(?:Cartas?|Nota verbal)(?: id\u00e9nticas)? de fecha\b[^\n]{0,120}|(?:\u0418\u0434\u0435\u043d\u0442\u0438\u0447\u043d\u044b\u0435 \u043f\u0438\u0441\u044c\u043c\u0430|\u041f\u0438\u0441\u044c\u043c\u043e|\u0412\u0435\u0440\u0431\u0430\u043b\u044c\u043d\u0430\u044f \u043d\u043e\u0442\u0430)[^\n]{0,60}\u043e\u0442 \d[^\n]{0,60}"
            r"|\d{4}\u5e74\d{1,2}\u6708\d{1,2}\u65e5[^\n]{0,80}(?:\u4fe1|\u666e\u901a\u7167\u4f1a)|\u0631\u0633\u0627\u0644(?:\u0629|\u062a\u0627\u0646|\u062a\u064a\u0646)[^\n]{0,40}\u0645\u0624\u0631\u062e(?:\u0629|\u062a\u0627\u0646|\u062a\u064a\u0646)[^\n]{0,80}"
        ),
    ),
    (
        "presidential_statement",
        (
            r"Statement by the President of the Security Council|D\u00e9claration d[eu] (?:la )?Pr\u00e9sidente? du Conseil de s\u00e9curit\u00e9|Declaraci\u00f3n (?:de la|del) President[ea] del Consejo de Seguridad"
            r"|\u0417\u0430\u044f\u0432\u043b\u0435\u043d\u0438\u0435 \u041f\u0440\u0435\u0434\u0441\u0435\u0434\u0430\u0442\u0435\u043b\u044f \u0421\u043e\u0432\u0435\u0442\u0430 \u0411\u0435\u0437\u043e\u043f\u0430\u0441\u043d\u043e\u0441\u0442\u0438|\u5b89\u5168\u7406\u4e8b\u4f1a\u4e3b\u5e2d(?:\u7684)?\u58f0\u660e|\u0628\u064a\u0627\u0646 (?:\u0645\u0646|\u0635\u0627\u062f\u0631 \u0639\u0646) \u0631\u0626\u064a\u0633\u0629? \u0645\u062c\u0644\u0633 \u0627\u0644\u0623\u0645\u0646"
        ),
    ),
    (
        "resolution",
        (
            r"Resolution adopted by the [A-Z][^\n]{0,60}|Adopted by the Security Council at its [^\n]{0,60}|R\u00e9solution adopt\u00e9e par [^\n]{0,60}|Resoluci\u00f3n aprobada por [^\n]{0,60}"
            r"|\u0420\u0435\u0437\u043e\u043b\u044e\u0446\u0438\u044f,? \u043f\u0440\u0438\u043d\u044f\u0442\u0430\u044f [^\n]{0,60}|[^\n]{2,20}\u901a\u8fc7\u7684\u51b3\u8bae|\u0642\u0631\u0627\u0631 \u0627(?:\u062a\u062e\u0630|\u0639\u062a\u0645\u062f)[^\n]{0,60}"
        ),
    ),
    (
        "decision",
        r"Decision adopted by the [A-Z][^\n]{0,60}|D\u00e9cision adopt\u00e9e par [^\n]{0,60}|Decisi\u00f3n aprobada por [^\n]{0,60}",
    ),
    (
        "draft_resolution",
        r"[^\n]{0,200}\b(?:[Dd]raft|[Rr]evised draft) (?:resolution|decision)\s*\Z|Projet de r\u00e9solution\b|Proyecto de resoluci\u00f3n\b|\u041f\u0440\u043e\u0435\u043a\u0442 \u0440\u0435\u0437\u043e\u043b\u044e\u0446\u0438\u0438\b|\u51b3\u8bae\u8349\u6848|\u0645\u0634\u0631\u0648\u0639 \u0642\u0631\u0627\u0631",
    ),
    (
        "list_of_participants",
        (
            r"(?:Provisional |Final |Revised )?[Ll]ist of (?:participants|delegations|representatives)\b|Liste (?:provisoire |d\u00e9finitive )?des (?:participants|d\u00e9l\u00e9gations)\b|Lista (?:provisional |definitiva )?de (?:participantes|delegaciones)\b"
            r"|(?:\u041f\u0440\u0435\u0434\u0432\u0430\u0440\u0438\u0442\u0435\u043b\u044c\u043d\u044b\u0439 )?[\u0421\u0441]\u043f\u0438\u0441\u043e\u043a \u0443\u0447\u0430\u0441\u0442\u043d\u0438\u043a\u043e\u0432|\u4e0e\u4f1a(?:\u8005|\u4eba\u5458)\u540d\u5355|\u0642\u0627\u0626\u0645\u0629 \u0627\u0644\u0645\u0634\u062a\u0631\u0643\u064a\u0646"
        ),
    ),
    ("verbatim_record", r"Verbatim record\b[^\n]{0,60}|Provisional verbatim record\b"),
    (
        "summary_record",
        r"(?:Provisional )?[Ss]ummary record of [^\n]{0,60}|Compte rendu analytique\b[^\n]{0,60}|Acta resumida\b[^\n]{0,60}|\u041a\u0440\u0430\u0442\u043a\u0438\u0439 \u043e\u0442\u0447\u0435\u0442\b[^\n]{0,60}|\u7b80\u8981\u8bb0\u5f55|\u0645\u062d\u0636\u0631 \u0645\u0648\u062c\u0632",
    ),
    (
        "budget",
        (
            r"(?:[Pp]roposed|[Pp]rogramme) (?:programme )?budget for [^\n]{0,40}|Projet de budget-programme pour [^\n]{0,40}|Proyecto de presupuesto por programas para [^\n]{0,40}"
            r"|\u041f\u0440\u0435\u0434\u043b\u0430\u0433\u0430\u0435\u043c\u044b\u0439 \u0431\u044e\u0434\u0436\u0435\u0442 \u043f\u043e \u043f\u0440\u043e\u0433\u0440\u0430\u043c\u043c\u0430\u043c[^\n]{0,40}|\d{4}\u5e74?\u62df\u8bae\u65b9\u6848\u9884\u7b97|\u0627\u0644\u0645\u064a\u0632\u0627\u0646\u064a\u0629 \u0627\u0644\u0628\u0631\u0646\u0627\u0645\u062c\u064a\u0629 \u0627\u0644\u0645\u0642\u062a\u0631\u062d\u0629"
        ),
    ),
    (
        "note",
        r"(?:Note by|NOTE BY) (?:the |THE )?[A-Z][^\n]{0,80}|Note d[ue] (?:la )?(?:Secr|Pr|Haut)[^\n]{0,80}|Nota (?:del?|de la) (?:Secr|Pres|Alt)[^\n]{0,80}|\u0417\u0430\u043f\u0438\u0441\u043a\u0430 [^\n]{0,80}|[^\n]{2,30}\u7684\u8bf4\u660e|\u0645\u0630\u0643\u0631\u0629 \u0645\u0646 [^\n]{0,80}",
    ),
    (
        "statement",
        r"Summary statement by [^\n]{0,80}|Statements? submitted by [^\n]{0,80}|Joint (?:written )?statement submitted by [^\n]{0,80}|Written statement\*? submitted by [^\n]{0,80}|Expos\u00e9 pr\u00e9sent\u00e9 par [^\n]{0,80}|Declaraci\u00f3n presentada por [^\n]{0,80}|\u0417\u0430\u044f\u0432\u043b\u0435\u043d\u0438\u0435, \u043f\u0440\u0435\u0434\u0441\u0442\u0430\u0432\u043b\u0435\u043d\u043d\u043e\u0435 [^\n]{0,80}",
    ),
    (
        "report",
        (
            r"(?:[\w-]+ ){0,3}[Rr]eport\*? (?:of|by|submitted by|from) (?:the )?[A-Z][^\n]{0,80}|(?:[\w-]+ ){0,3}[Rr]eport (?:submitted|prepared) [^\n]{0,80}|REPORT OF THE [^\n]{0,80}|(?:[A-Z]\w+ )?[Rr]eport on [^\n]{0,80}|(?:[\w-]+ ){0,3}Rapport(?: [\w\u00e9]+)? (?:du|de la|de l\u2019|des|pr\u00e9sent\u00e9 par) ?[A-Z\u00c9][^\n]{0,80}"
            r"|(?:[\w-]+ ){0,2}Informe(?: \w+)? (?:del?|de la|presentado por) [^\n]{0,80}|(?:[\w-]+ )?[\u0414\u0434]\u043e\u043a\u043b\u0430\u0434 [^\n]{2,80}|[^\n]{2,30}\u7684?\u62a5\u544a\s*\Z|\u062a\u0642\u0631\u064a\u0631 (?:\u0645\u0642\u062f\u0645 \u0645\u0646 )?\u0627\u0644[^\n]{0,80}"
        ),
    ),
)
_OWN = (
    (
        "report",
        r"\b[Tt]he present (?:\w+ )?report\b|\b[Ll]e pr\u00e9sent rapport\b|\b[Ee]l presente informe\b|\b[\u041d\u043d]\u0430\u0441\u0442\u043e\u044f\u0449\u0438\u0439 \u0434\u043e\u043a\u043b\u0430\u0434\b|\u672c\u62a5\u544a|\u0647\u0630\u0627 \u0627\u0644\u062a\u0642\u0631\u064a\u0631",
    ),
    (
        "note",
        r"\b[Tt]he present note\b|\b[Ll]a pr\u00e9sente note\b|\b[Ll]a presente nota\b|\b[\u041d\u043d]\u0430\u0441\u0442\u043e\u044f\u0449\u0430\u044f \u0437\u0430\u043f\u0438\u0441\u043a\u0430\b|\u672c\u8bf4\u660e|\u0647\u0630\u0647 \u0627\u0644\u0645\u0630\u0643\u0631\u0629",
    ),
    (
        "report",
        r"\b[Ii]n presenting this report\b|\bsubmit(?:ting)? (?:the present|this) report\b|\bwishes to report that\b",
    ),
)


def _compiled(
    rules: tuple[tuple[str, str], ...], before: str = ""
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(f"{before}(?:{pattern})", re.MULTILINE)) for kind, pattern in rules)


_BY_SYMBOL = _compiled(_SYMBOLS)
_BY_WORDS = _compiled(_WORDS, before=r"^\s*(?:\[?\u201c?)")
_BY_OWN_WORDS = _compiled(_OWN)


def of_symbol(symbol: str) -> Iterator[str]:
    """The kinds that a symbol says a document is of: `A/79/PV.64` is a verbatim record."""
    return (kind for kind, pattern in _BY_SYMBOL if pattern.search(symbol))


def told(masthead: str) -> tuple[str, str] | None:
    """The kind that the lines of a masthead say, and the words that say it; None where they say none.

    What a document is outranks what it is about: "Letter dated …" stands before the title of a report.
    """
    return _first(_BY_WORDS, masthead)


def self_told(text: str) -> tuple[str, str] | None:
    """The kind by which a text speaks of itself: "The present report …"."""
    return _first(_BY_OWN_WORDS, text)


def _first(rules: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> tuple[str, str] | None:
    return next(
        ((kind, " ".join(match[0].split())) for kind, pattern in rules if (match := pattern.search(text))),
        None,
    )
