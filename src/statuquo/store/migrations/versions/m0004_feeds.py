"""Feeds: what is known of each that is watched, and of what was in it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "feeds",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_feeds"),
    )
    op.create_table(
        "feed_items",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_feed_items"),
    )
    op.create_index("ix_feed_items_feed_outcome", "feed_items", ["feed", "outcome"])


def downgrade() -> None:
    """Drop them; the reports that came by feeds stay."""
    op.drop_table("feed_items")
    op.drop_table("feeds")
