"""How is a growth curve drawn: lines on two logarithmic axes, told apart by their marks as well as by their colour?"""

from collections.abc import Mapping, Sequence
from math import log10

WIDE, HIGH, LEFT, TOP = 760, 420, 60, 40
LOOKS = (("#14505c", ""), ("#d4351c", "8 4"), ("#4c2c92", "2 4"), ("#00703c", "12 4 2 4"), ("#0b0c0c", "1 3"), ("#b58840", "16 6"))


def curve(series: Mapping[str, Sequence[tuple[int, float]]], title: str) -> str:
    """An SVG of each named series of (size, seconds)."""
    sizes = [size for points in series.values() for size, _ in points]
    seconds = [value for points in series.values() for _, value in points]
    left, right = log10(min(sizes)), log10(max(sizes)) or 1
    low, high = -1.0, max(1.0, log10(max(seconds)))

    def across(size: float) -> float:
        return LEFT + (WIDE - LEFT - 30) * (log10(size) - left) / ((right - left) or 1)

    def down(value: float) -> float:
        return TOP + (HIGH - TOP - 40) * (high - log10(max(value, 0.1))) / (high - low)

    body = [f'<text x="{LEFT}" y="20" font-weight="700">{title}</text>']
    for size in sorted(set(sizes)):
        body.append(f'<text x="{across(size):.0f}" y="{HIGH - 12}" text-anchor="middle">{size:,}</text>')
    for value in (0.1, 1, 10, 100, 1000):
        if value <= 10**high:
            y = down(value)
            body.append(f'<line x1="{LEFT}" x2="{WIDE - 30}" y1="{y:.0f}" y2="{y:.0f}" stroke="#b1b4b6"/>')
            body.append(f'<text x="{LEFT - 8}" y="{y + 5:.0f}" text-anchor="end">{value:g} s</text>')
    for at, (name, points) in enumerate(series.items()):
        colour, dashes = LOOKS[at % len(LOOKS)]
        look = f'stroke="{colour}" stroke-width="3" stroke-dasharray="{dashes}"'
        path = " ".join(f"{across(size):.0f},{down(value):.0f}" for size, value in sorted(points))
        body.append(f'<polyline points="{path}" fill="none" {look}/>')
        y = HIGH + 24 + 24 * at
        body.append(f'<line x1="{LEFT}" x2="{LEFT + 60}" y1="{y - 5}" y2="{y - 5}" {look}/>')
        body.append(f'<text x="{LEFT + 72}" y="{y}">{name}</text>')
    height = HIGH + 24 * len(series) + 24
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height}" width="{WIDE}" height="{height}" role="img"'
    paper = '<rect width="100%" height="100%" fill="#fff"/>'
    return f'{head} font-family="arial, sans-serif" font-size="14"><title>{title}</title>{paper}{"".join(body)}</svg>\n'
