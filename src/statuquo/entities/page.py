"""What the page so far makes words mean: its country, who was named, who spoke last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from statuquo.entities.gazetteer import Gazetteer
from statuquo.entities.model import Party
from statuquo.entities.registry import Registry
from statuquo.reports.model import Language

_LOCATIVE: dict[Language, tuple[str, ...]] = {
    "fr": ("au", "en", "à"), "en": ("in", "at"), "es": ("en",),
}  # fmt: skip
_YEARS = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
_DOMINANT = 0.6
"""Share of all country mentions above which «le gouvernement» means that country's."""

_INNER = frozenset({"OPP", "REB", "PTY"})
"""Sectors of those who fight for power at home: where they are, the story is."""
_SOMEWHERE = "UNK"
"""A country that no page names."""
_ARTICLES = frozenset({"The", "Le", "La", "Les", "El", "Los", "Las"})
_HEADLINE = 200
"""Length up to which a first line is taken for the headline."""
_WEIGHT = 3
"""What a mention in the headline counts."""
_MANY, _OUTNUMBERING, _LEADING = 5, 2, 0.4
"""On a long page that names many states, the one that is named most, by far, is meant as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A party met on the page, with what a pronoun needs to know of it.

    Args:
        party: the party.
        person: whether it is a single person.
        plural: whether it is several people.
        feminine: gender of the word that named it, or None where that is not known.
        single: whether that word is in the singular («la police»), however many it stands for.
        titled: whether a noun named it («la ministre»), not only a name.
        leading: whether it was the subject of its clause.
        aside: whether it was only a place, a channel or a source («sur Twitter», «selon Reuters»).
    """

    party: Party
    person: bool = False
    plural: bool = False
    feminine: bool | None = None
    single: bool = False
    titled: bool = False
    leading: bool = False
    aside: bool = False


@dataclass(slots=True, kw_only=True)
class Page:
    """The context of one report while it is read, from its first sentence to its last.

    Args:
        date: day of the report, ISO, or None.
        year: year of the report; without a day, the last year that the text names, or None.
        home: the country that the page is about, or None when several are named alike.
        named: how often the text names each country.
        theatre: the country whose opposition or rebels the text names, or None: a page about talks
            abroad is told from where they are held, and «the opposition» is of elsewhere.
        met: parties in the order in which they were met, the latest last.
        names: proper names (full, and last word) of persons met → party.
        acronyms: short names that brackets introduced («le Front du Nord (FN)») → party.
        quoting: who is speaking in a quotation that is still open, if any.
        speaker: who spoke last.
        subject: whom the sentence before was about: its speaker, else its subject.
        together: the two who, by the sentence before, met or dealt with each other («they»).
        functions: what persons are, in the page's words («ambassadeur russe au Venezuela»).
        places: countries where things were said to happen, the latest last.
        bearers: persons by the role noun that named them («l'ambassadeur» is the one met before).
        topic: what the report is about besides politics (``sport``, ``weather`` …), or None.
        given: parties that the caller names himself; each stands for itself wherever it is met.
    """

    date: str | None = None
    year: int | None = None
    home: str | None = None
    named: Mapping[str, int] = field(default_factory=dict)
    theatre: str | None = None
    met: list[Met] = field(default_factory=list)
    names: dict[str, Party] = field(default_factory=dict)
    acronyms: dict[str, Party] = field(default_factory=dict)
    quoting: Party | None = None
    speaker: Party | None = None
    subject: Met | None = None
    together: tuple[Party, ...] = ()
    functions: dict[str, str] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    bearers: dict[str, Party] = field(default_factory=dict)
    topic: str | None = None
    given: tuple[Party, ...] = ()

    def meet(self, met: Met) -> None:
        """Remember a party for the pronouns and bare surnames to come."""
        self.met.append(met)
        if met.person and met.party.name and _is_proper(met.party.name):
            known = self.names.get(met.party.name)
            if known is None or not (known.country or known.sector):
                self.names[met.party.name] = met.party
            last = met.party.name.split()[-1]
            if len(last) > 2:
                self.names[last] = met.party
                self.names[last[0].upper() + last[1:]] = met.party  # «al-Saadi», «Al-Saadi»

    def call(self, party: Party, words: str) -> None:
        """Remember the words by which the text called a person («papa **Francisco**»)."""
        if _is_proper(words):
            self.names.setdefault(words, party)
            self.names.setdefault(words.rsplit(maxsplit=1)[-1], party)

    def known_person(self, words: str) -> Party | None:
        """The person met under this name, its last word, or a misspelling of it."""
        if words in self.names:
            return self.names[words]
        *given, last = words.split()
        if last in self.names:
            known = self.names[last]
            others = known.name.split()[:-1]
            return known if not given or not others or set(given) & set(others) else None
        for name, party in self.names.items():
            if " " not in name and len(last) >= 6 and name[0] == last[0] and nearly(name, last):
                return party
        return None

    def bearer(self, role: str, country: str | None) -> Party | None:
        """The person met who bears this role, of this country when one is told."""
        party = self.bearers.get(role)
        if party is None or (country and party.country and party.country != country):
            return None
        return party

    def abbreviated(self, letters: str) -> Party | None:
        """Whom the page means by a short name: what brackets told, else who was named in full before.

        >>> page = Page()
        >>> page.meet(Met(party=Party(name="x", text="the Northern Relief Front", start=0, end=25)))
        >>> page.abbreviated("NRF").text
        'the Northern Relief Front'
        """
        if letters in self.acronyms:
            return self.acronyms[letters]
        if not (2 < len(letters) < 7 and letters.isupper()):
            return None
        return next(
            (met.party for met in self.met if _initials(met.party.text).startswith(letters)), None
        )

    def states(self) -> list[Party]:
        """The states met, the latest first, each once."""
        found: dict[str, Party] = {}
        for met in reversed(self.met):
            party = met.party
            if party.country and party.sector in ("GOV", "MIL") and len(party.country) == 3:
                found.setdefault(party.country, party)
        return list(found.values())


def _is_of_several(registry: Registry, ids: tuple[str, ...]) -> bool:
    """Whether towns of several states bear a name."""
    towns = [registry.entities[i] for i in ids if registry.entities[i].kind == "city"]
    return len({town.country for town in towns}) > 1


def _initials(words: str) -> str:
    named = [word for word in words.split() if word[0].isupper() and word not in _ARTICLES]
    return "".join(word[0] for word in named)


def spells(letters: str, words: list[str]) -> bool:
    """Whether the capitals of a short name begin words of the long one, in order, the first first.

    >>> spells("FLN", ["Front", "de", "libération", "nationale"]), spells("OTAN", ["Front"])
    (True, False)
    """
    initials = iter(word[0].lower() for word in words)
    return all(letter.lower() in initials for letter in letters if letter.isupper())


def _is_proper(name: str) -> bool:
    words = name.split()
    last = words[-1].rpartition("-")[2]
    return len(words) <= 5 and words[0][:1].isupper() and last[:1].isupper()


def year_of(text: str, date: str | None) -> int | None:
    """The year of a report: of its day, else the last that its text names, or None.

    >>> year_of("Since the accord of 1998 and the vote of 2016 …", None)
    2016
    """
    if date:
        return int(date[:4])
    years = [int(year) for year in _YEARS.findall(text)]
    return max(years, default=None)


def home_country(
    text: str, lang: Language, registry: Registry, gazetteer: Gazetteer, date: str | None = None
) -> tuple[str | None, Mapping[str, int], str | None]:
    """The country that a text is about, the one that most of its mentions name (None when several
    are named alike), how often it names each, and the one whose opposition and rebels it names.

    Names of states, capitals, places and their leaders count, and adjectives of nationality.
    """
    counts: Counter[str] = Counter()
    places: Counter[str] = Counter()
    inner: Counter[str] = Counter()
    first, _, rest_of = text.partition("\n")
    lead = len(first) if rest_of and len(first) <= _HEADLINE else 0
    taken: list[tuple[int, int]] = []
    for hit in gazetteer.find(text):
        taken.append((hit.start, hit.end))
        if hit.kind == "name" and hit.ids:
            entity = registry.entities[hit.ids[0]]
            code = entity.on(None)[0]
            if registry.is_shared(hit.ids) or _is_of_several(registry, hit.ids):
                continue  # «el CNE»: several states have one; so have they a «Valence»
            if entity.on(date)[1] in _INNER and f"country:{code}" in registry.entities:
                inner[str(code)] += 1
            if code and len(code) == 3 and f"country:{code}" in registry.entities:
                counts[code] += _WEIGHT if hit.start < lead else 1
                before = text[max(0, hit.start - 8) : hit.start].lower().split()
                if before and before[-1] in _LOCATIVE[lang]:
                    places[code] += 1
    demonyms = registry.demonyms(lang)
    for match in re.finditer(r"[\w-]+", text):
        word = match[0]
        if lang == "en" and not word[0].isupper():
            continue
        code = demonyms.get(word.lower())
        if code is None or any(start <= match.start() < end for start, end in taken):
            continue
        if f"country:{code}" in registry.entities:
            counts[code] += _WEIGHT if match.start() < lead else 1
    total = counts.total()
    theatre = next(
        (code for code, n in inner.items() if n > 1 and n >= _DOMINANT * inner.total()), None
    )
    if total < 2:
        return None, counts, theatre  # one mention may as well be of a foreign state
    if theatre is not None and counts[theatre] * 3 >= total:
        # envoys of two camps meet in Oslo: the news is not Norway's
        return theatre, counts, theatre
    if places.total() > 1:
        (place, named) = places.most_common(1)[0]
        others = max((n for code, n in counts.items() if code != place), default=0)
        if (
            named / places.total() >= _DOMINANT
            and counts[place] * 3 >= total
            and (counts[place] > others or counts[place] * 2 > total)
        ):
            return place, counts, theatre
    (top, most), *rest = counts.most_common(2)
    if most >= _MANY and rest and most >= _OUTNUMBERING * rest[0][1] and most / total >= _LEADING:
        return top, counts, theatre
    dominant = most / total >= _DOMINANT and (not rest or most > rest[0][1])
    return top if dominant else None, counts, theatre


def nearly(a: str, b: str) -> bool:
    """Whether two names differ by no more than a slip: one letter, or two neighbours swapped.

    >>> nearly("Zaïomski", "Zaïosmki"), nearly("Maduro", "Madero"), nearly("Lavrov", "Labrador")
    (True, True, False)
    """
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    start = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:])
    )


def supposing(page: Page, names: Iterable[str] = ()) -> Page:
    """The page as it would be if those who govern somewhere had just been told of.

    What a sentence tells on some page with the help of a pronoun, or of a name that is explained there, it
    tells on this one, as far as it can matter.

    Args:
        page: a page on which nothing is read yet.
        names: words that may be names of those who govern.

    >>> supposing(Page(), ["Kallas"]).known_person("Kallas").sector
    'GOV'
    """
    country = page.home or _SOMEWHERE
    somebody = Party(name="?", country=country, sector="GOV", text="", start=-1, end=-1)
    met = [Met(party=somebody, person=person, plural=not person) for person in (False, True)]
    known = dict.fromkeys(names, somebody)
    return replace(page, met=met, subject=met[1], speaker=somebody, names=known)
