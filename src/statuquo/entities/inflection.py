"""Inflected forms of names of nationality and of role nouns, so that data hold base forms only.

The rules need not be perfect Spanish or French: a form that nobody writes costs nothing, and
where the rules fail, the data list the forms.
"""

from __future__ import annotations

from statuquo.reports.model import Language

Forms = tuple[str, str, str, str]
"""Masculine and feminine singular, masculine and feminine plural."""

# (ending of the masculine, ending of the feminine); the first that fits wins.
_FR_FEMININE = (
    ("ien", "ienne"),
    ("éen", "éenne"),
    ("yen", "yenne"),
    ("el", "elle"),
    ("on", "onne"),
    ("er", "ère"),
    ("teur", "trice"),
    ("eur", "euse"),
    ("eux", "euse"),
    ("if", "ive"),
    ("e", "e"),
)
_ES_ACUTE = str.maketrans("áéíóú", "aeiou")
_ES_IRREGULAR: dict[str, Forms] = {
    "primer": ("primer", "primera", "primeros", "primeras"),
    "gran": ("gran", "gran", "grandes", "grandes"),
}
# Endings of nouns for people, which have a feminine; «banco» and «colon» have none.
_GENDERED: dict[Language, tuple[str, ...]] = {
    "fr": ("ien", "teur", "eur", "ant", "dent", "é", "er", "ais", "ois", "ain", "if"),
    "es": ("or", "ero", "ado", "ano", "ario", "ino", "és", "primer", "istro"),
}
# Forms that are nearly always another word: «en cours» is no plural of «cour».
_OTHER_WORDS = frozenset({"cours"})
_LINKS = frozenset({
    "of", "for", "to", "in", "on", "de", "du", "des", "d'", "del", "à", "au", "aux", "en",
    "contre", "contra", "para", "por", "sin", "sans",
})  # fmt: skip


def inflections(base: str, lang: Language) -> tuple[str, ...]:
    """Every form of an adjective or noun of nationality, in lower case.

    A base form is inflected by rule; ``a/b/c`` lists all its forms where the rules fail it; one that
    ends in a hyphen (``franco-``) stands before another and has no other form.

    Args:
        base: the masculine singular, or the English adjective or noun.
        lang: its language.

    >>> inflections("vénézuélien", "fr")
    ('vénézuélien', 'vénézuélienne', 'vénézuéliens', 'vénézuéliennes')
    >>> inflections("turc/turque/turcs/turques", "fr")
    ('turc', 'turque', 'turcs', 'turques')
    >>> inflections("francés", "es")
    ('francés', 'francesa', 'franceses', 'francesas')
    >>> inflections("Iraqi", "en"), inflections("Frenchman", "en"), inflections("Dutch", "en")
    (('iraqi', 'iraqis'), ('frenchman', 'frenchmen'), ('dutch',))
    """
    base = base.lower()
    if "/" in base:
        return tuple(base.split("/"))
    if base.endswith("-"):
        return (base,)
    if lang == "en" and base.endswith(("ch", "sh", "ese", "s")):
        return (base,)
    return tuple(dict.fromkeys(_forms(base, lang)))


def noun_forms(lemma: str, lang: Language) -> tuple[str, ...]:
    """Singular, plural and feminine forms of a role noun; in a phrase its head is inflected.

    Only nouns that end like those for people get a feminine.

    >>> noun_forms("foreign minister", "en"), noun_forms("head of state", "en")
    (('foreign minister', 'foreign ministers'), ('head of state', 'heads of state'))
    >>> noun_forms("chef d'état", "fr")
    ("chef d'état", "chefs d'état")
    >>> noun_forms("primer ministro", "es")
    ('primer ministro', 'primera ministra', 'primeros ministros', 'primeras ministras')
    """
    words = lemma.lower().replace("d'", "d' ").split()
    end = next((at for at, word in enumerate(words) if at and word in _LINKS), len(words))
    head, tail = words[:end], words[end:]
    if lang == "en":
        phrases = [[*head[:-1], form] for form in _forms(head[-1], lang)]
    else:
        tables = [_forms(word, lang) for word in head]
        gendered = any(word.endswith(_GENDERED[lang]) for word in head)
        phrases = [[table[at] for table in tables] for at in (range(4) if gendered else (0, 2))]
    joined = (" ".join([*phrase, *tail]).replace("d' ", "d'") for phrase in phrases)
    return tuple(form for form in dict.fromkeys(joined) if form not in _OTHER_WORDS)


def _forms(word: str, lang: Language) -> Forms:
    return {"fr": _french, "en": _english, "es": _spanish}[lang](word)


def _french(word: str) -> Forms:
    if word.endswith(("eau", "au", "eu")) and word != "bleu":
        return word, word, f"{word}x", f"{word}x"
    feminine = next(
        (word.removesuffix(old) + new for old, new in _FR_FEMININE if word.endswith(old)),
        f"{word}e",
    )
    if word.endswith("al"):
        plural = word.removesuffix("l") + "ux"
    else:
        plural = word if word[-1] in "sxz" else f"{word}s"
    return word, feminine, plural, f"{feminine}s"


def _english(word: str) -> Forms:
    if word.endswith("man"):
        plural = word.removesuffix("man") + "men"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        plural = word.removesuffix("y") + "ies"
    elif word.endswith(("s", "x", "ch", "sh")):
        plural = f"{word}es"
    else:
        plural = f"{word}s"
    return word, word, plural, plural


def _spanish(word: str) -> Forms:
    if word in _ES_IRREGULAR:
        return _ES_IRREGULAR[word]
    stem = word[:-2] + word[-2:].translate(_ES_ACUTE)
    if word.endswith("o"):
        stem = word.removesuffix("o")
        return word, f"{stem}a", f"{stem}os", f"{stem}as"
    if word.endswith(("í", "ú")):
        return word, word, f"{word}es", f"{word}s"
    if word.endswith("z"):
        return word, word, f"{word[:-1]}ces", f"{word[:-1]}ces"
    if word.endswith(("n", "l", "r", "d", "s")):
        return word, f"{stem}a", f"{stem}es", f"{stem}as"
    return word, word, f"{word}s", f"{word}s"
