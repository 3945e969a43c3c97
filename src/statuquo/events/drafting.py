"""From frames found in a sentence to events: parties, modality, type, and what is silent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from statuquo.entities.page import Page
from statuquo.entities.resolve import Found
from statuquo.events.absorbing import told_by_themselves
from statuquo.events.aimed import one_sided_yet
from statuquo.events.alleging import is_mere_charge, is_of_accused
from statuquo.events.apart import apart
from statuquo.events.echoes import told_once
from statuquo.events.french_reached import reached
from statuquo.events.further import (
    Undergone,
    asked_by_noun,
    asks_for_people,
    further,
    is_undergone,
    outside,
)
from statuquo.events.implied import (
    at_home,
    crewed,
    crowd,
    judged_deed,
    may_undergo,
    people_here,
    placed,
    reached_there,
    sender,
    state_of,
    unsaid,
)
from statuquo.events.lexicon import DEFAULT_MODALITY
from statuquo.events.lone import by_pronoun, in_first_person, unknown_speaker
from statuquo.events.matcher import Match, Matcher, enough, joined, same_party
from statuquo.events.means import answered, by_means, right_way_round
from statuquo.events.merging import with_aims
from statuquo.events.modality import Told, told
from statuquo.events.moods import is_driven
from statuquo.events.oneself import between_others
from statuquo.events.ontology import STOPPED, Ontology
from statuquo.events.otherdoers import has_other_doer, may_be_done_above
from statuquo.events.record import EventType, Modality
from statuquo.language.grammar import Sentence

_COOPERATIVE = frozenset(
    {EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.CONCEDE,
     EventType.RETREAT, EventType.AGREE}
)  # fmt: skip
_WORDS = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN})
_AIMED = frozenset(
    {EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID,
     EventType.RETREAT, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN,
     EventType.SANCTION, EventType.PROTEST}
)  # fmt: skip
"""Acts that are aimed at somebody, whom the sentence may name further below."""
_SENDING = frozenset({EventType.AID, EventType.MOBILIZE})
_REACHING = frozenset({EventType.ASSAULT, EventType.AID})
_DRIVING = frozenset(
    {EventType.THREATEN, EventType.ACCUSE, EventType.SANCTION, EventType.ASSAULT, EventType.PROTEST}
)
"""Deeds that, when they drive somebody to something, were aimed at him."""
_HOSTILE = frozenset(
    {EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT}
)
_ENDING = {"stopped": "intended-stop", "not": "refused"}
"""What is promised or threatened of an act that is told as ended or left undone."""
_FURTHER = "a complement further below"
_ASKED = {
    EventType.AID: "assist", EventType.COOPERATE: "assist", EventType.SUPPORT: "assist",
    EventType.CONSULT: "meet", EventType.CONCEDE: "yield", EventType.RETREAT: "yield",
}  # fmt: skip
_THREATENED = {
    EventType.ASSAULT: "violence", EventType.MOBILIZE: "violence", EventType.SANCTION: "relations",
    EventType.COERCE: "restrict",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event before it is attributed, dated and written down.

    Args:
        match: the frame and its trigger.
        type: PLOVER type after the modality rule.
        act: the bare act.
        mode: mode of the type, or None.
        modality: how it is told.
        actors: who did it.
        recipients: who it was done to.
        told: the grammatical account of the modality.
        two_way: whether the actors do it to each other.
        alleged_by: the accuser, when the act stands below an accusation.
        why: frame and route, for people.
    """

    match: Match
    type: EventType
    act: EventType
    mode: str | None
    modality: Modality
    actors: tuple[Found, ...]
    recipients: tuple[Found, ...]
    told: Told
    alleged_by: tuple[Found, ...] = ()
    two_way: bool = False
    why: str = ""


def draft(
    sentence: Sentence,
    matcher: Matcher,
    ontology: Ontology,
    page: Page,
    speaker_at: Callable[[int], Found | None] = lambda i: None,
) -> list[Draft]:
    """The events of one sentence, in the order of its words.

    Args:
        sentence: the sentence.
        matcher: the frames of its language.
        ontology: types and modality rule.
        page: context of the report.
        speaker_at: the innermost speaker of what is said at a word; "Israel must withdraw, X said"
            is X asking it of Israel.
    """
    return _Drafting(sentence, matcher, ontology, page, speaker_at).run()


def relaxed(
    sentence: Sentence,
    matcher: Matcher,
    ontology: Ontology,
    page: Page,
    speaker_at: Callable[[int], Found | None] = lambda i: None,
) -> list[Draft]:
    """Every act of a sentence, whoever its parties are: for callers who know the parties."""
    return _Drafting(sentence, matcher, ontology, page, speaker_at, relaxed=True).run()


class _Drafting:
    """One sentence on the desk: its matches, how each is told, and the events they make."""

    def __init__(
        self,
        sentence: Sentence,
        matcher: Matcher,
        ontology: Ontology,
        page: Page,
        speaker_at: Callable[[int], Found | None],
        *,
        relaxed: bool = False,
    ) -> None:
        self.sentence, self.matcher, self.ontology, self.page = sentence, matcher, ontology, page
        self.speaker_at = speaker_at
        self.relaxed = relaxed
        self.matches = matcher.matches(sentence, page)
        self.told = {i: told(sentence, i, matcher, self.matches, page) for i in self.matches}

    def run(self) -> list[Draft]:
        drafts = [
            single
            for i, match in self.matches.items()
            if (made := self._one(match, self.told[i])) is not None
            for single in apart(made, self.sentence)
        ]
        kept = told_by_themselves(self.sentence, drafts, self.matches, self.matcher)
        kept = with_aims(self.sentence, kept)
        kept = kept if self.relaxed else between_others(self.sentence, kept, self.matcher.resolver)
        return kept if self.relaxed else told_once(kept, self.sentence)

    def _one(self, match: Match, how: Told) -> Draft | None:
        if how.absorbed:
            return None
        actors, recipients, slots = self._parties(match)
        governor = how.governor
        if governor is not None and how.inner not in (None, "alleged"):
            return self._governed(match, how, actors, recipients)
        if not self.relaxed and not enough(
            match.frame.needs, actors, recipients, two_way=match.frame.two_way
        ):
            return None
        if not actors and not self.relaxed and has_other_doer(self.sentence, match, self.matches):
            return None
        if how.obliged:
            return self._obliged(match, how, actors, slots)
        outcome = self._outcome(match, how, bool(actors))
        if outcome is None:
            return None
        event_type, modality = outcome
        alleged_by: tuple[Found, ...] = ()
        if governor is not None:
            alleged_by, accused, _ = self._parties(governor)
            if is_mere_charge(self.sentence, match, alleged_by):
                return None
            if is_of_accused(self.sentence, match, actors, alleged_by):
                actors = accused
        return self._made(
            match, how, event_type, modality, actors, recipients, alleged_by=alleged_by, slots=slots
        )

    def _parties(
        self, match: Match
    ) -> tuple[tuple[Found, ...], tuple[Found, ...], tuple[str | None, str | None]]:
        frame, kind, resolver = match.frame, match.kind, self.matcher.resolver
        recipient_slots = frame.recipient[kind]
        if kind == "noun":
            recipient_slots = (*recipient_slots, "target")
            if frame.act in _DRIVING:
                recipient_slots = (*recipient_slots, "driven")
        if set(frame.actor[kind]) & set(recipient_slots) and not frame.two_way:
            return self._in_shared_roles(match, recipient_slots)
        actors, actor_slot = self._doers(match)
        aside = self.sentence.tokens[match.i].dep in ("acl", "relcl", "advcl")
        if not actors and "speaker" in frame.actor[kind] and not aside:
            speaker = self.speaker_at(match.i)
            actors, actor_slot = ((speaker,), "speaker") if speaker else ((), None)
        if actor_slot == "obj" and frame.act in _SENDING:
            actors = tuple(sender(resolver, found) for found in actors)
        if not actors and in_first_person(self.sentence, match):
            actors = self._who_says_we(match, recipient_slots)
            actor_slot = "whoever says «we»" if actors else None
        asked = asked_by_noun(self.sentence, match, self.matcher, self.page, actors)
        recipients, slot = (
            (asked, "the clause around it")
            if asked
            else self.matcher.parties(
                self.sentence, match, recipient_slots, self.page, besides=actors
            )
        )
        if asks_for_people(self.sentence, match, recipients, slot):
            recipients, slot = (), None
        if deed := judged_deed(self.sentence, match, self.matches, slot):
            recipients, slot = self._blamed(match, deed, actors)
        if not actors and "state" in frame.actor[kind]:
            actors = state_of(resolver, self.sentence.tokens[match.i], recipients)
            actor_slot = "the state of the recipient" if actors else None
        if not actors and kind == "verb":
            actors = self._above(match, recipients)
            actor_slot = "subj of the clause above" if actors else None
        if kind == "verb":
            actors, recipients = unsaid(
                resolver, self.sentence, match, self.page, (actors, recipients)
            )
            actors, recipients = right_way_round(
                resolver, self.sentence, match, self.page, (actors, recipients)
            )
        elif not actors:
            actors = by_means(resolver, self.sentence, match, self.page, recipients)
        elif not recipients:
            recipients = answered(resolver, self.sentence, match, self.page, actors)
        if frame.act is EventType.PROTEST and not any(f.political for f in actors):
            actors, actor_slot = self._marchers(match, actors, actor_slot)
        if not recipients and frame.act in _SENDING:
            there = resolver.there(self.sentence, self.page, actors)
            recipients, slot = ((there,), "the place spoken of") if there else ((), slot)
        spoken = self.sentence.lang == "es" and frame.act is EventType.PROTEST
        if not recipients and not spoken:  # whom marchers address further below, they do not face
            recipients, slot = self._apart_from(match, actors)
        if not recipients and frame.act in _REACHING and not frame.two_way:
            recipients = reached_there(resolver, self.sentence, match, actors, self.page)
            slot = "the place where it happens" if recipients else None
        if frame.act in (EventType.ASSAULT, EventType.COERCE):
            recipients = placed(resolver, self.sentence, match, recipients)
        actors, recipients = at_home(
            resolver, self.sentence, match, self.page, (actors, recipients)
        )
        return actors, recipients, (actor_slot, slot)

    def _in_shared_roles(
        self, match: Match, recipient_slots: tuple[str, ...]
    ) -> tuple[tuple[Found, ...], tuple[Found, ...], tuple[str | None, str | None]]:
        """Parties of a frame with a role that either may fill («gen» of some act nouns): it is the
        recipient's first."""
        given = (self.sentence, match)
        recipients, slot = self.matcher.parties(*given, recipient_slots, self.page)
        others = tuple(s for s in match.frame.actor[match.kind] if s != slot)
        actors, actor_slot = self.matcher.parties(*given, others, self.page, besides=recipients)
        return actors, recipients, (actor_slot, slot)

    def _who_says_we(self, match: Match, recipient_slots: tuple[str, ...]) -> tuple[Found, ...]:
        """Whoever speaks in the first person; nobody says «we» and names himself beside it."""
        speaker = self.speaker_at(match.i) or unknown_speaker(self.sentence, match.i, self.page)
        named = self.matcher.parties(self.sentence, match, recipient_slots, self.page)[0]
        return (speaker,) if speaker is not None and not same_party(speaker, named) else ()

    def _blamed(
        self, match: Match, deed: Match, actors: tuple[Found, ...]
    ) -> tuple[tuple[Found, ...], str | None]:
        """Who did what is condemned or hailed; whoever suffered it is not blamed."""
        if doers := tuple(f for f in self._parties(deed)[0] if not same_party(f, actors)):
            return doers, "the doer of what is judged"
        slots = [s for s in match.frame.recipient[match.kind] if s in ("by", "in", "from")]
        return self.matcher.parties(self.sentence, match, slots, self.page, besides=actors)

    def _marchers(
        self, match: Match, actors: tuple[Found, ...], slot: str | None
    ) -> tuple[tuple[Found, ...], str | None]:
        """Who protests where nobody known is named: the crowd, or the people of the place."""
        resolver = self.matcher.resolver
        taken = {*self.matches, *self.matcher.conditioned(self.sentence, match)}
        if marching := crowd(resolver, self.sentence, match, taken, self.page):
            if self.sentence.lang == "en":
                marching = placed(resolver, self.sentence, match, marching)
            return marching, "subj"
        people = people_here(resolver, self.sentence, match, self.page) if not actors else ()
        return (people, "the people of the place") if people else (actors, slot)

    def _doers(self, match: Match) -> tuple[tuple[Found, ...], str | None]:
        """The parties of the first actor role that holds more than things: a march does nothing."""
        slots = match.frame.actor[match.kind]
        if match.kind == "noun" and {"poss", "gen"} <= set(slots):
            # «sa démission du gouvernement»: whose it is stands before it
            slots = ("poss", *(s for s in slots if s != "poss"))
        while slots:
            found, slot = self.matcher.parties(self.sentence, match, slots, self.page)
            manned = (crewed(f, match.frame.act) for f in found)
            doers = tuple(f for f in manned if not (f.thing and f.party.sector == "CVL"))
            if doers or slot is None:
                return doers, slot
            slots = slots[slots.index(slot) + 1 :]
        return (), None

    def _apart_from(
        self, match: Match, actors: tuple[Found, ...]
    ) -> tuple[tuple[Found, ...], str | None]:
        """Recipients that stand outside the act's own complements."""
        frame = match.frame
        act = Undergone(self.sentence, match, self.matcher, self.page, self.matches, actors)
        if (near := reached(act))[0]:
            return near
        aimed = frame.act in _AIMED and frame.mode != "resign"
        if is_undergone(act) or (match.kind == "verb" and not frame.recipient["verb"]):
            aimed = False  # the frame says that there is none, or he is told
        if aimed and (not frame.inner or frame.act is EventType.REQUEST):
            if found := further(act):
                return found, _FURTHER
        found = outside(act)
        return found, "the clause around it" if found else None

    def _trails(self, match: Match) -> bool:
        """ "said it was not for sale, **rebuffing** the offer": a participle behind what somebody said."""
        token = self.sentence.tokens[match.i]
        said = self.sentence.tokens[token.head].dep == "comp"
        return token.dep == "advcl" and said and token.lower.endswith("ing")

    def _above(self, match: Match, recipients: tuple[Found, ...]) -> tuple[Found, ...]:
        """A participle that hangs on a thing: "led a ceremony welcoming troops", the leader does."""
        token = self.sentence.tokens[match.i]
        if match.frame.act in _WORDS and self._trails(match):
            speaker = self.speaker_at(match.i)
            return (speaker,) if speaker is not None else ()
        if token.dep != "acl" or not may_be_done_above(self.sentence, match):
            return ()
        for above in self.sentence.above(match.i):
            if self.sentence.is_verb(above.i):
                found = [
                    party
                    for i in self.sentence.surface_subject(above.i)
                    if (party := self.matcher.resolver.resolve(self.sentence, i, self.page))
                ]
                return tuple(f for f in found if not same_party(f, recipients))
        return ()

    def _governed(
        self,
        match: Match,
        how: Told,
        actors: tuple[Found, ...],
        recipients: tuple[Found, ...],
    ) -> Draft | None:
        """An act below «promettre de», "urge to", « menacer de »."""
        governor = how.governor
        assert governor is not None
        owners, targets, slots = self._parties(governor)
        outer = self.told.get(governor.i)
        if outer is not None and outer.absorbed and self.sentence.lang == "fr":
            return None  # «pour inciter le parti à s'allier», «l'idée de lui demander de …»
        act, inner = match.frame.act, how.inner
        # who is to be freed is not asked: "demanded their release"
        freed = act is EventType.RETREAT and all(f.via == "pronoun" for f in targets)
        of_the_act = (bool(actors) or freed) and all(_shares_words(f, recipients) for f in targets)
        if (slots[1] == _FURTHER and (actors or inner == "requested")) or of_the_act:
            targets = ()  # "demanded the withdrawal of X from Y" asks X
        forced = act is EventType.RETREAT and is_driven(self.sentence, governor.i)
        if inner == "requested" and forced and (outer is None or outer.modality == "happened"):
            return self._made(
                match, how, act, Modality.HAPPENED, targets or actors, (), slots=slots
            )
        if inner == "requested":
            if outer is not None and outer.negated and outer.inner is None:
                return None  # "has not asked for help"
            asked = targets or tuple(f for f in actors if not same_party(f, owners))
            if match.frame.two_way or act is EventType.REQUEST:
                # «pidió una reunión con X», «reclamó: "instamos a X a …"» ask X
                asked = asked or tuple(f for f in recipients if not same_party(f, owners))
            if not owners and not asked and not self.relaxed:
                return None
            if outer is not None and (outer.inner == "refused" or outer.modality == "refused"):
                # "rejected a call by X to disarm": who rejects does it to who called
                refusers = self._parties(outer.governor)[0] if outer.governor else asked
                return self._made(
                    match, how, EventType.REJECT, Modality.REFUSED, refusers, owners,
                    mode=_ASKED.get(act, "change"), slots=slots, outer=outer,
                )  # fmt: skip
            return self._made(
                match, how, EventType.REQUEST, Modality.REQUESTED, owners, asked,
                mode=_ASKED.get(act, "change"), slots=slots, outer=outer,
            )  # fmt: skip
        if inner == "intended" and outer is not None and outer.inner == "refused":
            # "rejected an offer by X to host talks": likewise
            refusers = self._parties(outer.governor)[0] if outer.governor else ()
            if refusers and owners and not same_party(owners[0], refusers):
                return self._made(
                    match, how, EventType.REJECT, Modality.REFUSED, refusers, owners,
                    mode=_ASKED.get(act, "change"), slots=slots, outer=outer,
                )  # fmt: skip
        doers = owners or actors
        warned = tuple(f for f in targets if not same_party(f, doers))
        done_to = recipients or warned
        if inner == "threatened" and slots[1] == "obj" and warned:
            done_to = warned  # "warned Chad against arming Mali"
        done_to = tuple(f for f in done_to if not same_party(f, doers, shifted=True))
        if not done_to and recipients:  # "offered to host Chad"
            done_to = tuple(f for f in actors if not same_party(f, doers))
        if not doers and not done_to and not self.relaxed:
            return None
        marked = str(inner)
        if how.modality in _ENDING and (inner == "intended" or act in _HOSTILE):
            marked = _ENDING[how.modality]  # "pledged to stop kidnapping", "swore not to attack"
        elif inner == "threatened":
            if outer is not None and outer.modality == "refused":
                return None
            return self._made(
                match, how, EventType.THREATEN, Modality.INTENDED, doers, done_to,
                mode=_THREATENED.get(act), slots=slots, outer=outer,
            )  # fmt: skip
        if (
            inner == "refused"
            and match.kind == "noun"
            and (act in _WORDS or act is EventType.AGREE)
        ):
            # "rejected the criticism of Chad": it is Chad who is rejected
            done_to = tuple(f for f in actors if not same_party(f, doers)) or done_to
            refused = (EventType.REJECT, Modality.REFUSED)
            return self._made(match, how, *refused, doers, done_to, slots=slots, outer=outer)
        if act is EventType.MOBILIZE and governor.frame.id in ("agree.offer", "agree.agree"):
            act = EventType.AID  # troops that are offered or agreed on are help
        if outer is not None:
            marked = {
                ("intended", "not"): "refused", ("intended", "refused"): "refused",
                ("refused", "not"): "intended", ("intended", "hypothetical"): "hypothetical",
                ("intended", "would"): "intended", ("refused", "hypothetical"): "hypothetical",
                ("stopped", "intended"): "intended-stop", ("stopped", "would"): "intended-stop",
                ("stopped", "hypothetical"): "hypothetical", ("stopped", "not"): "refused-stop",
                ("stopped", "refused"): "refused-stop", ("stopped", "requested"): "requested",
                ("intended", "denied"): "denied", ("denied", "not"): "happened",
            }.get((marked, outer.modality), marked)  # fmt: skip
        if inner == "intended" and act in _WORDS and governor.frame.act is EventType.AGREE:
            return None  # «acordaron aplazar la cita»: the accord is the event
        outcome = self._resolve(act, marked)
        return self._made(
            match, how, *outcome, doers, done_to, slots=slots, outer=outer,
            joint=governor.frame.two_way and len(doers) > 1 and not done_to,
        )  # fmt: skip

    def _obliged(
        self,
        match: Match,
        how: Told,
        actors: tuple[Found, ...],
        slots: tuple[str | None, str | None],
    ) -> Draft | None:
        """ "Israel must withdraw, X said": X asks it of Israel; without a speaker it is opinion."""
        speaker = self.speaker_at(match.i)
        if speaker is None or match.frame.act in _WORDS:
            return None
        asked = tuple(f for f in actors if not same_party(f, (speaker,)))
        if not asked:
            return None
        return self._made(
            match, replace(how, modality="requested"), EventType.REQUEST, Modality.REQUESTED,
            (speaker,), asked, mode=_ASKED.get(match.frame.act, "change"), slots=slots,
        )  # fmt: skip

    def _outcome(
        self, match: Match, how: Told, has_actor: bool
    ) -> tuple[EventType, Modality] | None:
        """Type and modality of an act that no frame governs; None where nothing is to be coded."""
        act, frame = match.frame.act, match.frame
        modality = how.modality
        if modality == "void":
            return None
        if modality == "attempted":  # who seeks to talk has not talked; who tries to kill attacks
            modality = "intended" if act in _COOPERATIVE else "happened"
        if modality == "not":
            if act in _WORDS or act is EventType.PROTEST:
                return None
            modality = "refused" if act in _COOPERATIVE and has_actor else "denied"
            if modality == "denied" and self.speaker_at(match.i) is None:
                return None  # a denial is somebody's
        if modality == "refused" and how.negated and act in _WORDS:
            return None  # «no será juzgado», "will not criticise" say that nothing is said
        said = act in _WORDS or (act is EventType.SUPPORT and not frame.two_way)
        if "purpose" in how.route and said:
            modality = "happened"  # «a profité de l'occasion pour critiquer»
        if act is EventType.SUPPORT and modality in ("intended", "would"):
            if self.sentence.lang == "en" and in_first_person(self.sentence, match):
                modality = "happened"  # "we want to thank", "I would like to praise" do it
        if modality == "would":
            offered = (
                act in _COOPERATIVE | _WORDS and self.sentence.lang != "fr"
            )  # «agiraient» is hearsay
            modality = "intended" if offered else "hypothetical"
        if frame.modality is not None and modality in ("happened", "intended"):
            return self._resolve(act, str(frame.modality))
        if modality in ("happened", "intended") and act in DEFAULT_MODALITY:
            return act, DEFAULT_MODALITY[act]
        return self._resolve(act, modality)

    def _resolve(self, act: EventType, modality: str) -> tuple[EventType, Modality]:
        """The rule of the ontology, with an act really ended told as happened."""
        if modality == "intended-stop":
            ended = self.ontology.type_of(act, STOPPED)
            return self.ontology.type_of(ended, Modality.INTENDED), Modality.INTENDED
        if modality == "refused-stop":
            return EventType.REJECT, Modality.REFUSED
        event_type = self.ontology.type_of(act, modality)
        if modality == STOPPED:
            return event_type, Modality.HAPPENED
        return event_type, Modality(modality)

    def _made(
        self,
        match: Match,
        how: Told,
        event_type: EventType,
        modality: Modality,
        actors: tuple[Found, ...],
        recipients: tuple[Found, ...],
        *,
        mode: str | None = None,
        alleged_by: tuple[Found, ...] = (),
        slots: tuple[str | None, str | None] = (None, None),
        outer: Told | None = None,
        joint: bool = False,
    ) -> Draft | None:
        frame = match.frame
        recipients = tuple(f for f in recipients if may_undergo(f, event_type))
        mutual = match.kind == "verb" and self.sentence.is_reciprocal(match.i)
        one_sided = event_type not in (frame.act, EventType.AGREE)
        if one_sided and event_type is EventType.REJECT:
            one_sided = bool(recipients)  # talks that collapse fail both sides
        two_way = mutual or joint or (frame.two_way and not one_sided)
        if one_sided_yet(self.sentence, actors, recipients):
            two_way = False
        if two_way:
            actors, recipients = joined(actors, recipients), ()
            if len(actors) < 2 and frame.needs == "both" and not self.relaxed:
                return None
        nobody = not any(f.political for f in (*actors, *recipients))
        if event_type is EventType.PROTEST and any(f.via == "bare" for f in actors):
            nobody = False  # whoever marches or fasts protests, known or not
        nobody = nobody and not by_pronoun(event_type, (*actors, *recipients), self.page)
        if nobody and frame.needs != "none" and not self.relaxed:
            return None
        if mode is None:
            if event_type is frame.act:
                mode = frame.mode
            elif event_type is EventType.THREATEN:
                mode = _THREATENED.get(frame.act)
            elif event_type in (EventType.REQUEST, EventType.REJECT):
                mode = _ASKED.get(frame.act, "change")
        if mode is not None and mode not in self.ontology.types[event_type].modes:
            mode = None
        trigger = self.sentence.tokens[match.i].text
        route = [f"frame {frame.id} ({match.pattern.text})", f"at «{trigger}»"]
        if slots[0]:
            route.append(f"actor in {slots[0]}")
        if slots[1]:
            route.append(f"recipient in {slots[1]}")
        route += how.route
        if outer is not None:
            route += outer.route
        return Draft(
            match=match, type=event_type, act=frame.act, mode=mode, modality=modality,
            actors=actors, recipients=recipients, told=how, two_way=two_way, alleged_by=alleged_by,
            why="; ".join(route),
        )  # fmt: skip


def _shares_words(found: Found, others: tuple[Found, ...]) -> bool:
    """Whether it stands in the same words as one of the others."""
    mine = found.party
    return any(mine.start < f.party.end and f.party.start < mine.end for f in others)
