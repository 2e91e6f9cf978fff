"""Invented papers of known structure, written as PDF, Word, HTML and text, and what must come back of each.

`paper` is the value, `drawing` makes random ones, `lines` is what is printed of one whatever the file, `rows` what a
reader should make of it, `comparing` what it made instead.
"""
