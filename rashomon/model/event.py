"""What is said to have happened."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.record import about
from rashomon.model.span import Words
from rashomon.model.statement import Polarity

Role = Literal["does", "suffers"]
Inter = Literal[
    "State forces",
    "Rebel group",
    "Political militia",
    "Identity militia",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
]
ActorKind = Literal["person", "armed_group", "state_forces", "body", "outlet", "people"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who takes part in an event, as the report names them and as the codebooks class them."""

    words: Words = about("The words that name them.")
    name: str = about("The fullest name: by the table of actors, else by the report.")
    role: Role = about("Whether they do it or suffer it.")
    kind: ActorKind = about("What sort of actor it is.")
    inter: Inter | None = about("ACLED's class of actor; null where the words do not settle it.")
    sector: str | None = about("PLOVER sector, e.g. `MIL`, `REB`, `CVL`; null if unknown.")
    country: str | None = about("ISO 3166-1 alpha-3 code of the country it belongs to; null if unknown.")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing said to have happened, and by whom it is said."""

    id: str = about("Made from the report's id and the place of the words.")
    words: Words = about("The words that say what happened.")
    plover: str = about("PLOVER event type, e.g. `ASSAULT`.")
    mode: str | None = about(
        "PLOVER mode, e.g. `suicide-attack`; null where the type has none or no word says."
    )
    acled: str | None = about("ACLED event type; null where ACLED does not code it.")
    sub_event: str | None = about("ACLED sub-event type; null likewise.")
    ucdp: int | None = about(
        "UCDP type of violence: 1 state-based, 2 non-state, 3 one-sided; null where `ucdp_note` says why."
    )
    ucdp_note: str | None = about("Why it has no UCDP type: not theirs to code, or the actors unknown.")
    actors: tuple[Actor, ...] = about("Who does it and who suffers it, in the order of the text.")
    when: str | None = about("Id of its time; null if no words near it give one.")
    place: str | None = about("Id of its place; null if no words near it give one.")
    figures: tuple[str, ...] = about("Ids of the figures that count its people.")
    statement: str | None = about("Id of the statement that says so; null: the report's own voice.")
    polarity: Polarity = about("Whether it is said to have happened, or not to have.")
