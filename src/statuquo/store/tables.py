"""The tables. A change here needs a migration beside it (``migrations/versions/``).

    reports ─┬─ events ── parties
             ├─ statements
             ├─ agreements
             ├─ talks
             └─ verdicts
    crises
    corrections
    feeds, feed_items

Each finding is kept twice: the columns that people filter by, and ``record``, the whole of it as
JSON. The columns are copies for queries; the record is what is read back. A crisis is a selection of
reports and holds none of them. A correction names its report by the report's own id, which newer
versions of the report keep.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

VERSION_TABLE = "statuquo_version"
"""Where Alembic notes the migration that a database is at."""

_ESCAPE = "\x1ajson:"


class Words(TypeDecorator[str]):
    """Text of any characters whatever.

    Neither database takes lone surrogates and PostgreSQL takes no NUL, and both turn up in text
    that was wrongly decoded somewhere upstream. Such text, and it alone, is kept as JSON escapes
    behind a mark.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Escape what the database would refuse."""
        if value is None or (_storable(value) and not value.startswith(_ESCAPE)):
            return value
        return _ESCAPE + json.dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Undo `process_bind_param`."""
        if value is None or not value.startswith(_ESCAPE):
            return value
        text: str = json.loads(value.removeprefix(_ESCAPE))
        return text


def write_json(value: Any) -> str:
    """JSON with its accents readable, or escaped where it holds what UTF-8 cannot write.

    >>> write_json({"name": "Zaïomski"})
    '{"name": "Zaïomski"}'
    """
    text = json.dumps(value, ensure_ascii=False)
    return text if _storable(text) else json.dumps(value)


def _storable(text: str) -> bool:
    try:
        return b"\0" not in text.encode("utf-8")
    except UnicodeEncodeError:
        return False


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

reports = Table(
    "reports",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Words, nullable=False),
    # 1, 2, … as texts under one id are corrected; the newest alone is `current`.
    Column("version", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("lang", Text, nullable=False),
    Column("given_lang", Text),
    Column("date", Words),
    Column("title", Words),
    Column("outlet", Words),
    Column("url", Words),
    Column("source", Words),
    Column("text", Words, nullable=False),
    Column("cleaned", Words, nullable=False),
    UniqueConstraint("id", "version"),
    UniqueConstraint("fingerprint"),
    Index(None, "date"),
)


def _finding(name: str, *columns: Column[Any] | Index) -> Table:
    """A table of what was found in reports: whose it is, its place there, filters, the record."""
    return Table(
        name,
        metadata,
        Column("report_key", ForeignKey("reports.key", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("id", Words, nullable=False),
        Column("date", Words),
        *columns,
        Column("record", JSON, nullable=False),
        Index(None, "id"),
        Index(None, "date"),
    )


events = _finding(
    "events",
    Column("date_from", Text),
    Column("type", Text, nullable=False),
    Column("mode", Words),
    Column("quad", Words, nullable=False),
    Column("score", Float, nullable=False),
    Column("act", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("place", Words),
    Column("place_country", Words),
    Column("confidence", Float, nullable=False),
    Column("version", Words, nullable=False),
    Index(None, "type"),
)

parties = Table(
    "parties",
    metadata,
    Column("report_key", Integer, primary_key=True),
    Column("event", Integer, primary_key=True),
    Column("role", Text, primary_key=True),  # actor, recipient or speaker
    Column("position", Integer, primary_key=True),
    Column("name", Words, nullable=False),
    Column("entity_id", Words),
    Column("country", Words),
    Column("sector", Words),
    ForeignKeyConstraint(
        ["report_key", "event"], ["events.report_key", "events.position"], ondelete="CASCADE"
    ),
    Index(None, "entity_id"),
    Index(None, "country", "sector"),
)

statements = _finding(
    "statements",
    Column("name", Words, nullable=False),  # the speaker
    Column("entity_id", Words),
    Column("country", Words),
    Column("sector", Words),
    Column("quoted", Boolean, nullable=False),
    Index(None, "country", "sector"),
    Index(None, "entity_id"),
)

agreements = _finding(
    "agreements",
    Column("kind", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("signed", Words),
)

talks = _finding(
    "talks",
    Column("state", Words, nullable=False),
    Column("outcome", Words),
    Column("place", Words),
)

verdicts = _finding(
    "verdicts",
    Column("kind", Words, nullable=False),
    Column("modality", Text, nullable=False),
)

crises = Table(
    "crises",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Words, nullable=False),
    Column("record", JSON, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("report_id", Words, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undone", Text),  # when it was taken back; the row stays
    Column("undone_by", Words),
    Column("record", JSON, nullable=False),
    UniqueConstraint("id"),
    Index(None, "report_id"),
)

feeds = Table(
    "feeds",
    metadata,
    Column("digest", Text, primary_key=True),  # of the address
    Column("url", Words, nullable=False),
    Column("record", JSON, nullable=False),
)

feed_items = Table(
    "feed_items",
    metadata,
    Column("digest", Text, primary_key=True),  # of the item's key
    Column("feed", Words, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("record", JSON, nullable=False),
    Index(None, "feed", "outcome"),
)
