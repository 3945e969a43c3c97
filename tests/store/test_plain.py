"""Records to plain values and back, by their annotations alone."""

from dataclasses import dataclass

import pytest

from statuquo.events.record import Event
from statuquo.store.plain import from_plain, to_plain

from .samples import event


def test_an_event_is_stored_as_it_is_printed():
    assert to_plain(event()) == event().to_dict()


@dataclass(frozen=True, kw_only=True)
class Older:
    name: str


@dataclass(frozen=True, kw_only=True)
class Newer:
    name: str
    weight: float | None = None
    marks: tuple[str, ...] = ("none",)


def test_a_field_that_came_later_takes_its_default():
    assert from_plain(Newer, to_plain(Older(name="a"))) == Newer(name="a")


def test_a_field_of_a_later_version_is_left_out():
    assert from_plain(Older, to_plain(Newer(name="a", weight=2.0))) == Older(name="a")


@pytest.mark.parametrize("change", [{"type": "AIDE"}, {"actors": 3}, {"evidence": None}])
def test_damage_is_not_read_as_if_it_were_whole(change: dict[str, object]):
    with pytest.raises((TypeError, ValueError)):
        from_plain(Event, {**event().to_dict(), **change})


def test_a_missing_field_without_default_is_damage():
    data = event().to_dict()
    del data["why"]
    with pytest.raises(TypeError, match="why"):
        from_plain(Event, data)
