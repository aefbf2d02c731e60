import runpy
from pathlib import Path

import pytest

from rashomon import model

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def page() -> str:
    return str(runpy.run_path(str(DOCS / "make_fields.py"))["page"]())


def test_the_page_of_fields_is_up_to_date(page: str) -> None:
    assert (DOCS / "fields.md").read_text(encoding="utf-8") == page, "run `python docs/make_fields.py`"


def test_every_record_that_is_kept_or_printed_is_on_the_page(page: str) -> None:
    never_kept = {"Annotation", "Entity", "Token", "Refusal"}
    records = {name for name in model.__all__ if hasattr(getattr(model, name), "__dataclass_fields__")}
    assert {line[3:] for line in page.splitlines() if line.startswith("## ")} == records - never_kept
