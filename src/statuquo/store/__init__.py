"""Where reports and their coding are kept: an SQLite file, or PostgreSQL.

with Store.open("crisis.sqlite") as store:
    for coded in coder.stream(reports):
        store.add(coded)
    crisis = statuquo.crisis.build(store.coded())
"""

from statuquo.store.counts import Counts
from statuquo.store.database import Store

__all__ = ["Counts", "Store"]
