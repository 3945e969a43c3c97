"""Feed bytes to the doors of statuquo until one does not hold (docs/reliability.md, "Fuzzing").

    python fuzz/run.py desk --seconds 120

What breaks a door lies under ``fuzz/found`` afterwards, with the trace above it on the screen. Mend
it, make it small, and keep it as ``tests/reliability/finds/DOOR/what-it-is``: ordinary tests put
everything there through.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[1]
FINDS = ROOT / "tests" / "reliability" / "finds"
FOUND = Path(__file__).resolve().parent / "found"

sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]


@click.command()
@click.argument("door")
@click.option("--seconds", default=60, show_default=True, help="How long.")
@click.option("--longest", default=4096, show_default=True, help="The most bytes to try.")
def main(door: str, seconds: int, longest: int) -> None:
    """Try one DOOR of tests/reliability/holding.py; `list` names them."""
    import atheris

    with atheris.instrument_imports(include=["statuquo"]):
        # What is imported where it is used would else be met for the first time inside.
        import statuquo.events.lexicon
        import statuquo.language
        import statuquo.reports.files
        import statuquo.web.desk  # noqa: F401
        from reliability.holding import DOORS

    if door == "list":
        click.echo(" ".join(DOORS))
        return
    if door not in DOORS:
        raise click.BadParameter(f"there is no {door!r}; there are {', '.join(DOORS)}")
    seeds, corpus = FINDS / door, FOUND / door / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    arguments = [
        str(corpus),
        *([str(seeds)] if seeds.is_dir() else []),
        f"-max_total_time={seconds}",
        f"-max_len={longest}",
        f"-artifact_prefix={FOUND / door}/",
        "-timeout=20",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *arguments], DOORS[door])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
