"""Near copies: reports that say the same in nearly the same words, as agency texts do.

MinHash (Broder 1997) from the library `datasketch` makes a signature of the five-word shingles of
a report; the share of equal values in two signatures estimates the Jaccard likeness of their
shingles. Pairs worth comparing are found by banding (locality-sensitive hashing: Leskovec,
Rajaraman, Ullman, *Mining of Massive Datasets*, chapter 3), with numpy's sort in the place of hash
tables, so that ten million signatures need their own 2.5 GB and little more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VALUES = 64
"""Values of a signature: an estimate of 0.85 has a standard deviation of 0.045."""

_BANDS = 16
_LIKE = 0.85
"""Likeness from which a report is a copy: a changed headline and a cut last paragraph of ten keep
it, a second text about the same event does not come near it."""

_SHINGLE = 5
_DAYS = 3
"""Days within which a copy appears; the same words a year later tell of another day."""

_SEED = 1
_WORD = re.compile(r"\w+")


def signature(text: str) -> bytes:
    """The MinHash of a text, as bytes; of none, empty.

    >>> len(signature("Ankara has sent doctors to Tripoli, the ministry said.")), signature("…")
    (256, b'')
    """
    from datasketch import MinHash

    words = _WORD.findall(text.casefold())
    if not words:
        return b""
    last = max(1, len(words) - _SHINGLE + 1)
    shingles = {" ".join(words[n : n + _SHINGLE]) for n in range(last)}
    made = MinHash(num_perm=VALUES, seed=_SEED)
    made.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in sorted(shingles)])
    raw: bytes = made.hashvalues.astype("<u4").tobytes()
    return raw


def copies_of(signatures: Sequence[bytes], days: Sequence[str | None]) -> list[int]:
    """For each report the first one that it is a copy of, or itself.

    Args:
        signatures: one a report, from `signature`.
        days: the ISO day of each, or None; copies lie at most three days apart.

    Returns:
        As many places, each at most its own.

    >>> one, other = signature("Oslo invites both camps to talks."), signature("Rain in Lima today.")
    >>> copies_of([one, other, one, one], [None, None, None, None])
    [0, 1, 0, 0]
    >>> copies_of([one, one], ["2019-05-30", "2020-05-30"])
    [0, 1]
    """
    import numpy as np

    whole = np.array([n for n, one in enumerate(signatures) if one], dtype=np.int64)
    first = list(range(len(signatures)))
    if not len(whole):
        return first
    values = np.frombuffer(b"".join(signatures[n] for n in whole), dtype="<u4")
    values = values.reshape(-1, VALUES)
    told = np.array([_ordinal(days[n]) for n in whole], dtype=np.int64)
    earlier = _earliest_likes(values, told)
    for here in range(len(whole)):
        there = int(earlier[here])
        if there == here:
            continue
        root = int(np.searchsorted(whole, first[whole[there]]))
        # What is like a copy is not always like what that one copies.
        chosen = next((one for one in (root, there) if _like(values, told, here, one)), here)
        if chosen == root or first[whole[chosen]] == whole[chosen]:
            first[whole[here]] = int(whole[chosen])
    return first


def _earliest_likes(values: NDArray[np.uint32], days: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each signature the earliest one that is like it among those that share a band."""
    import numpy as np

    number = len(values)
    own = np.arange(number)
    earliest = own.copy()
    width = VALUES // _BANDS
    for band in range(_BANDS):
        part = np.ascontiguousarray(values[:, band * width : (band + 1) * width])
        keys = part.view([("", part.dtype)] * width).ravel()
        order = np.argsort(keys, kind="stable")
        fresh = np.ones(number, dtype=bool)
        fresh[1:] = keys[order][1:] != keys[order][:-1]
        head = order[np.maximum.accumulate(np.where(fresh, own, 0))]
        before = np.where(fresh, order, np.roll(order, 1))
        for other in (head, before):
            worth = np.flatnonzero(other < earliest[order])
            mine, theirs = order[worth], other[worth]
            good = (values[mine] == values[theirs]).mean(axis=1) >= _LIKE
            good &= _near(days[mine], days[theirs])
            earliest[mine[good]] = theirs[good]
    return earliest


def _like(values: Any, days: Any, one: int, other: int) -> bool:
    return bool(
        (values[one] == values[other]).mean() >= _LIKE
        and _near(days[one : one + 1], days[other : other + 1])[0]
    )


def _near(some: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
    import numpy as np

    near: NDArray[np.bool_] = (np.abs(some - others) <= _DAYS) | (some == 0) | (others == 0)
    return near


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0
