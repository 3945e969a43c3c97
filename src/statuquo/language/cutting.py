"""How French is cut into words: as in the treebank that the model learned from.

There «Royaume-Uni» is one word, and so is a «l'» that stands alone. spaCy's own rules cut the first in
three, and the second, which pages have wherever a link was cut out («l' Égypte»), in two. The parser has
never met such pieces, and hangs them and their neighbours anywhere.
"""

from __future__ import annotations

import re
from typing import Any

from statuquo.reports.model import Language

_ELIDED = ("c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t")
_CLITICS = r"(?<=[^\W\d_])-(?:t-)?(?:elles?|ils?|on|ce|je|tu|nous|vous|lui|leur|les|moi|y|là|ci)"
_SIGNS = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})


def cut_french(pipeline: Any) -> None:
    """Make a French pipeline cut words as its treebank does."""
    from spacy.symbols import ORTH
    from spacy.util import compile_infix_regex, compile_suffix_regex

    rules, tokenizer = pipeline.Defaults, pipeline.tokenizer
    infixes = [rule for rule in rules.infixes if not re.search(rule, "a-b")]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex([*rules.suffixes, _CLITICS]).search
    for stem in _ELIDED:
        for word in (f"{stem}'", f"{stem.capitalize()}'"):
            tokenizer.add_special_case(word, [{ORTH: word}])


def with_learned_signs(text: str, lang: Language) -> str:
    """The text with the apostrophes and blanks of the French treebank; its length stays.

    >>> with_learned_signs("l’armée", "fr")
    "l'armée"
    """
    return text.translate(_SIGNS) if lang == "fr" else text
