"""The picture of who stands with whom as a file that stands alone."""

from __future__ import annotations

import re

from statuquo.crisis import Crisis
from statuquo.web.assets import asset
from statuquo.web.charts.drawing import alone
from statuquo.web.html_page import View, environment
from statuquo.web.words import Words

_LINK = re.compile(r'<a href="[^"]*" class="([^"]*)"[^>]*>')
_TITLE = re.compile(r"<title>.*?</title>", re.S)


def network_file(crisis: Crisis, w: Words, *, title: str, narrow: bool, dark: bool) -> str:
    """The picture as SVG with its styles and legend inside; empty where there are no two sides.

    Args:
        crisis: what to draw.
        w: the reader's language.
        title: heading.
        narrow: for a telephone.
        dark: in the colours of the night.
    """
    view = View(crisis, w, None)
    picture = view.picture("narrow" if narrow else "wide")
    if picture is None:
        return ""
    svg = (
        environment()
        .get_template("network_file.svg")
        .render(view=view, w=w, picture=picture, title=title, styles=asset("network.css"))
    )
    # Its links lead to places on a page that is not there.
    svg = _TITLE.sub("", _LINK.sub(r'<g class="\1">', svg).replace("</a>", "</g>"))
    return alone(svg, dark=dark)
