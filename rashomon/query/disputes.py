"""Where reports disagree: claims that some deny, and counts, places and days that cannot all be."""

from rashomon.link.disputes import disputes as rank
from rashomon.model import Dispute, DisputeKind
from rashomon.query.judged import Judged
from rashomon.query.matching import in_reports
from rashomon.query.scope import Told, disputed, told
from rashomon.store import View


def disputes(
    view: View,
    *,
    kind: DisputeKind | None = None,
    words: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    report: str | None = None,
    limit: int | None = None,
) -> list[Dispute]:
    """The disputes that fit all that is asked, in the order that `link.disputes` documents: no score of who is right.

    Denials are those of claims, as `claims` finds them; counts, places and days are compared within the reports that
    fit. All `words` must stand in the dispute, or, for a denial, in a statement of the claim. The reports of one
    incident are read to compare its counts, so in a large ledger ask for some days or one outlet.
    """
    judged = Judged(view)
    among = in_reports(view, outlet=outlet, since=since, until=until, report=report)
    denied, origins, readings = disputed(judged, words, among)
    of = told(judged, among) if kind != "denial" else Told([], {}, {}, [])
    claims = {claim.id: claim for claim in (*of.claims, *denied)}
    found = rank([*claims.values()], origins, of.readings | readings, of.incidents, of.tolls)
    return [one for one in found if kind in (None, one.kind) and (one.kind == "denial" or _has(one, words))][
        :limit
    ]


def _has(dispute: Dispute, words: str | None) -> bool:
    text = f"{dispute.text} {dispute.why}".casefold()
    return all(word in text for word in (words or "").replace('"', " ").casefold().split())
