"""Characters, gaps and quotation marks: the same sentence written the same way, whatever its source.

Nothing here judges what a line says; words are neither lost nor changed. Every pattern stops at a
line end or after a bounded length, so that time grows with the text and no faster.
"""

from __future__ import annotations

import html
import re
import unicodedata

# Spaces of every width, line ends of every system, and marks that show nothing.
_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028"
_NAMED = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    "\u2029": "\n\n",
    "\u2010": "-", "\u2011": "-", "\u201f": "“",
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
}  # fmt: skip
# What Windows-1252 prints there stands in text that was read as Latin-1.
_C1 = {chr(code): bytes((code,)).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_REPLACED = {**_C1, **_NAMED}
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u2011\u201f\u2028-\u202f\u205f-\u206f\u3000"
    "\ud800-\udfff\ufb00-\ufb04\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)

# UTF-8 that was read as Windows-1252 and saved again: Ã©, â€™, Â«.
_CONTINUATION = "".join(
    sorted({bytes((code,)).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xC0)})
    + [chr(code) for code in range(0x80, 0xA0)]
)
_MOJIBAKE = re.compile(f"Ã[{_CONTINUATION}]|Â[\xa0-\xbf]|â[€\x80][{_CONTINUATION}]|Å“(?=[a-z])")

_ENTITY = re.compile(
    r"&(?:(?:amp|#0{0,4}38|#[xX]0{0,4}26);)*"
    r"(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
)
_BREAK_TAG = re.compile(r"<br\b[^<>\n]{0,100}>", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</?(?:article|blockquote|div|figcaption|figure|h[1-6]|li|ol|p|section|td|tr|ul)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|cite|em|font|i|img|mark|q|small|span|strong|sub|sup|u)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_MARKDOWN_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|www\.|/|#)[^()\n]{0,500}\)")
_MARKDOWN_STRONG = re.compile(r"(?<![\w*])(\*\*|__)(?=[^\s*_])([^*_\n]{1,300})(?<=\S)\1(?![\w*])")
_MARKDOWN_STRESS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*(?![\w*])")
_MARKDOWN_HEAD = re.compile(r"^#{1,6} +", re.MULTILINE)

_LOWER = "a-zà-öø-ÿœ"
_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_MANY_SPACES = re.compile(" {2,}")
_SPACE_AT_LINE_END = re.compile(" ?\n ?")
_SPACE_BEFORE_STOP = re.compile(r" (?=[.,](?:[\s»”\")\]]|\Z))(?<=\S )")
_SPACE_IN_BRACKETS = re.compile(r"(?<=[(\[]) | (?=[)\]])")

# Each of these begins with the rare character that it looks for, which keeps the search fast; what
# stands in front is looked at only where that is found.
_SPACE_AFTER_APOSTROPHE = re.compile(r"['’] (?=[^\W_])")
_ELIDED = re.compile(r"(?<!['’‘“\"\w])(?:[cdjlmnst]|(?:jus|lors|puis)?qu)\Z", re.IGNORECASE)
_STOP_BEFORE_CAPITAL = re.compile(rf"[.!?…](?=[«“¿¡]?[{_UPPER}][{_LOWER}'’ ])")
_END_OF_SENTENCE = re.compile(rf"(?:[{_LOWER}]{{2}}|[»”“)\]%0-9])[.!?…]{{1,4}}\Z")
_CLOSING_BEFORE_LETTER = re.compile(rf"[»”](?:(?=[^\W\d_])(?<=[.!?…,].)|(?=[{_UPPER}][{_LOWER}]))")
_GLUED_COMMA = re.compile(r",(?=[^\W\d_])(?<=[^\W\d_],)")
_ADDRESS_BEFORE = re.compile(r"(?:://|www\.|@)\S{0,200}\Z")
_APOSTROPHE = re.compile(r"[‘´`](?=[^\W\d_])(?<=[^\W\d_].)")

_TEX_OPENING = re.compile(r"(?<!`)``(?=[^\s`])|(?<!\S),,(?=[^\s,])")
_TEX_CLOSING = re.compile(r"(?<=[^\s'])''(?!')")
_CURLED = re.compile("[“”„]")
_LINE_OF_CURLED = re.compile("^.*[“”„].*$", re.MULTILINE)
_OPENERS = "([{«‹—–-/'’‘"


def tidy(text: str) -> str:
    r"""The text with plain spaces and line ends, closed gaps, and quotation marks that pair.

    >>> tidy("les “forces américaines“.Interrogé\xa0à ce sujet , l' ambassadeur")
    "les “forces américaines”. Interrogé à ce sujet, l'ambassadeur"
    """
    return _close_gaps(_turn_quotes(_plain_characters(_without_markup(text))))


def _without_markup(text: str) -> str:
    """Markup that a source left in its text: entities, HTML elements, Markdown."""
    if "&" in text:
        text = _ENTITY.sub(_unescape, text)
    if "<" in text:
        text = _BREAK_TAG.sub("\n", text)
        text = _BLOCK_TAG.sub("\n\n", text)
        text = _INLINE_TAG.sub("", text)
    if "](" in text:
        text = _MARKDOWN_LINK.sub(r"\1", _MARKDOWN_IMAGE.sub("", text))
    if "*" in text or "__" in text:
        text = _MARKDOWN_STRESS.sub(r"\1", _MARKDOWN_STRONG.sub(r"\2", text))
    return _MARKDOWN_HEAD.sub("", text) if "# " in text else text


def _unescape(found: re.Match[str]) -> str:
    # Text that was escaped twice says "&amp;eacute;".
    return html.unescape("&" + found[0].rsplit(";", 2)[-2].removeprefix("&") + ";")


def _plain_characters(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    if "Ã" in text or "â" in text or "Â" in text or "Å“" in text:
        text, repaired = _MOJIBAKE.subn(_read_again, text)
        if repaired:
            # The second half of "à" is a no-break space, which many programs turn into a space.
            text = text.replace("Ã ", "à ")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    text = _ODD.sub(lambda found: _plain(found[0]), text)
    return unicodedata.normalize("NFC", text)


def _read_again(found: re.Match[str]) -> str:
    raw = b"".join(
        bytes((ord(character),)) if ord(character) < 0x100 else character.encode("cp1252")
        for character in found[0]
    )
    return raw.decode("utf-8", "ignore") or found[0]


def _plain(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return _REPLACED.get(character, "")


def _close_gaps(text: str) -> str:
    """Spaces where none belong, and missing ones between glued sentences."""
    if "  " in text:
        text = _MANY_SPACES.sub(" ", text)
    if " \n" in text or "\n " in text:
        text = _SPACE_AT_LINE_END.sub("\n", text)
    text = _APOSTROPHE.sub("’", text.strip(" "))
    text = _SPACE_AFTER_APOSTROPHE.sub(_close_elision, text)
    text = _SPACE_IN_BRACKETS.sub("", text)
    text = _SPACE_BEFORE_STOP.sub("", text)
    text = _STOP_BEFORE_CAPITAL.sub(_part_sentences, text)
    text = _CLOSING_BEFORE_LETTER.sub(_space_after, text)
    return _GLUED_COMMA.sub(", ", text)


def _close_elision(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 8) : found.start()]
    return found[0].rstrip() if _ELIDED.search(before) else found[0]


def _part_sentences(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 5) : found.end()]
    return _space_after(found) if _END_OF_SENTENCE.search(before) else found[0]


def _space_after(found: re.Match[str]) -> str:
    """A space behind what was found, unless it is a part of an address."""
    before = found.string[max(0, found.start() - 200) : found.end()]
    return found[0] if _ADDRESS_BEFORE.search(before) else found[0] + " "


def _turn_quotes(text: str) -> str:
    if "``" in text or ",," in text:
        text = _TEX_CLOSING.sub("”", _TEX_OPENING.sub("“", text))
    if "<<" in text and text.count("<<") == text.count(">>"):
        text = text.replace("<<", "«").replace(">>", "»")
    return _LINE_OF_CURLED.sub(lambda found: _turn_in_line(found[0]), text)


def _turn_in_line(line: str) -> str:
    """Curled marks turned the way they are used, where their neighbours leave no doubt.

    “ is written for both ends in much of the press, „ opens in German fashion, ” at both ends in
    Scandinavian fashion.
    """
    turned = list(line)
    depth = 0
    marks = [found.start() for found in _CURLED.finditer(line)]
    for order, place in enumerate(marks):
        before = line[place - 1] if place else " "
        after = line[place + 1] if place + 1 < len(line) else " "
        opens = (before.isspace() or before in _OPENERS) and not after.isspace()
        if line[place] == "„":
            turned[place] = "“"
            depth += 1
        elif line[place] == "“":
            closes = not opens and (not after.isalnum() or before in ".!?…,")
            if depth and closes:
                turned[place] = "”"
            depth += -1 if depth and closes else 1
        elif depth == 0 and opens and after.isalnum() and order + 1 < len(marks):
            turned[place] = "“"
            depth += 1
        else:
            depth = max(0, depth - 1)
    return "".join(turned)
