"""Who held which office when, as the registry of entities knows it."""

from __future__ import annotations

from functools import cache
from threading import Thread
from typing import TYPE_CHECKING

from statuquo.crisis import Actor
from statuquo.entities.model import Office

if TYPE_CHECKING:
    from statuquo.entities.registry import Registry


def offices_of(actor: Actor) -> dict[str, tuple[Office, ...]]:
    """The offices of a side's members, the latest first, by the member's name.

    Args:
        actor: a side; members whom the registry does not know have none.
    """
    found: dict[str, tuple[Office, ...]] = {}
    for member in actor.members:
        if (member.entity_id or "").startswith("person:"):
            entity = _registry().entities.get(member.entity_id or "")
            if entity and entity.offices:
                found[member.name] = tuple(
                    sorted(entity.offices, key=lambda each: each.start or "", reverse=True)
                )
    return found


def read_ahead() -> None:
    """Read the registry beside everything else: it takes a second that no reader need wait."""
    Thread(target=_registry, name="offices", daemon=True).start()


@cache
def _registry() -> Registry:
    from statuquo.entities.registry import Registry

    return Registry.load()
