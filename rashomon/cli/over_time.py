"""The counts of one incident over time, for `rashomon figures --incident`."""

from pathlib import Path

from rich.text import Text

from rashomon.cli.terminal import console, count, line, print_json, table
from rashomon.codebook.counts import CountRule


def over_time(ledger: Path, incident: str, rule: CountRule, *, json: bool) -> None:
    """Print the counts, oldest first, each with who said it, and what they come to by the rule."""
    from rashomon.query.incidents import incident as ask
    from rashomon.query.reports import report_rows
    from rashomon.query.wording import least_to_most
    from rashomon.store import View

    with View(ledger) as view:
        found = ask(view, incident, rule)
        reports = {row.id: row for row in report_rows(view, found.incident.reports)}
    if json:
        print_json([found])
        return
    page = console()
    one = found.incident
    head = f"{one.plover} in {line(one.place or 'a place not named')}, {one.start or 'day not known'}"
    page.print(
        Text(head, style="bold").append(f"  {count(len(one.reports), 'report')}", style="not bold dim")
    )
    page.print(Text(line(found.sentence), style="dim"))
    listed = table("date", "outlet", "report", "who", "kind", "number", "", outlet=2, who=3)
    for toll in found.tolls:
        notes = [
            note
            for note, holds in {"part of another": toll.part, "replaced later": not toll.latest}.items()
            if holds
        ]
        listed.add_row(
            toll.day or "no date",
            line(reports[toll.report].outlet or "unknown"),
            toll.report[:8],
            line(toll.who),
            toll.kind,
            least_to_most(toll.low, toll.best if rule != "words" else None, toll.high) or "no number",
            ", ".join(notes),
            style="dim" if notes else "",
        )
    page.print(listed)
    for total in found.totals:
        page.print(
            f"{total.kind}: {least_to_most(total.low, total.best, total.high) or 'no number'}",
            highlight=False,
        )
    page.print(Text(f"by the rule `{rule}`, from the last count of each source", style="dim"))
