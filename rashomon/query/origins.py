"""What is behind a claim: each side with its origins, and how they were counted."""

from dataclasses import dataclass

from rashomon.link.origins import explained
from rashomon.model import Side
from rashomon.query.claims import ClaimRow, claim_row
from rashomon.query.judged import Judged
from rashomon.query.members import claims_of, contexts_of, counted, find_claim
from rashomon.store import View


@dataclass(frozen=True, slots=True)
class Behind:
    """A claim, and for each side the count of origins in words."""

    claim: ClaimRow
    why: dict[Side, tuple[str, ...]]
    """A line for the whole, then one for each origin."""


def origins(view: View, claim: str) -> Behind:
    """The origins of the claim whose id is this or begins so. Raises NotFound, also where people rejected all of it."""
    judged = Judged(view)
    ((found, of, readings),) = counted(judged, claims_of(judged, [find_claim(view, claim)]))
    why = {side: explained(found, side, count, readings) for side, count in of.items()}
    return Behind(claim_row(found, of, readings, contexts_of(view, [found.id]).get(found.id, "")), why)
