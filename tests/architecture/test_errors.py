"""Errors survive the way between processes."""

import pickle

import pytest

from statuquo import errors
from statuquo.errors import DataError, InputError, StatuquoError

FAMILY = [
    value
    for value in vars(errors).values()
    if isinstance(value, type) and issubclass(value, Exception)
]


@pytest.mark.parametrize("kind", FAMILY, ids=lambda kind: kind.__name__)
def test_every_error_pickles(kind: type[StatuquoError]):
    error = kind("what is wrong; what to do")
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind
    assert str(back) == str(error)
    assert vars(back) == vars(error)


@pytest.mark.parametrize(
    "error",
    [InputError("is empty", source="a.txt"), DataError("unknown", file="aid.toml", line=3)],
)
def test_where_it_was_survives_too(error: StatuquoError):
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_the_tree_in_the_docstring_is_the_tree():
    for kind in FAMILY:
        assert kind.__name__ in (errors.__doc__ or ""), f"draw {kind.__name__} in errors.py"
        assert issubclass(kind, StatuquoError)
