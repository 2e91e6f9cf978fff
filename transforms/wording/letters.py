"""Letters and numerals that count, of every script, as the Latin ones that stand in their place in other languages.

>>> latin("ج"), latin("б"), latin("с")
('c', 'b', 'c')
"""

from __future__ import annotations

ABJAD = "\u0623\u0628\u062c\u062f\u0647\u0648\u0632\u062d\u0637\u064a\u0643\u0644\u0645\u0646"
"""Alif, ba, jim, dal …: Arabic lists count by the abjad, not by the alphabet."""
ARABIC_NAMES = (
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون",
    "سين", "عين", "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد",
)  # fmt: skip
"""The letters by their names, which stand before headings (`ألف -`) and after numbers (`51/45 هاء`)."""
_UNITS = ("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا")
ARABIC_ORDINALS = (*_UNITS, "حادي عشر", "ثاني عشر", "ثالث عشر", "رابع عشر", "خامس عشر")
"""Firstly, secondly, thirdly …: the Roman numerals of Arabic headings."""
HAN = "一二三四五六七八九"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""The Russian letters that count: without ё, й and the signs."""
LOOKS = {"а": "a", "с": "c", "е": "e", "о": "o", "р": "p", "х": "x", "у": "y", "і": "i", "м": "m", "к": "k"}
"""Russian letters typed where the Latin list goes on: `a), b), с)`."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def abjad(letter: str) -> int:
    """The place of an Arabic letter in a list, from 1; 0 for another letter. Alif counts with or without its hamza."""
    return ABJAD.find(letter.replace("\u0627", "\u0623")[:1]) + 1 if letter else 0


def han(numeral: str) -> int:
    """The value of a Chinese numeral under 100; 0 for what is none."""
    tens, ten, units = numeral.rpartition("十")
    return (10 * (HAN.find(tens) + 1 if tens else 1) if ten else 0) + HAN.find(units or "-") + 1


def latin(letters: str) -> str:
    """The Latin letter that has the place of a letter of another script; what is Latin stays."""
    if letters[:1] and letters[0].isascii():
        return letters
    if place := abjad(letters):
        return _LETTERS[place - 1]
    if letters in LOOKS and letters != "е":
        return LOOKS[letters]
    place = CYRILLIC.find(letters) + 1
    return _LETTERS[place - 1] if 0 < place <= len(_LETTERS) else letters
