"""How precise a time is, in the codes of UCDP and ACLED. Both count the days that a time can mean."""

from datetime import date

from rashomon.model import When


def ucdp_date_prec(when: When) -> int | None:
    """UCDP's `date_prec` of a time: 1 to 5, None where the days are not known or are more than a year.

    1 exact day, 2 range of 2 to 6 days, 3 week, 4 from 8 to 30 days or a month, 5 more than a month up to a year.
    Source: UCDP GED codebook, variable date_prec.
    """
    days = _days(when)
    if days is None or days > 366:
        return None
    if days > 31 or (days == 31 and when.precision != "month"):
        return 5
    return 1 if days == 1 else 2 if days < 7 else 3 if days == 7 else 4


def acled_time_precision(when: When) -> int | None:
    """ACLED's `time_precision` of a time: 1 to 3, None where it is too coarse for ACLED to record.

    1 the day is given, 2 a week or a weekend, 3 a month or a part of it. Source: ACLED codebook, variable
    time_precision; it records nothing less precise than a month.
    """
    days = _days(when)
    if days is None or days > 31:
        return None
    return 1 if days == 1 else 2 if days <= 7 else 3


def _days(when: When) -> int | None:
    """How many days a time can mean."""
    if when.start is None or when.end is None:
        return None
    return (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days + 1
