"""What happens in conflicts, in the terms of those who code it: PLOVER, ACLED and UCDP.

Types and modes of PLOVER: manual, draft 2.0. Event and sub-event types of ACLED: codebook, 2023. Types of violence of
UCDP: GED codebook. `SENSES` maps each thing that a report can say to have happened to the first two; what they make
depend on who takes part, and all of UCDP, `coded` decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from rashomon.model import Actor

PLOVER: Final[dict[str, tuple[str, ...]]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        *("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold"),
        *("misinformation", "cyber"),
    ),
    "ASSAULT": (
        *(
            "abduct",
            "beat",
            "torture",
            "sexual",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
        ),
        *("suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
    ),
}
"""Every event type with its modes."""

ACLED: Final[dict[str, tuple[str, ...]]] = {
    "Battles": ("Government regains territory", "Non-state actor overtakes territory", "Armed clash"),
    "Protests": ("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Explosions/Remote violence": (
        *("Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack"),
        *("Remote explosive/landmine/IED", "Grenade"),
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Strategic developments": (
        *("Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use"),
        *("Headquarters or base established", "Looting/property destruction"),
        *("Non-violent transfer of territory", "Other"),
    ),
}
"""Every event type with its sub-event types, in the order of precedence."""

_TYPE_OF: Final = {sub: event for event, subs in ACLED.items() for sub in subs}
_DEMONSTRATIONS = "Demonstrations"
_POLITICAL = "Political violence"

UCDP: Final = {1: "state-based", 2: "non-state", 3: "one-sided"}
"""Types of violence."""

ORGANISED = ("State forces", "Rebel group", "Political militia", "Identity militia", "External/Other forces")
STATE = ("State forces", "External/Other forces")
CIVIL = ("Civilians", "Protesters", "Rioters")


def disorder_of(sub_event: str) -> tuple[str, ...]:
    """ACLED's disorder types of a sub-event type."""
    event = _TYPE_OF[sub_event]
    if sub_event == "Excessive force against protesters":
        return (_POLITICAL, _DEMONSTRATIONS)
    if event == "Strategic developments":
        return (event,)
    return (
        (_DEMONSTRATIONS,) if event == "Protests" or sub_event == "Violent demonstration" else (_POLITICAL,)
    )


@dataclass(frozen=True, slots=True)
class Sense:
    """One sort of thing that can happen, and its codes before it is known who took part."""

    plover: str
    mode: str | None = None
    sub_event: str | None = None
    """ACLED's; None where ACLED does not code it, or where it depends on who took part."""
    not_ucdp: str | None = None
    """Why UCDP never codes it; None for violence that can kill."""
    kills: bool = False
    """Whether the word itself says that someone died."""


_NO_ARMS = "no use of armed force"
SENSES: Final[dict[str, Sense]] = {
    # violence, by its means; the first three say none
    "attack": Sense("ASSAULT"),
    "wounding": Sense("ASSAULT"),
    "killing": Sense("ASSAULT", kills=True),
    "assassination": Sense("ASSAULT", "targeted", kills=True),
    "execution": Sense("ASSAULT", "targeted", "Attack", kills=True),
    "clash": Sense("ASSAULT", None, "Armed clash"),
    "shooting": Sense("ASSAULT", "firearms"),
    "deadly shooting": Sense("ASSAULT", "firearms", kills=True),
    "blade": Sense("ASSAULT", "primitive"),
    "beheading": Sense("ASSAULT", "primitive", kills=True),
    "beating": Sense("ASSAULT", "beat"),
    "torture": Sense("ASSAULT", "torture", "Attack"),
    "rape": Sense("ASSAULT", "sexual", "Sexual violence"),
    "abduction": Sense("ASSAULT", "abduct", "Abduction/forced disappearance", "an abduction is no death"),
    "explosion": Sense("ASSAULT", "explosives", "Remote explosive/landmine/IED"),
    "grenade": Sense("ASSAULT", "explosives", "Grenade"),
    "suicide attack": Sense("ASSAULT", "suicide-attack", "Suicide bomb"),
    "air strike": Sense("ASSAULT", "aerial", "Air/drone strike"),
    "drone strike": Sense("ASSAULT", "drone", "Air/drone strike"),
    "shelling": Sense("ASSAULT", "heavy-weapons", "Shelling/artillery/missile attack"),
    "chemical attack": Sense("ASSAULT", "unconventional", "Chemical weapon"),
    "crowd control": Sense("ASSAULT", "crowd-control", "Protest with intervention"),
    "destruction": Sense("ASSAULT", "destroy", "Looting/property destruction", "property, not people"),
    # protest
    "protest": Sense("PROTEST", "demo", "Peaceful protest", "a protest is no armed force"),
    "riot": Sense("PROTEST", "riot", "Violent demonstration", "a riot is no organised armed force"),
    "strike": Sense("PROTEST", "strike", None, _NO_ARMS),
    "hunger strike": Sense("PROTEST", "hunger", None, _NO_ARMS),
    # force that need not wound
    "taking of ground": Sense("COERCE", "seize"),
    "seizure of weapons": Sense("COERCE", "seize", "Disrupted weapons use", _NO_ARMS),
    "interception": Sense("ASSAULT", "heavy-weapons", "Disrupted weapons use"),
    "arrest": Sense("COERCE", "arrest", "Arrests", "an arrest is no death"),
    "siege": Sense("COERCE", "restrict", "Other", "a siege alone is no death"),
    "curfew": Sense("COERCE", "curfew", "Other", _NO_ARMS),
    "martial law": Sense("COERCE", "martial-law", "Other", _NO_ARMS),
    "deportation": Sense("COERCE", "deport", None, _NO_ARMS),
    "conviction": Sense("SANCTION", "convict", None, _NO_ARMS),
    "sanctions": Sense("SANCTION", None, None, _NO_ARMS),
    "expulsion": Sense("SANCTION", "expel", None, _NO_ARMS),
    "deployment": Sense("MOBILIZE", "troops", "Change to group/activity", _NO_ARMS),
    # groups change
    "recruitment": Sense(
        "MOBILIZE", "militia", "Change to group/activity", "a recruitment is no armed force"
    ),
    "joining": Sense("COOPERATE", None, "Change to group/activity", "a change of sides is no armed force"),
    "defection": Sense("RETREAT", "resign", "Change to group/activity", "a defection is no armed force"),
    # giving way, and peace
    "withdrawal": Sense("RETREAT", "withdraw", "Change to group/activity", _NO_ARMS),
    "surrender": Sense("RETREAT", "disarm", "Change to group/activity", _NO_ARMS),
    "release": Sense("RETREAT", "release", "Other", _NO_ARMS),
    "ceasefire": Sense("RETREAT", "ceasefire", "Agreement", _NO_ARMS),
    "agreement": Sense("AGREE", None, "Agreement", _NO_ARMS),
    "talks": Sense("CONSULT", None, None, _NO_ARMS),
    "aid": Sense("AID", None, None, _NO_ARMS),
}
"""Words of threat, demand, accusation and refusal are no events: the ledger has them as statements, by their act."""


@dataclass(frozen=True, slots=True)
class Codes:
    """One event in the terms of three codebooks."""

    plover: str
    mode: str | None
    acled: str | None
    sub_event: str | None
    ucdp: int | None
    ucdp_note: str | None


def coded(sense: Sense, actors: Sequence[Actor], deaths: bool, happened: bool) -> Codes:
    """The codes of what `actors` did or suffered; `deaths`: whether someone is said to have died of it.

    ACLED: violence with no means of its own is a battle between armed actors and an attack on civilians otherwise;
    ground changes hands to the government or to others. UCDP: at least one death, and both sides known.
    """
    does = [one.inter for one in actors if one.role == "does"]
    suffers = [one.inter for one in actors if one.role == "suffers"]
    sense = _by_actors(sense, does, suffers, deaths)
    event = _TYPE_OF[sense.sub_event] if sense.sub_event else None
    if event is None and sense == SENSES["taking of ground"]:
        event = "Battles"
    ucdp, note = _ucdp(sense, does, suffers, deaths) if happened else (None, "said not to have happened")
    return Codes(sense.plover, sense.mode, event, sense.sub_event, ucdp, note)


def _by_actors(
    sense: Sense, does: Sequence[str | None], suffers: Sequence[str | None], deaths: bool
) -> Sense:
    """The sense as who took part makes it."""
    crowd = {"Protesters", "Rioters"} & {*does, *suffers}
    if sense == SENSES["clash"] and crowd:
        return SENSES["riot"]
    if sense == SENSES["arrest"] and does and all(one in ORGANISED and one not in STATE for one in does):
        return sense if set(suffers) & {*ORGANISED} else SENSES["abduction"]
    if sense.plover == "ASSAULT" and sense.sub_event is None:
        return replace(sense, sub_event=_violence(does, suffers))
    if sense == SENSES["crowd control"] and deaths:
        return replace(sense, sub_event="Excessive force against protesters")
    if sense == SENSES["taking of ground"] and does and does[0] in ORGANISED:
        state = does[0] in STATE
        return replace(
            sense,
            sub_event="Government regains territory" if state else "Non-state actor overtakes territory",
        )
    return sense


def _violence(does: Sequence[str | None], suffers: Sequence[str | None]) -> str | None:
    if "Protesters" in suffers:
        return "Excessive force against protesters" if "State forces" in does else "Attack"
    if any(one in CIVIL for one in suffers):
        return "Mob violence" if "Rioters" in does else "Attack"
    armed = [one for one in (*does, *suffers) if one in ORGANISED]
    return "Armed clash" if armed and any(one in ORGANISED for one in suffers) else None


def _ucdp(
    sense: Sense, does: Sequence[str | None], suffers: Sequence[str | None], deaths: bool
) -> tuple[int | None, str | None]:
    """UCDP's type of violence, or why there is none."""
    if sense.not_ucdp:
        return None, sense.not_ucdp
    if not (deaths or sense.kills):
        return None, "no death is reported"
    first = [one for one in does if one in ORGANISED]
    second = [one for one in suffers if one in ORGANISED]
    if len(first) > 1 and not suffers:
        first, second = first[:1], first[1:]
    if not first:
        return None, "who did it is not known to be organised"
    if any(one in CIVIL for one in suffers):
        return 3, None
    if not second:
        return None, "whom it struck is unknown"
    return (1 if any(one in STATE for one in (*first, *second)) else 2), None
