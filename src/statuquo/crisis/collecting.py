"""Python's garbage collector, put off while a picture is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """While it lasts, Python does not look for cycles of values that nobody holds any more.

    A picture is made of hundreds of thousands of values, none of which holds itself; to go through all of
    them again and again takes as long as to make them. What nobody holds is given back at once all the
    same. One within another ends with the outer; of two threads, the first to end ends it for both.

    >>> with no_collecting():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
