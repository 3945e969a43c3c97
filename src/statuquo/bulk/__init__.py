"""Whole archives: corpora coded by several processes, or a cluster, into Parquet.

    from statuquo.bulk import LocalEngine, Settings, code_corpus

    for step in code_corpus(["archive/"], Path("coded"), LocalEngine(2), Settings()):
        print(step.stage, step.reports, step.events)

The work is cut into pieces whose bounds depend on the corpus alone. A piece is coded as if there
were no other, and its files appear whole or not at all; so it does not matter how many processes
code them, in which order, or how often the run is broken off: the result is the same, byte for
byte.
"""

from statuquo.bulk.copies import copies_of
from statuquo.bulk.engines import Engine, LocalEngine
from statuquo.bulk.ray_engine import RayEngine
from statuquo.bulk.run import Settings, Step, code_corpus

__all__ = ["Engine", "LocalEngine", "RayEngine", "Settings", "Step", "code_corpus", "copies_of"]
