"""Names of states and of the codes that stand for none, in the reader's language."""

from __future__ import annotations

from functools import lru_cache

_ALPHA2_BY_HAND = {"KOS": "XK", "XKX": "XK"}
"""Codes that CLDR lists no alias for."""

_NO_STATE = {"UNO": "UN", "EUR": "EU"}
"""PLOVER codes of organisations that CLDR names among its territories."""


@lru_cache(maxsize=4096)
def state_name(code: str, lang: str = "en") -> str | None:
    """What a state is called, from CLDR; None for a code that stands for no state.

    Args:
        code: ISO 3166-1 alpha-3, or PLOVER's UNO and EUR.
        lang: language of the name.

    >>> state_name("VEN"), state_name("USA", "fr"), state_name("UNO"), state_name("IGO")
    ('Venezuela', 'États-Unis', 'United Nations', None)
    """
    # Babel reads its locale files on first use; a run that shows no names need not wait for them.
    from babel import Locale
    from babel.core import get_global

    alpha2 = _NO_STATE.get(code) or _ALPHA2_BY_HAND.get(code)
    if alpha2 is None:
        aliases = get_global("territory_aliases").get(code)
        if len(code) != 3 or not aliases or len(aliases) != 1:
            return None
        alpha2 = aliases[0]
    name = Locale(lang).territories.get(alpha2)
    # «Myanmar (Burma)»: the brackets are needed to tell the sides of a country apart.
    return name.partition(" (")[0] if name else None
