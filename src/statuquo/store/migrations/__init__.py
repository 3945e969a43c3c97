"""The steps from one shape of the tables to the next, in Alembic's form."""
