"""How precise a time is, in the codes of the codebooks."""

import pytest

from rashomon.codebook.precision import acled_time_precision, ucdp_date_prec
from rashomon.extract.times import read_times
from tests import builders as build


@pytest.mark.parametrize(
    ("words", "ucdp", "acled"),
    [
        ("on Tuesday", 1, 1),
        ("at 9 p.m. on Monday", 1, 1),
        ("overnight", 2, 2),
        ("over the weekend", 2, 2),
        ("last week", 3, 2),
        ("on June 3-12", 4, 3),
        ("in January", 4, 3),
        ("in early January", 4, 3),
        ("in the last three months", 5, None),
        ("in 2020", 5, None),
        ("in the 1990s", None, None),
        ("until Monday", None, None),
        ("recently", None, None),
    ],
)
def test_a_time_has_its_codes(words: str, ucdp: int | None, acled: int | None) -> None:
    (time,) = read_times(build.report(text=f"Seven were killed {words}.", published="2023-03-15"))
    assert (ucdp_date_prec(time), acled_time_precision(time)) == (ucdp, acled)
