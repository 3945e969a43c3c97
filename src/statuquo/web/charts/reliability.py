"""How often it came where so much was said: a dot for each class of probability."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from statuquo.outlook.record import Bin
from statuquo.web.words import Words


def reliability_chart(bins: Sequence[Bin], w: Words, *, narrow: bool = False) -> Any:
    """The dots over a line on which forecasts that can be trusted would lie; None without any.

    Args:
        bins: forecasts by probability.
        w: the reader's language.
        narrow: for a telephone.
    """
    if not bins:
        return None
    import altair as alt

    side = 260 if narrow else 380
    percent = alt.Axis(format="%", tickCount=5)
    rows = [{"said": one.said, "came": one.came, "forecasts": one.forecasts} for one in bins]
    scale = alt.Scale(domain=[0, 1])
    line = (
        alt.Chart(alt.Data(values=[{"said": 0, "came": 0}, {"said": 1, "came": 1}]))
        .mark_line(color="var(--ink-soft)", strokeDash=[4, 4], strokeWidth=1)
        .encode(x=alt.X("said:Q", scale=scale), y=alt.Y("came:Q", scale=scale))
    )
    dots = (
        alt.Chart(alt.Data(values=rows))
        .mark_circle(color="var(--accent)", opacity=0.85)
        .encode(
            x=alt.X("said:Q", scale=scale, axis=percent, title=w("outlook", "said")),
            y=alt.Y("came:Q", scale=scale, axis=percent, title=w("outlook", "came")),
            size=alt.Size("forecasts:Q", scale=alt.Scale(range=[40, 600], zero=True), legend=None),
        )
    )
    return (line + dots).properties(width=side, height=side)
