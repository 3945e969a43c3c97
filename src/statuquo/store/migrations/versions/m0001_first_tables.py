"""Reports, and all that is found in them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "reports",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("given_lang", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("source", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("cleaned", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_reports"),
        sa.UniqueConstraint("fingerprint", name="uq_reports_fingerprint"),
        sa.UniqueConstraint("id", "version", name="uq_reports_id_version"),
    )
    op.create_index("ix_reports_date", "reports", ["date"])
    op.create_table(
        "agreements",
        sa.Column("report_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("date", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("signed", sa.Text()),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_key"], ["reports.key"], name="fk_agreements_report_key", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_key", "position", name="pk_agreements"),
    )
    op.create_index("ix_agreements_date", "agreements", ["date"])
    op.create_index("ix_agreements_id", "agreements", ["id"])
    op.create_table(
        "events",
        sa.Column("report_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("date", sa.Text()),
        sa.Column("date_from", sa.Text()),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("quad", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("place_country", sa.Text()),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_key"], ["reports.key"], name="fk_events_report_key", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_key", "position", name="pk_events"),
    )
    op.create_index("ix_events_date", "events", ["date"])
    op.create_index("ix_events_id", "events", ["id"])
    op.create_index("ix_events_type", "events", ["type"])
    op.create_table(
        "statements",
        sa.Column("report_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("date", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("sector", sa.Text()),
        sa.Column("quoted", sa.Boolean(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_key"], ["reports.key"], name="fk_statements_report_key", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_key", "position", name="pk_statements"),
    )
    op.create_index("ix_statements_country_sector", "statements", ["country", "sector"])
    op.create_index("ix_statements_date", "statements", ["date"])
    op.create_index("ix_statements_entity_id", "statements", ["entity_id"])
    op.create_index("ix_statements_id", "statements", ["id"])
    op.create_table(
        "talks",
        sa.Column("report_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("date", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_key"], ["reports.key"], name="fk_talks_report_key", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_key", "position", name="pk_talks"),
    )
    op.create_index("ix_talks_date", "talks", ["date"])
    op.create_index("ix_talks_id", "talks", ["id"])
    op.create_table(
        "verdicts",
        sa.Column("report_key", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("date", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_key"], ["reports.key"], name="fk_verdicts_report_key", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_key", "position", name="pk_verdicts"),
    )
    op.create_index("ix_verdicts_date", "verdicts", ["date"])
    op.create_index("ix_verdicts_id", "verdicts", ["id"])
    op.create_table(
        "parties",
        sa.Column("report_key", sa.Integer(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("sector", sa.Text()),
        sa.ForeignKeyConstraint(
            ["report_key", "event"],
            ["events.report_key", "events.position"],
            name="fk_parties_report_key_event",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report_key", "event", "role", "position", name="pk_parties"),
    )
    op.create_index("ix_parties_country_sector", "parties", ["country", "sector"])
    op.create_index("ix_parties_entity_id", "parties", ["entity_id"])


def downgrade() -> None:
    """Drop them, children before parents."""
    for table in ("parties", "verdicts", "talks", "statements", "events", "agreements", "reports"):
        op.drop_table(table)
