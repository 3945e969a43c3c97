"""What kind of party one is: a person of public life, people of no body, a thing."""

from __future__ import annotations

from statuquo.entities.resolve import Found

_LEADING = frozenset({"ELI", "GOV", "JUD", "LEG", "OPP", "PTY"})


def leads(found: Found, role: str) -> bool:
    """One person of public life; where something is done to them, several of one office too.

    Args:
        found: the party.
        role: where a pattern looks for it.
    """
    several = role != "subj" and found.plural and found.role not in (None, "country")
    return (found.person or several) and found.party.sector in _LEADING


def is_thing(found: Found | None) -> bool:
    """Whether nobody is found, or a thing.

    Args:
        found: the party, if there is one.
    """
    return found is None or found.thing


def is_kind(found: Found, wanted: str) -> bool:
    """Whether a party is of the kind that a role asks for («a:#country»); "" asks nothing.

    Args:
        found: the party.
        wanted: ``country``, a sector or "".
    """
    if wanted == "country":
        entity = found.party.entity_id or ""
        return entity.startswith("country:") and found.party.sector == "GOV"
    return not wanted or found.party.sector == wanted


def is_people(found: Found) -> bool:
    """Whether it is people of no body: they are no means of anybody's.

    Args:
        found: the party.
    """
    return found.plural and not found.thing and found.party.sector in ("CVL", "REF", "JRN", "SOC")
