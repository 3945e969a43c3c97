"""Every error that statuquo raises on purpose, in one tree.

    StatuquoError
    ├── InputError            a report cannot be read (file, encoding, page without text, URL)
    │   ├── UnknownLanguage   the text is in none of the languages that statuquo reads
    │   └── FetchError        a URL could not be fetched
    ├── DataError             our own data (lexicon, registry, ontology) is wrong: file, line, remedy
    ├── ModelError            a language model is missing or cannot be loaded
    └── StoreError            the database is missing, damaged, read-only or of another kind

Each message says what happened, where, and what to do. All of them survive pickling, since reports
are coded in worker processes.
"""

from functools import partial


class StatuquoError(Exception):
    """Base of the family; its text is one sentence for the user."""


class InputError(StatuquoError):
    """A report that cannot be read.

    Args:
        message: what is wrong and what to do.
        source: the file, URL or line it came from, named in front of the message.

    >>> str(InputError("is empty; nothing to read", source="a.txt"))
    'a.txt: is empty; nothing to read'
    """

    def __init__(self, message: str, source: str | None = None) -> None:
        super().__init__(message, source)
        self.message = message
        self.source = source

    def __str__(self) -> str:
        return f"{self.source}: {self.message}" if self.source else self.message


class UnknownLanguage(InputError):
    """The text is in none of the languages that statuquo reads."""


class FetchError(InputError):
    """A URL could not be fetched.

    Args:
        message: what is wrong and what to do.
        source: the address.
        status: what the server answered, or None when it did not.
        retry_after: seconds after which the server says to try again, or None.
    """

    def __init__(
        self,
        message: str,
        source: str | None = None,
        *,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, source)
        self.status = status
        self.retry_after = retry_after

    def __reduce__(self) -> tuple[object, ...]:
        told = partial(type(self), status=self.status, retry_after=self.retry_after)
        return told, (self.message, self.source)


class DataError(StatuquoError):
    """An entry of the lexicon, the registry or the ontology is wrong.

    Args:
        message: what is wrong and how to mend it.
        file: the data file.
        line: its line, from 1, or None when the whole file is at fault.

    >>> str(DataError("unknown act 'ADI'; did you mean 'AID'?", file="aid.toml", line=12))
    "aid.toml:12: unknown act 'ADI'; did you mean 'AID'?"
    """

    def __init__(self, message: str, file: str | None = None, line: int | None = None) -> None:
        super().__init__(message, file, line)
        self.message = message
        self.file = file
        self.line = line

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{where}: {self.message}" if where else self.message


class ModelError(StatuquoError):
    """A language model is missing or cannot be loaded."""


class StoreError(StatuquoError):
    """The database is missing, damaged, read-only or of another kind."""
