"""Places on a map: a town is a dot, a province a ring as wide as a province, and each leads to what is said of it."""

from collections.abc import Sequence
from functools import cache
from math import cos, radians, sqrt
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from rashomon.query.when_where import Spot
from rashomon.web.visible import plain

BORDERS = Path(__file__).parent / "borders.npz"
FINE = 100
WIDTH, TALLEST = 1100, 760
LEAST = 2.5
"""Degrees that the map shows at least, so that one town is not shown without the land around it."""
MOST_POINTS = 20_000
NAMED = 40
KM = 111.2
"""Kilometres of a degree of latitude."""

REACH = {
    "site": 0, "town": 0, "district": 20, "natural": 25, "province": 70, "water": 100, "region": 150, "country": 250,
    "continent": 800,
}  # fmt: skip
"""Kilometres of the ring that stands for each kind of place: about half the width of a common one. Not its shape."""


def map_picture(found: Sequence[Spot]) -> Markup:
    """The picture, as SVG: places where something is said to have happened, with their names, and borders."""
    west, east, south, north = _view(found)
    middle = cos(radians((south + north) / 2))
    scale = min(WIDTH / ((east - west) * middle), TALLEST / (north - south))
    width, height = (east - west) * middle * scale, (north - south) * scale

    def at(lat: float, lon: float) -> tuple[float, float]:
        return (lon - west) * middle * scale, (north - lat) * scale

    land = Markup('<path class="border" d="{}"/>').format(
        _borders(west, east, south, north, middle * scale, scale)
    )
    rings = [
        _spot(one, *at(one.lat, one.lon), scale)
        for one in sorted(found, key=lambda one: -REACH.get(one.kind, 0))
    ]
    names = [_name(one, *at(one.lat, one.lon), width) for one in found[:NAMED]]
    return Markup(
        '<svg class="map" viewBox="0 0 {:.0f} {:.0f}" role="group" aria-label="Places of events">{}{}{}{}</svg>'
    ).format(width, height, land, Markup("").join(rings), Markup("").join(names), _measure(scale, height))


def _view(found: Sequence[Spot]) -> tuple[float, float, float, float]:
    lats = [one.lat + side * _degrees(one) for one in found for side in (-1, 1)]
    lons = [one.lon + side * _degrees(one) / cos(radians(one.lat)) for one in found for side in (-1, 1)]
    reach = max(LEAST, (max(lats) - min(lats)) * 1.15, (max(lons) - min(lons)) * 0.6)
    across = max(LEAST * 1.5, (max(lons) - min(lons)) * 1.15)
    lat, lon = (max(lats) + min(lats)) / 2, (max(lons) + min(lons)) / 2
    south, north = max(-89.0, lat - reach / 2), min(89.0, lat + reach / 2)
    return max(-180.0, lon - across / 2), min(180.0, lon + across / 2), south, north


def _degrees(one: Spot) -> float:
    return min(REACH.get(one.kind, 0) / KM, 89.0 - abs(one.lat)) if abs(one.lat) < 89 else 0.0


def _spot(one: Spot, x: float, y: float, scale: float) -> Markup:
    reach = REACH.get(one.kind, 0) / KM * scale
    size = 3 + 2.2 * sqrt(one.events)
    where = ", ".join(filter(None, (one.name, one.adm_1 if one.adm_1 != one.name else None, one.country)))
    events = f"{one.events} event{'' if one.events == 1 else 's'}"
    title = plain(f"{where} ({one.kind}): {events} in {one.reports} report{'' if one.reports == 1 else 's'}")
    shape = (
        Markup('<circle class="area" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(x, y, max(reach, size))
        if reach
        else Markup('<circle class="point" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(x, y, size)
    )
    link = f"/events?{urlencode({'place': one.name})}"
    return Markup('<a href="{}"><title>{}</title>{}</a>').format(link, title, shape)


def _name(one: Spot, x: float, y: float, width: float) -> Markup:
    left = x > width - 130
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}" class="{}">{}</text>').format(
        x + (-8 if left else 8),
        y + 4,
        "end" if left else "start",
        "wide" if REACH.get(one.kind) else "",
        plain(one.name),
    )


def _measure(scale: float, height: float) -> Markup:
    km = next((km for km in (1000, 500, 200, 100, 50, 20, 10) if km / KM * scale < 200), 10)
    return Markup(
        '<path class="measure" d="M16 {:.0f}v6h{:.1f}v-6"/><text class="measure" x="16" y="{:.0f}">{} km</text>'
    ).format(height - 22, km / KM * scale, height - 27, km)


@cache
def _lines() -> list[tuple[Any, tuple[float, float, float, float]]]:
    import numpy as np

    with np.load(BORDERS) as held:
        lines = np.split(held["points"].astype(np.float32) / FINE, held["ends"][:-1])
    return [(line, (*line.min(axis=0).tolist(), *line.max(axis=0).tolist())) for line in lines]


def _borders(west: float, east: float, south: float, north: float, across: float, up: float) -> str:
    seen = [line for line, (a, b, c, d) in _lines() if a <= east and c >= west and b <= north and d >= south]
    skip = max(1, sum(map(len, seen)) // MOST_POINTS)
    parts = []
    for line in seen:
        kept = line[::skip].tolist()
        if skip > 1:
            kept.append(line[-1].tolist())
        parts.append(
            "M" + "L".join(f"{(lon - west) * across:.1f} {(north - lat) * up:.1f}" for lon, lat in kept)
        )
    return "".join(parts)
