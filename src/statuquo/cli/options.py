"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from statuquo.reports.model import LANGUAGES

DEBUG = "--debug"
STORE_VARIABLE = "STATUQUO_STORE"
DEFAULT_STORE = "statuquo.sqlite"

debug_option = click.option(
    DEBUG,
    is_flag=True,
    expose_value=False,
    help="Show the traceback of an error and the messages of the libraries.",
)
lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Language of the reports that do not tell theirs; found out by default.",
)
quiet_option = click.option(
    "--quiet",
    "-q",
    is_flag=True,
    help="No progress and no summary; what is set aside is still told.",
)
store_option = click.option(
    "--store",
    metavar="FILE|URL",
    envvar=STORE_VARIABLE,
    help=f"SQLite file or postgresql:// URL; ${STORE_VARIABLE} or {DEFAULT_STORE} by default.",
)


class Output(click.ParamType[Path]):
    """A file to write, found to be writable before any work is done.

    Args:
        folders: whether it may be a folder, there or still to be made, written with a slash.
    """

    name = "file"

    def __init__(self, *, folders: bool = False) -> None:
        self._folders = folders

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Check that the file can be made or written."""
        path = Path(value)
        if self._folders and (path.is_dir() or str(value).endswith("/")):
            path.mkdir(parents=True, exist_ok=True)
            return path
        if path.is_dir():
            self.fail(f"{path} is a folder; name a file in it.", param, ctx)
        if not path.parent.is_dir():
            self.fail(f"the folder {path.parent} does not exist; make it first.", param, ctx)
        is_new = not path.exists()
        try:
            path.open("a").close()
        except OSError as error:
            self.fail(f"{path} cannot be written ({error.strerror}); choose another place.")
        if is_new:
            path.unlink()
        return path
