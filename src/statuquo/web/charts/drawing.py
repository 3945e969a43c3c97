"""From a chart to markup: inside a page in the page's own colours, or as a file that stands alone.

In a chart colours are the variables of the page (``var(--ink)``), so that a drawing inside a page
follows its light and dark. A file knows no page: there the variables become the colours that the
style sheet gives them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from statuquo.crisis.dates import as_date
from statuquo.web.assets import asset
from statuquo.web.marks import printable
from statuquo.web.words import Words

if TYPE_CHECKING:
    import altair as alt

_LOCALES: Final[dict[str, Literal["en-GB", "fr-FR", "es-ES"]]] = {
    "en": "en-GB",
    "fr": "fr-FR",
    "es": "es-ES",
}
PNG_SCALE: Final = 2.0
"""Pixels of a PNG for one of the drawing, so that it is sharp in print."""
_LEGENDS: Final = {"top": {"direction": "vertical", "anchor": "start", "margin": 6}}
"""Below one another: side by side they meet where the reader's letters are wider than measured.

Vega has this setting and Altair does not know it.
"""
_DAYS_BY_DAY: Final = 45
_PATH = re.compile(r' d="[^"]*"')
_FINE = re.compile(r"(\d\.\d)\d+")
_NAMESPACE = re.compile(r' xmlns(:xlink)?="[^"]*"')
_SIZE = re.compile(r'^<svg([^>]*?) width="[^"]*" height="[^"]*"')
_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")
_ROOT = re.compile(r":root \{(.*?)\}", re.S)
_DEFINED = re.compile(r"--([a-z0-9-]+): (#[0-9a-fA-F]+);")


def dressed(chart: Any, *, title: str = "", subtitle: str = "") -> alt.TopLevelMixin:
    """The chart in the dress of all charts.

    Args:
        chart: an Altair chart.
        title: heading, for a file; a page has its own.
        subtitle: a line below it.
    """
    import altair as alt

    if title:
        chart = chart.properties(
            title=alt.TitleParams(printable(title), subtitle=subtitle or alt.Undefined),
            padding=16,
            background="var(--paper)",
        )
    return chart.configure(
        **({} if title else {"background": "transparent"}),
        font="system-ui, sans-serif",
        view={"stroke": None},
        title={
            "anchor": "start",
            "color": "var(--ink)",
            "fontSize": 17,
            "subtitleColor": "var(--ink-soft)",
            "subtitleFontSize": 12,
            "offset": 14,
        },
        legend={
            "orient": "top",
            "labelColor": "var(--ink)",
            "labelFontSize": 12,
            "labelLimit": 420,
            "title": None,
            "symbolStrokeWidth": 2.5,
        },
        axis={
            "labelColor": "var(--ink-soft)",
            "titleColor": "var(--ink-soft)",
            "titleFontWeight": "normal",
            "gridColor": "var(--rule)",
            "domainColor": "var(--rule)",
            "tickColor": "var(--rule)",
            "labelFontSize": 12,
            "titleFontSize": 12,
        },
    )


def day_axis(first: str, last: str, *, narrow: bool) -> Any:
    """An axis of days, never of hours, with as many labels as find room.

    Args:
        first: ISO day.
        last: ISO day.
        narrow: for a telephone.
    """
    import altair as alt

    start, end = as_date(first), as_date(last)
    days = (end - start).days if start and end else 0
    most = 4 if narrow else 9
    if days > _DAYS_BY_DAY:
        return alt.Axis(tickCount=most, labelOverlap="greedy", labelFlush=True)
    ticks = {"interval": "day", "step": max(1, -(-days // most))}
    return alt.Axis(tickCount=ticks, format="%-d %b", labelOverlap="greedy", labelFlush=True)


def rendered(chart: Any, w: Words) -> str:
    """A dressed chart as SVG, dates and figures as the reader's language writes them."""
    # V8 takes a second to start: only those who want a chart wait for it.
    import vl_convert

    locale = _LOCALES[w.lang]
    # Altair has checked each part as it was made; to check ten thousand corners again takes half a second.
    spec = chart.to_dict(validate=False)
    spec["config"]["legend"]["layout"] = _LEGENDS
    svg: str = vl_convert.vegalite_to_svg(spec, time_format_locale=locale, format_locale=locale)
    # A tenth of a pixel is as much as anybody sees; outlines are half as long with it.
    return _PATH.sub(lambda path: _FINE.sub(r"\1", path[0]), svg)


def inline(svg: str) -> str:
    """The drawing as it stands inside a page, which says the same in words beside it.

    Its links can be clicked, but the keyboard need not walk through them: a table follows that
    has them all.
    """
    # A page knows what <svg> is; the names of its kind are addresses that we need not carry.
    svg = _SIZE.sub(r"<svg\1", _NAMESPACE.sub("", svg)).replace("xlink:href=", "href=")
    svg = svg.replace("<a ", '<a tabindex="-1" ')
    return svg.replace("<svg ", '<svg aria-hidden="true" ', 1)


def alone(svg: str, *, dark: bool = False) -> str:
    """The drawing as a file: every variable is a colour."""
    colours = palette(dark=dark)
    return _VARIABLE.sub(lambda found: colours.get(found[1], found[0]), svg)


def png(svg: str) -> bytes:
    """A drawing that stands alone, as a picture of twice its size."""
    import vl_convert

    picture: bytes = vl_convert.svg_to_png(svg, scale=PNG_SCALE)
    return picture


@cache
def palette(*, dark: bool) -> Mapping[str, str]:
    """The colours of the style sheet by the names of their variables.

    >>> palette(dark=False)["paper"], palette(dark=True)["paper"]
    ('#fbfaf7', '#15191b')
    """
    light, night = (
        dict(_DEFINED.findall(block)) for block in _ROOT.findall(asset("brief.css"))[:2]
    )
    return {**light, **(night if dark else {}), "sans": "system-ui, sans-serif"}
