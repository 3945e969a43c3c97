"""The command line: thin doors over the rooms.

Exit codes: 0 done, 2 nothing could be done or wrong usage, 130 stopped by Ctrl-C. Large libraries
are imported inside the commands that use them, so that ``statuquo --help`` answers at once.
"""

from statuquo.cli.program import main, statuquo

__all__ = ["main", "statuquo"]
