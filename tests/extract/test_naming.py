"""People, bodies and states by their names, and who passed words on: one kind of words each."""

import pytest

from rashomon.extract.statements.bodies import Bodies
from rashomon.extract.statements.decode import Attribution
from rashomon.extract.statements.passers import passers
from rashomon.extract.statements.persons import person_in
from rashomon.extract.statements.roles import Roles
from rashomon.extract.statements.states import state_of


@pytest.mark.parametrize(
    ("words", "known", "name", "office"),
    [
        ("Observatory head Ilan Hask", [], "Ilan Hask", "Observatory head"),
        ("UN special envoy for Syria Lida de Kern", [], "Lida de Kern", "UN special envoy for Syria"),
        ("Syrian President Oto Velsk", ["Syrian"], "Oto Velsk", "Syrian President"),
        ("a Front spokesman, Oto Velsk", [], "Oto Velsk", "a Front spokesman"),
        ("Oto Velsk, head of the clinic", [], "Oto Velsk", "head of the clinic"),
        ("Oto Velsk head of the Harbour Clinic", [], "Oto Velsk", "head of the Harbour Clinic"),
        ("Kell resident Oto Velsk a baker", [], "Oto Velsk", None),
        ("Secretary of State Lida Kern", ["Lida Kern"], "Lida Kern", "Secretary of State"),
        ("the ministry's spokesman, Colonel Oto Velsk", [], "Oto Velsk", "the ministry's spokesman, Colonel"),
        ("Velsk", [], "Velsk", None),
        ("an officer in Dorven", ["Dorven"], None, None),
        ("The Foreign Ministry spokesman", [], None, None),
    ],
)
def test_people(words: str, known: list[str], name: str | None, office: str | None) -> None:
    assert person_in(words, known) == (name, office)


@pytest.mark.parametrize(
    ("role", "text", "holder"),
    [
        (
            "the envoy",
            "Lida Kern, the envoy to the talks, left. Oto Velsk, a baker, saw the envoy.",
            "Lida Kern",
        ),
        ("the governor", "The governor spoke.\n\nBy Oto Velsk\n\nLater the governor left.", None),
        (
            "the ministry spokesman",
            "Lida Kern, an army spokesman, left. Health ministry spokesman Oto Velsk and the ministry spokesman.",
            "Oto Velsk",
        ),
        ("Dorven's envoy", "Dorven's envoy warned of war. Lida Kern said it was near.", "Lida Kern"),
    ],
)
def test_holders_of_an_office(role: str, text: str, holder: str | None) -> None:
    people = sorted(
        (text.index(n), text.index(n) + len(n), n) for n in ("Lida Kern", "Oto Velsk") if n in text
    )
    at = text.rindex(role)
    assert Roles(text, people).holder(role, at, at + len(role)) == holder


@pytest.mark.parametrize(
    ("words", "text", "name"),
    [
        ("the Daesh terrorist group", "the Daesh terrorist group", "Islamic State"),
        ("the insurgent group", "Daesh took the town. The insurgent group", "Islamic State"),
        (
            "the Britain-based monitor",
            "The Istrel Observatory for Rights; the monitor",
            "Istrel Observatory for Rights",
        ),
        ("the coalition", "The Oravia-led coalition struck. The coalition", "Oravia-led coalition"),
        ("an Observatory toll", "the Istrel Observatory for Rights", "Istrel Observatory for Rights"),
        ("the harbour guard", "The harbour guard, also known as the Blue Caps,", "Blue Caps"),
        ("medical charity Doctors for Peace", "medical charity Doctors for Peace", "Doctors for Peace"),
        ("Media reports", "Media reports say so", "Media reports"),
        ("the COC", "The Coastal Observatory for Casualties (COC)", "Coastal Observatory for Casualties"),
    ],
)
def test_bodies(words: str, text: str, name: str) -> None:
    assert Bodies(text).name(words, "organisation", len(text), []) == name


@pytest.mark.parametrize(
    ("name", "text", "state"),
    [
        ("Damascus", "", "Syria"),
        ("Damascus", "The Syrian government met.", "Syrian government"),
        ("Syrias government", "", "Syrian government"),
        ("Syria's army", "Syria's army and Syria's army", "Syria's army"),
        ("US", "", "United States"),
        ("Velsk's government", "Syrian President Oto Velsk; Turkey, Turkey, Turkey", "Syrian government"),
        ("Harbour Board", "Syria", None),
        ("France", "", None),
    ],
)
def test_states(name: str, text: str, state: str | None) -> None:
    assert state_of(name, text) == state


@pytest.mark.parametrize(
    ("text", "cue", "outlet"),
    [
        ("A baker told AFP that it burnt.", "told", "AFP"),
        ("A baker confirmed it to an AFP reporter.", "confirmed", "AFP"),
        ("“It burnt,” the mayor said, Reuters reported.", "said", "Reuters"),
        ("In remarks carried by state television, the mayor said it burnt.", "said", "state television"),
        ("In an interview with the Harbour Herald, the mayor said it burnt.", "said", "Harbour Herald"),
        ("According to Reuters, the mayor said it burnt.", "said", "Reuters"),
        ("The mayor said it burnt. Reuters has an office there.", "said", None),
        ("The mayor said a Reuters car burnt.", "said", None),
    ],
)
def test_passers(text: str, cue: str, outlet: str | None) -> None:
    at = text.index(cue)
    one = Attribution(((at, at + len(cue)),), (), (), (), 1.0)
    assert [text[slice(*span)] for span in passers(text, one)] == ([outlet] if outlet else [])
