"""What a page says of itself in JSON-LD (schema.org NewsArticle and its kin)."""

import json
from collections.abc import Iterator
from typing import Any

from rashomon.model import Given

# https://schema.org/Article and the subtypes that news pages use.
_ARTICLES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "LiveBlogPosting",
    "OpinionNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "Report", "Article", "BlogPosting",
)  # fmt: skip
_MAX_NODES = 2000


def read(scripts: list[str]) -> tuple[Given, str | None]:
    """What the first article among `scripts` says of itself, and its language."""
    for script in scripts:
        try:
            top = json.loads(script.strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(top):
            if _is_article(node):
                return _given(node), _name(node.get("inLanguage"))
    return Given(by="markup"), None


def _nodes(top: Any) -> Iterator[dict[str, Any]]:
    """All records in it, outer before inner, without recursion and at most `_MAX_NODES`."""
    waiting, seen = [top], 0
    while waiting and seen < _MAX_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting += [node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in node]
        elif isinstance(node, list):
            waiting += node


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _given(node: dict[str, Any]) -> Given:
    return Given(
        outlet=_name(node.get("publisher")) or _name(node.get("sourceOrganization")),
        title=_name(node.get("headline")),
        byline=_names(node.get("author")) or _names(node.get("creator")),
        published=_name(node.get("datePublished")),
        updated=_name(node.get("dateModified")),
        url=_address(node),
        by="markup",
    )


def _address(node: dict[str, Any]) -> str | None:
    page = node.get("mainEntityOfPage")
    if isinstance(page, dict):
        page = page.get("@id") or page.get("url")
    for value in (node.get("url"), page, node.get("@id")):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value
    return None


def _names(value: Any) -> str | None:
    parts = value if isinstance(value, list) else [value]
    return ", ".join(name for part in parts[:20] if (name := _name(part))) or None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) and value.strip() else None
