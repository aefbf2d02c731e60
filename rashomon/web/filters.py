"""What the lists of figures and events share: filters in the address, and the address of a longer list."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query

AT_FIRST = 50
AT_MOST = 5000

Day = Annotated[str, Query(pattern=r"^(\d{4}-\d\d-\d\d)?$")]
"""A day in an address: YYYY-MM-DD, or empty."""

Number = Annotated[str, Query(pattern=r"^\d{0,9}$")]
"""A number in an address, or empty."""

Limit = Annotated[int, Query(ge=1, le=AT_MOST)]


def given(filters: Mapping[str, str]) -> dict[str, Any]:
    """The filters that are not empty, as a question takes them."""
    return {name: value.strip() for name, value in filters.items() if value.strip()}


def longer(path: str, filters: Mapping[str, Any], found: int, limit: int) -> str | None:
    """The address of the same list with more rows; None where there are no more, or too many."""
    if not found > limit < AT_MOST:
        return None
    return f"{path}?{urlencode({**filters, 'limit': min(limit * 4, AT_MOST)})}"
