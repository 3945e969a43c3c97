"""Where the sides stand in the picture: boxes that never overlap, friends near, adversaries apart.

Pure geometry, the same for the same input. Distances wanted between every two sides come from the
relations; the stress of the drawing is lowered step by step from several starts, boxes that touch
are pushed apart, and the drawing with the fewest lines through boxes and across each other wins.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

DISTANCE: Final = {
    "ally": 1.0,
    "supporter": 1.15,
    "neutral": 1.5,
    "mixed": 1.5,
    "at-odds": 1.8,
    "adversary": 2.0,
}
"""How far apart two sides want to be, by the kind of their relation."""

_STRANGERS: Final = 2.6
_STARTS: Final = 7
_STEPS: Final = 50
_GAP_X, _GAP_Y = 22.0, 20.0
_LINK_X, _LINK_Y = 58.0, 46.0
"""Pixels: between sides that a line joins there is room for the line and its sign."""
_Links = Sequence[tuple[int, int, str]]
_PUSHES: Final = 160
_BENDS: Final = (0.0, 26.0, -26.0, 52.0, -52.0, 90.0, -90.0, 130.0, -130.0)
_SPOTS: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Measures of a drawing, in pixels.

    Args:
        width: width of the canvas.
        least_height: height of the canvas at least.
        height_per_side: what every side adds to it.
        font: font size.
        line_chars: letters in a line of a label at most.
    """

    width: float
    least_height: float
    height_per_side: float
    font: float
    line_chars: int


WIDE: Final = Style(width=920, least_height=220, height_per_side=22, font=15, line_chars=20)
NARROW: Final = Style(width=344, least_height=260, height_per_side=30, font=13, line_chars=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A side in the picture: its label in lines, its centre and its size."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Whether two boxes touch, or come closer than the gap."""
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2 + gap
            and abs(self.y - other.y) < (self.height + other.height) / 2 + gap
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A relation in the picture: a curve from the rim of one box to the rim of another.

    Args:
        a: index of the first box.
        b: index of the second.
        start: where it leaves the first.
        bend: the control point of the quadratic curve.
        end: where it meets the second.
        spot: where its sign stands.
    """

    a: int
    b: int
    start: tuple[float, float]
    bend: tuple[float, float]
    end: tuple[float, float]
    spot: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes and lines on a canvas of so many pixels."""

    width: float
    height: float
    font: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def draw(labels: Sequence[str], links: _Links, style: Style = WIDE) -> Drawing:
    """Lay the picture out.

    Args:
        labels: the names of the sides.
        links: pairs of indices into them with the kind of their relation, strongest first.
        style: measures.

    >>> picture = draw(["Russia", "Venezuela"], [(0, 1, "ally")])
    >>> picture.boxes[0].overlaps(picture.boxes[1])
    False
    """
    sizes = [_sized(label, style) for label in labels]
    if not sizes:
        return Drawing(
            width=style.width, height=style.least_height, font=style.font, boxes=(), lines=()
        )
    wanted, pull = _wanted(len(sizes), links)
    best: tuple[float, tuple[Box, ...], float] | None = None
    for turn in range(_STARTS if len(sizes) > 2 else 1):
        points = _relax(_ring(len(sizes), turn), wanted, pull)
        boxes, height = _fit(points, sizes, links, style)
        cost = _cost(boxes, links) + height / 200
        if best is None or cost < best[0] - 1e-9:
            best = cost, boxes, height
    assert best is not None
    _, boxes, height = best
    return Drawing(
        width=style.width,
        height=height,
        font=style.font,
        boxes=boxes,
        lines=_lines(boxes, links, style.width, height),
    )


def wrap(label: str, chars: int) -> tuple[str, ...]:
    """A label in at most three lines.

    >>> wrap("Venezuela (opposition)", 14)
    ('Venezuela', '(opposition)')
    """
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + 1 + len(word) <= chars:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    lines = [line if len(line) <= chars + 4 else f"{line[: chars + 3]}…" for line in lines]
    return tuple(lines if len(lines) <= 3 else [*lines[:2], f"{lines[2].rstrip('…')}…"]) or ("·",)


def _sized(label: str, style: Style) -> Box:
    lines = wrap(label, style.line_chars)
    width = max(sum(_advance(char) for char in line) for line in lines) * style.font
    return Box(
        lines=lines,
        x=0.0,
        y=0.0,
        width=width + style.font * 1.5,
        height=len(lines) * style.font * 1.25 + style.font * 0.9,
    )


def _advance(char: str) -> float:
    """Width of a letter in ems, on the generous side since the reader's font is not known."""
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if char in " ilj.,'’()|I":
        return 0.36
    return 0.74 if char.isupper() or char in "mw—…@" else 0.57


def _wanted(count: int, links: _Links) -> tuple[list[list[float]], list[list[float]]]:
    """Distances wanted, and how much each counts.

    Sides with a relation want its distance; others what is left of the way round over common
    friends. What is decided counts more than mere contact, and that more than nothing at all.
    """
    far = [[0.0 if i == j else math.inf for j in range(count)] for i in range(count)]
    pull = [[0.4] * count for _ in range(count)]
    for a, b, kind in links:
        far[a][b] = far[b][a] = min(far[a][b], DISTANCE.get(kind, 1.5))
        pull[a][b] = pull[b][a] = 1.0 if kind == "neutral" else 3.0
    direct = [row[:] for row in far]
    for k in range(count):
        for i in range(count):
            for j in range(count):
                far[i][j] = min(far[i][j], far[i][k] + far[k][j])
    wanted = [
        [
            direct[i][j] if direct[i][j] < math.inf else min(max(far[i][j], 1.3), _STRANGERS)
            for j in range(count)
        ]
        for i in range(count)
    ]
    return wanted, pull


def _ring(count: int, turn: int) -> list[tuple[float, float]]:
    """A start: the sides on a ring, each start in another order."""
    step = (1, 2, 3, 5, 7, 4, 9)[turn % 7]
    while math.gcd(step, count) != 1:
        step += 1
    order = [(place * step) % count for place in range(count)]
    angle = [2 * math.pi * (place + 0.13 * turn) / count for place in range(count)]
    points = [(0.0, 0.0)] * count
    for place, index in enumerate(order):
        points[index] = (1.3 * math.cos(angle[place]), 1.3 * math.sin(angle[place]))
    return points


def _relax(
    points: list[tuple[float, float]], wanted: list[list[float]], pull: list[list[float]]
) -> list[tuple[float, float]]:
    """Lower the stress by majorisation: each side goes to the mean of where the others want it."""
    count = len(points)
    for _ in range(_STEPS):
        moved = []
        for i, (x, y) in enumerate(points):
            weight = sum_x = sum_y = 0.0
            for j, (u, v) in enumerate(points):
                if i == j:
                    continue
                w = pull[i][j] * wanted[i][j] ** -2
                distance = math.hypot(x - u, y - v) or 1e-6
                reach = wanted[i][j] / distance
                sum_x += w * (u + reach * (x - u))
                sum_y += w * (v + reach * (y - v))
                weight += w
            moved.append((sum_x / weight, sum_y / weight) if count > 1 else (x, y))
        points = moved
    return points


def _fit(
    points: list[tuple[float, float]], sizes: list[Box], links: _Links, style: Style
) -> tuple[tuple[Box, ...], float]:
    """Stretch the points over the canvas and push the boxes apart; the canvas grows until they fit."""
    area = sum((box.width + 2.2 * _GAP_X) * (box.height + 2.2 * _GAP_Y) for box in sizes)
    roomy = style.least_height + style.height_per_side * len(sizes)
    height = max(roomy, 1.5 * area / style.width)
    turned = _turned(points, wide=style.width >= height)
    joined = frozenset(frozenset((a, b)) for a, b, kind in links if kind != "neutral")
    while True:
        boxes = _stretched(turned, sizes, style.width, height)
        boxes = _spread(
            _spread(boxes, joined, style.width, height), frozenset(), style.width, height
        )
        if not _any_overlap(boxes):
            return tuple(boxes), height
        height *= 1.15


def _turned(points: list[tuple[float, float]], *, wide: bool) -> list[tuple[float, float]]:
    """Turn the drawing so that its long side lies along the canvas's."""
    count = len(points)
    mid_x, mid_y = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    flat = [(x - mid_x, y - mid_y) for x, y in points]
    xx = sum(x * x for x, _ in flat)
    yy = sum(y * y for _, y in flat)
    xy = sum(x * y for x, y in flat)
    angle = 0.5 * math.atan2(2 * xy, xx - yy) + (0.0 if wide else math.pi / 2)
    cos, sin = math.cos(-angle), math.sin(-angle)
    return [(x * cos - y * sin, x * sin + y * cos) for x, y in flat]


def _stretched(
    points: list[tuple[float, float]], sizes: list[Box], width: float, height: float
) -> list[Box]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    span_x, span_y = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    # A drawing that is a mere line is not blown up to the full height.
    span_y = max(span_y, span_x * 0.25)
    span_x = max(span_x, span_y * 0.25)
    mid_x, mid_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    room_x = width - max(box.width for box in sizes) - 8
    room_y = height - max(box.height for box in sizes) - 8
    return [
        _moved(
            box,
            width / 2 + (x - mid_x) / span_x * room_x,
            height / 2 + (y - mid_y) / span_y * room_y,
            width,
            height,
        )
        for box, (x, y) in zip(sizes, points, strict=True)
    ]


def _moved(box: Box, x: float, y: float, width: float, height: float) -> Box:
    """The box at a new place, kept on the canvas."""
    half_x, half_y = box.width / 2 + 3, box.height / 2 + 3
    return Box(
        lines=box.lines,
        x=min(max(x, half_x), max(width - half_x, half_x)),
        y=min(max(y, half_y), max(height - half_y, half_y)),
        width=box.width,
        height=box.height,
    )


def _spread(
    boxes: list[Box], joined: frozenset[frozenset[int]], width: float, height: float
) -> list[Box]:
    """Push boxes that are too close apart, along the way that is shorter."""
    boxes = list(boxes)
    for turn in range(_PUSHES):
        still = True
        for i in range(len(boxes)):
            for j in range(i + 1, len(boxes)):
                a, b = boxes[i], boxes[j]
                linked = bool(joined) and frozenset((i, j)) in joined
                gap_x, gap_y = (_LINK_X, _LINK_Y) if linked else (_GAP_X, _GAP_Y)
                deep_x = (a.width + b.width) / 2 + gap_x - abs(a.x - b.x)
                deep_y = (a.height + b.height) / 2 + gap_y - abs(a.y - b.y)
                if deep_x <= 0.01 or deep_y <= 0.01:
                    continue
                still = False
                # Late in the day only downwards: at the left and right rims nothing gives way.
                if deep_x < deep_y and turn < _PUSHES / 2:
                    push = deep_x / 2 if a.x < b.x or (a.x == b.x and i < j) else -deep_x / 2
                    boxes[i] = _moved(a, a.x - push, a.y, width, height)
                    boxes[j] = _moved(b, b.x + push, b.y, width, height)
                else:
                    push = deep_y / 2 if a.y < b.y or (a.y == b.y and i < j) else -deep_y / 2
                    boxes[i] = _moved(a, a.x, a.y - push, width, height)
                    boxes[j] = _moved(b, b.x, b.y + push, width, height)
        if still:
            break
    return boxes


def _any_overlap(boxes: Sequence[Box]) -> bool:
    return any(a.overlaps(b, gap=4.0) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def _cost(boxes: Sequence[Box], links: _Links) -> float:
    """Lines through boxes weigh most, crossings less, long lines a little."""
    cost = 0.0
    for at, (a, b, _) in enumerate(links):
        one, other = boxes[a], boxes[b]
        cost += 5.0 * sum(
            _crosses_box((one.x, one.y), (other.x, other.y), box)
            for index, box in enumerate(boxes)
            if index not in (a, b)
        )
        for c, d, _ in links[at + 1 :]:
            if len({a, b, c, d}) == 4:
                cost += _cross(one, other, boxes[c], boxes[d])
        cost += math.hypot(one.x - other.x, one.y - other.y) / 2500
    return cost


def _cross(a: Box, b: Box, c: Box, d: Box) -> bool:
    def side(p: Box, q: Box, r: Box) -> bool:
        return (q.x - p.x) * (r.y - p.y) > (q.y - p.y) * (r.x - p.x)

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def _crosses_box(start: tuple[float, float], end: tuple[float, float], box: Box) -> bool:
    """Whether a straight line passes through a box (with a little room around it)."""
    low, high = 0.0, 1.0
    for at, to, mid, size in (
        (start[0], end[0], box.x, box.width / 2 + 5),
        (start[1], end[1], box.y, box.height / 2 + 5),
    ):
        way = to - at
        if abs(way) < 1e-9:
            if abs(at - mid) > size:
                return False
            continue
        near, far = sorted(((mid - size - at) / way, (mid + size - at) / way))
        low, high = max(low, near), min(high, far)
        if low > high:
            return False
    return True


def _lines(boxes: Sequence[Box], links: _Links, width: float, height: float) -> tuple[Line, ...]:
    """Curves that bend round the boxes in their way, with their signs clear of boxes and signs."""
    found: list[Line] = []
    room = 13.0
    for a, b, _ in links:
        bend = min(
            _BENDS, key=lambda amount: _bend_cost(boxes, a, b, amount, width=width, height=height)
        )
        control = _control(boxes[a], boxes[b], bend)
        start = _rim(boxes[a], control)
        end = _rim(boxes[b], control)
        taken = [line.spot for line in found]
        spots = [_on_curve(start, control, end, t) for t in _SPOTS]
        clear = [
            spot
            for spot in spots
            if not any(_near_box(spot, box, room) for box in boxes)
            and not any(math.dist(spot, other) < 2 * room for other in taken)
        ]
        spot = (clear or spots)[0]
        found.append(Line(a=a, b=b, start=start, bend=control, end=end, spot=spot))
    return tuple(found)


def _control(one: Box, other: Box, amount: float) -> tuple[float, float]:
    length = math.hypot(other.x - one.x, other.y - one.y) or 1.0
    across = (-(other.y - one.y) / length, (other.x - one.x) / length)
    return (
        (one.x + other.x) / 2 + 2 * amount * across[0],
        (one.y + other.y) / 2 + 2 * amount * across[1],
    )


def _bend_cost(
    boxes: Sequence[Box], a: int, b: int, amount: float, *, width: float, height: float
) -> float:
    control = _control(boxes[a], boxes[b], amount)
    ends = (boxes[a].x, boxes[a].y), (boxes[b].x, boxes[b].y)
    points = [_on_curve(ends[0], control, ends[1], t / 12) for t in range(13)]
    hits = sum(
        any(_crosses_box(p, q, box) for p, q in pairwise(points))
        for index, box in enumerate(boxes)
        if index not in (a, b)
    )
    outside = any(not (4 <= x <= width - 4 and 4 <= y <= height - 4) for x, y in points)
    return hits * 10 + outside * 1000 + abs(amount) / 60


def _on_curve(
    start: tuple[float, float], control: tuple[float, float], end: tuple[float, float], t: float
) -> tuple[float, float]:
    u = 1 - t
    return (
        u * u * start[0] + 2 * u * t * control[0] + t * t * end[0],
        u * u * start[1] + 2 * u * t * control[1] + t * t * end[1],
    )


def _rim(box: Box, towards: tuple[float, float]) -> tuple[float, float]:
    """Where the way from the middle of a box to a point leaves it."""
    dx, dy = towards[0] - box.x, towards[1] - box.y
    if not dx and not dy:
        return box.x, box.y
    half_x, half_y = box.width / 2 + 2, box.height / 2 + 2
    scale = min(
        half_x / abs(dx) if dx else math.inf,
        half_y / abs(dy) if dy else math.inf,
    )
    return box.x + dx * min(scale, 1.0), box.y + dy * min(scale, 1.0)


def _near_box(spot: tuple[float, float], box: Box, room: float) -> bool:
    return (
        abs(spot[0] - box.x) < box.width / 2 + room * 0.8
        and abs(spot[1] - box.y) < box.height / 2 + room * 0.8
    )
