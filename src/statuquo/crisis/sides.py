"""Who belongs together: parties into political sides, persons and their spellings into one.

A state's government, its forces and its leaders are one side; its opposition another; each armed
group, each international organisation is one of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from statuquo.crisis.names import fold, same_person, spelling_in, words_of
from statuquo.crisis.states import state_name
from statuquo.crisis.values import Group, Member, Side
from statuquo.entities.model import Party

GROUP_OF_SECTOR: Final[Mapping[str, Group]] = MappingProxyType(
    {
        "GOV": "government",
        "MIL": "government",
        "COP": "government",
        "SPY": "government",
        "PRM": "government",
        "PRE": "government",
        "OPP": "opposition",
        # The coder gives governing parties GOV; a party that is left is not in power.
        "PTY": "opposition",
        "REB": "rebels",
        "UAF": "others",
        "LEG": "parliament",
        "JUD": "courts",
        "ELI": "former",
        "CRM": "criminals",
        "IGO": "organisation",
        "NGO": "organisation",
        "UNK": "others",
        **dict.fromkeys(
            ("CVL", "SOC", "REF", "JRN", "MED", "EDU", "REL", "LAB", "BUS", "AGR"), "civilians"
        ),
    }
)
"""Which side of a country a PLOVER sector stands on."""

SECTOR_OF_GROUP: Final[Mapping[Group, str | None]] = MappingProxyType(
    {
        "government": "GOV",
        "opposition": "OPP",
        "rebels": "REB",
        "parliament": "LEG",
        "courts": "JUD",
        "civilians": "CVL",
        "former": "ELI",
        "criminals": "CRM",
        "organisation": None,
        "others": None,
    }
)
"""The sector that stands for a side as a whole."""

GROUP_NAMES: Final[Mapping[Group, str]] = MappingProxyType(
    {
        "government": "government",
        "opposition": "opposition",
        "rebels": "rebels",
        "parliament": "parliament",
        "courts": "courts",
        "civilians": "civilians",
        "former": "former officials",
        "criminals": "criminals",
        "organisation": "organisation",
        "others": "others",
    }
)
"""What a side of a country is called in English, between brackets."""

NO_STATE_CODES: Final = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"})
"""Country codes that stand for no state."""

_ONE_SIDE_CODES: Final = frozenset({"UNO", "EUR"})
_PLACE_KINDS: Final = ("country:", "city:", "metonym:", "demonym:")
_QUIET_GROUPS: Final = frozenset({"government", "civilians", "former", "criminals", "others"})


class SideKey(NamedTuple):
    """What makes two parties members of one side."""

    country: str
    group: Group
    entity: str


def side_key(party: Party) -> SideKey:
    """The side that a party belongs to.

    >>> venezuela = Party(name="Nicolás Maduro", country="VEN", sector="GOV", text="x", start=0, end=1)
    >>> side_key(venezuela)
    SideKey(country='VEN', group='government', entity='')
    """
    return _side_key(party.country or "", party.sector, party.entity_id, party.name)


@lru_cache(maxsize=1 << 16)
def _side_key(country: str, sector: str | None, entity_id: str | None, name: str) -> SideKey:
    if country in _ONE_SIDE_CODES:
        return SideKey(country, "organisation", "")
    if country in NO_STATE_CODES or sector in ("IGO", "NGO"):
        return SideKey(country, "organisation", entity_id or fold(name))
    if sector == "REB":
        return SideKey(country, "rebels", entity_id or _proper_name(name))
    if sector is None or sector == "UNK":
        stands_for_state = (entity_id or "").startswith(_PLACE_KINDS)
        return SideKey(country, "government" if stands_for_state else "others", "")
    return SideKey(country, GROUP_OF_SECTOR.get(sector, "others"), "")


def _proper_name(name: str) -> str:
    """The folded name of a group that has one; empty for «les rebelles»."""
    return fold(name) if any(char.isupper() for char in name) else ""


def _is_name(text: str) -> bool:
    words = [word for word in text.split() if len(words_of(word)) > 0]
    return bool(words) and all(word[0].isupper() for word in words)


@dataclass(slots=True)
class _Cluster:
    """Names taken for one person while the roster is being made."""

    names: Counter[str]
    entity_id: str | None

    def admits(self, name: str, entity_id: str | None) -> bool:
        if entity_id and self.entity_id:
            return entity_id == self.entity_id
        return any(same_person(name, known) for known in self.names)

    def title(self) -> str:
        return max(self.names, key=lambda name: (len(words_of(name)), self.names[name], name))


@dataclass(frozen=True, slots=True)
class Roster:
    """Sides and members of all parties of a crisis; made by `enrol`."""

    sides: Mapping[SideKey, Side]
    members: Mapping[tuple[SideKey, str], Member]
    by_side: Mapping[str, tuple[Member, ...]]

    def side(self, party: Party) -> Side | None:
        """The side of a party; None where neither country nor entity is known."""
        found = self.sides[side_key(party)]
        return found if found.country or found.entity_id else None

    def side_or_unknown(self, party: Party) -> Side:
        """The side of a party, be it only «unknown»."""
        return self.sides[side_key(party)]

    def all_sides(self, parties: Iterable[Party]) -> tuple[Side, ...]:
        """The sides of several parties, each once, in their order."""
        found = (self.side(party) for party in parties)
        return tuple(dict.fromkeys(side for side in found if side))

    def member(self, party: Party) -> Member:
        """The person or body that a party is, with all its spellings."""
        return self.members[side_key(party), _own_name(party)]

    def __iter__(self) -> Iterator[Side]:
        """Every side, sorted by id."""
        return iter(sorted(self.sides.values(), key=lambda side: side.id))


def _own_name(party: Party) -> str:
    return party.entity_id or fold(party.name)


def enrol(parties: Iterable[Party]) -> Roster:
    """Put every party on its side and join the spellings of one person.

    Args:
        parties: every party of the crisis, in order; the first of a side gives it its words.

    >>> party = Party(name="Vladimir Zaïomski", country="RUS", sector="GOV",
    ...               text="l’ambassadeur Zaïosmki", start=0, end=22)
    >>> enrol([party]).member(party).spellings
    ('Zaïosmki',)
    """
    mentions = list(parties)
    first: dict[SideKey, Party] = {}
    for party in mentions:
        first.setdefault(side_key(party), party)
    sides = {key: _side(key, party, first.keys()) for key, party in first.items()}
    members = _members(mentions)
    by_side: dict[str, dict[Member, None]] = {}
    for (key, _), member in members.items():
        by_side.setdefault(sides[key].id, {})[member] = None
    return Roster(
        sides=sides,
        members=members,
        by_side={
            side: tuple(sorted(found, key=lambda member: (-member.mentions, member.name)))
            for side, found in by_side.items()
        },
    )


def _side(key: SideKey, first: Party, keys: Iterable[SideKey]) -> Side:
    named = bool(key.entity)
    state = state_name(key.country)
    if named or (key.group == "organisation" and not state):
        name = first.name
    elif key.group == "organisation":
        name = state or first.name
    elif not state:
        name = f"unknown ({GROUP_NAMES[key.group]})"
    elif key.group == "government" and not _is_divided(key.country, keys):
        name = state
    else:
        name = f"{state} ({GROUP_NAMES[key.group]})"
    whole = key.group == "organisation" or named
    return Side(
        id=".".join(part for part in _id_parts(key) if part),
        name=name,
        country=first.country,
        group=key.group,
        sector=SECTOR_OF_GROUP[key.group] or first.sector,
        entity_id=first.entity_id if whole else None,
        first=first,
    )


def _id_parts(key: SideKey) -> tuple[str, str, str]:
    group = "" if key.group == "organisation" else key.group
    entity = "-".join(key.entity.replace(":", " ").split())
    return key.country or "unknown", group, entity


def _is_divided(country: str, keys: Iterable[SideKey]) -> bool:
    """Whether a country has a side that could be taken for the state, or wants to be it."""
    return any(key.country == country and key.group not in _QUIET_GROUPS for key in keys)


def _members(mentions: list[Party]) -> dict[tuple[SideKey, str], Member]:
    named: Counter[tuple[SideKey, str | None, str]] = Counter(
        (side_key(party), party.entity_id, party.name) for party in mentions
    )
    fullest_first = sorted(
        named, key=lambda item: (-len(words_of(item[2])), -named[item], item[1] or "", item[2])
    )
    clusters: dict[tuple[SideKey, str], list[_Cluster]] = {}
    cluster_of: dict[tuple[SideKey, str], _Cluster] = {}
    for side, entity_id, name in fullest_first:
        known = cluster_of.get((side, entity_id or fold(name)))
        if known is None:
            known = _join(clusters, side, entity_id, name)
            cluster_of[side, entity_id or fold(name)] = known
        known.names[name] += named[side, entity_id, name]

    spellings: dict[int, Counter[str]] = {}
    totals: Counter[int] = Counter()
    for party in mentions:
        cluster = cluster_of[side_key(party), _own_name(party)]
        totals[id(cluster)] += 1
        spelt = _spelling(party, cluster)
        if spelt:
            spellings.setdefault(id(cluster), Counter())[spelt] += 1
    made = {
        id(cluster): _member(cluster, spellings.get(id(cluster), Counter()), totals[id(cluster)])
        for cluster in cluster_of.values()
    }
    return {key: made[id(cluster)] for key, cluster in cluster_of.items()}


def _join(
    clusters: dict[tuple[SideKey, str], list[_Cluster]],
    side: SideKey,
    entity_id: str | None,
    name: str,
) -> _Cluster:
    """The cluster that a name belongs to; a new one if none admits it.

    Surnames are compared only with those of the same first letter, so that ten thousand names do
    not make a hundred million comparisons.
    """
    new = _Cluster(names=Counter(), entity_id=entity_id)
    is_person = entity_id is None or entity_id.startswith("person:")
    if not (is_person and _is_name(name)):
        return new
    surnames = words_of(name)
    shelf = clusters.setdefault((side, surnames[-1][0] if surnames else ""), [])
    for cluster in shelf:
        if cluster.admits(name, entity_id):
            cluster.entity_id = cluster.entity_id or entity_id
            return cluster
    shelf.append(new)
    return new


def _spelling(party: Party, cluster: _Cluster) -> str | None:
    """How a mention spells a name: a person's without the title, a body's as it stands."""
    if not (cluster.entity_id or "person:").startswith("person:"):
        named = any(char.isupper() for char in party.text)
        return " ".join(party.text.split()) if named else None
    spelt = (spelling_in(party.text, name) for name in (party.name, cluster.title()))
    return next((found for found in spelt if found), None)


def _member(cluster: _Cluster, spellings: Counter[str], mentions: int) -> Member:
    by_use = sorted(spellings, key=lambda text: (-spellings[text], text))
    return Member(
        name=cluster.title(),
        entity_id=cluster.entity_id,
        spellings=tuple(by_use) or (cluster.title(),),
        mentions=mentions,
    )
