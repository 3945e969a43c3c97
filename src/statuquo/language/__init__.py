"""From cleaned text to parsed sentences: splitting, pipelines, one grammar view."""

from statuquo.language.build import make_sentence
from statuquo.language.grammar import Roles, Sentence, Token
from statuquo.language.pipelines import Pipelines
from statuquo.language.splitting import split

__all__ = ["Pipelines", "Roles", "Sentence", "Token", "make_sentence", "split"]
