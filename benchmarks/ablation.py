"""What each layer of rules is worth: the figures of docs/accuracy.md with one of them left out.

    python benchmarks/ablation.py GOLD_FOLDER
    python benchmarks/ablation.py GOLD_FOLDER --without silence

Without --without every part is left out in turn, which takes a minute for each.
"""

from __future__ import annotations

import inspect
import runpy
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import click

from statuquo.events import Coder, EventType, Ontology, coder, drafting
from statuquo.language import dependencies, repairs, views

_ACCURACY = runpy.run_path(str(Path(__file__).with_name("accuracy.py")))


@contextmanager
def nothing() -> Iterator[Coder]:
    """All rules as they are."""
    yield Coder()


@contextmanager
def yielding() -> Iterator[Coder]:
    """Yielding that is only intended is CONCEDE, not AGREE."""
    ontology = Ontology.load()
    rule = dict(ontology._rule)
    for act in (EventType.CONCEDE, EventType.RETREAT):
        rule[act, "intended"] = EventType.CONCEDE
    yield Coder(ontology=replace(ontology, _rule=rule))


@contextmanager
def parse_repairs() -> Iterator[Coder]:
    """The parse of the French and Spanish models is taken as it comes."""
    with ExitStack() as stack:
        for module in (dependencies, views):
            for name, value in inspect.getmembers(module, inspect.isfunction):
                if value.__module__ == repairs.__name__ or name == "mend_spanish":
                    stack.enter_context(patch.object(module, name, lambda *_, **__: None))
        yield Coder()


@contextmanager
def below() -> Iterator[Coder]:
    """No recipients from below the complements."""
    with patch.object(drafting, "further", lambda *_: ()):
        yield Coder()


@contextmanager
def silence() -> Iterator[Coder]:
    """Whatever a frame finds is coded."""
    with patch.object(coder, "silent", lambda *_: False):
        yield Coder()


@contextmanager
def recasing() -> Iterator[Coder]:
    """Sentences in capitals are parsed as they stand."""
    with patch.object(Coder, "_recased", lambda _, text, __: text):
        yield Coder()


PARTS: dict[str, Callable[[], AbstractContextManager[Coder]]] = {
    "nothing": nothing,
    "yielding as AGREE": yielding,
    "repairs of the parse": parse_repairs,
    "recipients from below": below,
    "silence": silence,
    "recasing": recasing,
}


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--without", type=click.Choice(list(PARTS)), help="Leave out this part alone.")
def ablation(folder: Path, without: str | None) -> None:
    line_of, columns = _ACCURACY["line_of"], _ACCURACY["COLUMNS"]
    print(line_of(["without", *(column for column, _, _ in columns)]))
    print(line_of(["---"] * (len(columns) + 1)))
    for name in [without] if without else PARTS:
        with PARTS[name]() as changed:
            print(line_of([name, *_ACCURACY["cells_of"](changed, folder)]), flush=True)


if __name__ == "__main__":
    ablation()
