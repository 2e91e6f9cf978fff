"""Organs by their names in the six languages.

>>> canonical("大会"), "Naciones Unidas" in HOUSE
('General Assembly', True)
"""

from __future__ import annotations

from types import MappingProxyType

HOUSE = (
    "United Nations", "Nations Unies", "Naciones Unidas", "Организация Объединенных Наций", "联合国", "聯合國",
    "الأمم المتحدة",
)  # fmt: skip
"""The name of the house itself, which heads every masthead."""

_NAMES: tuple[tuple[str, ...], ...] = (
    ("General Assembly", "Assemblée générale", "Asamblea General", "Генеральная Ассамблея", "大会", "الجمعية العامة"),
    ("Security Council", "Conseil de sécurité", "Consejo de Seguridad", "Совет Безопасности", "安全理事会", "مجلس الأمن"),
    ("Economic and Social Council", "Conseil économique et social", "Consejo Económico y Social",
     "Экономический и Социальный Совет", "经济及社会理事会", "المجلس الاقتصادي والاجتماعي"),
    ("Trusteeship Council", "Conseil de tutelle", "Consejo de Administración Fiduciaria", "Совет по Опеке", "托管理事会",
     "مجلس الوصاية"),
    ("Human Rights Council", "Conseil des droits de l’homme", "Consejo de Derechos Humanos", "Совет по правам человека",
     "人权理事会", "مجلس حقوق الإنسان"),
    ("Commission on Human Rights", "Commission des droits de l’homme", "Comisión de Derechos Humanos",
     "Комиссия по правам человека", "人权委员会", "لجنة حقوق الإنسان"),
    ("Secretariat", "Secrétariat", "Secretaría", "Секретариат", "秘书处", "الأمانة العامة"),
    ("International Court of Justice", "Cour internationale de Justice", "Corte Internacional de Justicia",
     "Международный Суд", "国际法院", "محكمة العدل الدولية"),
    ("Disarmament Commission", "Commission du désarmement", "Comisión de Desarme", "Комиссия по разоружению",
     "裁军审议委员会", "هيئة نزع السلاح"),
    ("Conference on Disarmament", "Conférence du désarmement", "Conferencia de Desarme", "Конференция по разоружению",
     "裁军谈判会议", "مؤتمر نزع السلاح"),
    ("Peacebuilding Commission", "Commission de consolidation de la paix", "Comisión de Consolidación de la Paz",
     "Комиссия по миростроительству", "建设和平委员会", "لجنة بناء السلام"),
    ("Trade and Development Board", "Conseil du commerce et du développement", "Junta de Comercio y Desarrollo",
     "Совет по торговле и развитию", "贸易和发展理事会", "مجلس التجارة والتنمية"),
    ("Committee on the Elimination of Racial Discrimination", "Comité pour l’élimination de la discrimination raciale",
     "Comité para la Eliminación de la Discriminación Racial", "Комитет по ликвидации расовой дискриминации",
     "消除种族歧视委员会", "لجنة القضاء على التمييز العنصري"),
    ("Commission on the Status of Women", "Commission de la condition de la femme",
     "Comisión de la Condición Jurídica y Social de la Mujer", "Комиссия по положению женщин", "妇女地位委员会",
     "لجنة وضع المرأة"),
)  # fmt: skip
CANONICAL = MappingProxyType({name: names[0] for names in _NAMES for name in names})
"""The English name of an organ by its name in any of the languages."""
ORGANS = tuple(sorted(CANONICAL, key=len, reverse=True))
"""All the names, longest first: `人权理事会` before names that stand inside others."""


def canonical(name: str) -> str:
    """The English name of an organ."""
    return CANONICAL[name]
