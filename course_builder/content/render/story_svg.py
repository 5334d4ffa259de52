"""The map of a story as SVG: every scene is a link to where it is written, so that it works by mouse and by keyboard."""

from collections.abc import Callable
from html import escape

from course_builder.content.story_map import Stop, StoryMap, Way

ARCH = "M-15 17v-17a15 15 0 0 1 30 0v17z"
HALF = 19
"""From the middle of an arch to where ways begin and end."""

Told = Callable[[Stop], str]


def story_svg(story: StoryMap, title: str, told: Told, address: Told) -> str:
    """`told` says in words what a scene is and where it leads; `address` is where it is written."""
    ways = "".join(_way(way) for way in story.ways)
    stops = "".join(_stop(stop, told(stop), address(stop)) for stop in story.stops)
    return (
        f'<svg class="story-map" viewBox="0 0 {story.width:g} {story.height:g}" width="{story.width:g}" height="{story.height:g}" role="group" aria-label="{escape(title)}">'
        '<defs><marker id="story-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0l8 4-8 4z"/></marker></defs>'
        f'<g aria-hidden="true">{ways}</g>{stops}</svg>'
    )


def _stop(stop: Stop, words: str, address: str) -> str:
    looks = "end" if stop.is_end else "stop"
    if not stop.is_reached:
        looks += " alone"
    return (
        f'<a class="{looks}" href="{escape(address)}" data-scene="{escape(stop.id)}" aria-label="{escape(words)}" transform="translate({stop.x:g} {stop.y:g})">'
        f'<title>{escape(words)}</title><path d="{ARCH}"/><text y="7">{stop.number}</text></a>'
    )


def _way(way: Way) -> str:
    start, end = way.start, way.end
    if end is None:
        return f'<path class="nowhere" d="M{start.x:g} {start.y + HALF:g}v16"/><text class="nowhere" x="{start.x:g}" y="{start.y + HALF + 30:g}">?</text>'
    if way.kind == "back":
        out = max(start.x, end.x) + 44
        return f'<path class="back" d="M{start.x + 16:g} {start.y:g}C{out:g} {start.y:g} {out:g} {end.y:g} {end.x + 17:g} {end.y:g}" marker-end="url(#story-tip)"/>'
    if way.kind == "side":
        top, over = start.y - HALF + 3, start.y - HALF - 22
        return f'<path d="M{start.x:g} {top:g}C{start.x:g} {over:g} {end.x:g} {over:g} {end.x:g} {top:g}" marker-end="url(#story-tip)"/>'
    middle = (start.y + end.y) / 2
    return f'<path d="M{start.x:g} {start.y + HALF:g}C{start.x:g} {middle:g} {end.x:g} {middle:g} {end.x:g} {end.y - HALF:g}" marker-end="url(#story-tip)"/>'
