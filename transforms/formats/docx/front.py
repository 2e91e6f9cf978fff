"""The signs of a first page: lines that only a masthead prints, in any of the six languages.

>>> is_front(["United Nations", "A/999/1", "General Assembly", "Distr.: General"])
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

_SIGN = re.compile(
    r"(?:United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|联合国|الأمم المتحدة"
    r"|General Assembly|Assemblée générale|Asamblea General|Генеральная Ассамблея|大会|الجمعية العامة"
    r"|Security Council|Conseil de sécurité|Consejo de Seguridad|Совет Безопасности|安全理事会|مجلس الأمن"
    r"|Economic and Social Council|Conseil économique et social|Consejo Económico y Social"
    r"|Экономический и Социальный Совет|经济及社会理事会|المجلس الاقتصادي والاجتماعي"
    r"|Human Rights Council|Conseil des droits de l.homme|Consejo de Derechos Humanos|Совет по правам человека"
    r"|人权理事会|مجلس حقوق الإنسان"
    r"|Distr\..*|(?:Original|Оригинал|Язык оригинала|原文|原件|الأصل)\s*[:：].*"
    r"|[\w -]+ (?:session|year)|[\w -]+ (?:session|année)|[\w -]+ (?:período de sesiones|año)|[\w -]+ (?:сессия|год)|第.*[届年].*"
    r"|(?:Agenda )?items? \d.*|Points? \d.* de l.ordre du jour|Temas? \d.* (?:del|de la) .*|Пункты? \d.* повестки дня.*|议程项目 ?\d.*)\Z",
    re.IGNORECASE,
)
LONGEST = 120
MOST = 60
"""Lines that are looked at; a masthead has a score."""
LEAST = 2
"""Signs that make a first page: a table of figures may name one organ."""


def is_front(lines: Iterable[str]) -> bool:
    """Whether the lines of a table are those of a masthead that it lays out."""
    signs = 0
    for line in islice(lines, MOST):
        signs += len(line) < LONGEST and bool(_SIGN.match(line.strip()))
        if signs >= LEAST:
            return True
    return False
