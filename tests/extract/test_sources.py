"""Names of sources, resolved within a report."""

import pytest

from rashomon.extract.statements.sources import Sources
from rashomon.model import Annotation, Entity, Source, SourceKind

Said = tuple[str, SourceKind]


def named(text: str, people: list[str], said: list[Said]) -> list[Source]:
    """The sources of a text in its order, each at the first place behind the one before."""
    entities = [Entity(text.index(name), text.index(name) + len(name), "PERSON") for name in people]
    sources = Sources(Annotation(text, tuple(sorted(entities, key=lambda e: e.start))))
    found, at = [], 0
    for words, kind in said:
        at = text.index(words, at)
        found.append(sources.source(((at, at + len(words)),), kind))
        at += len(words)
    return found


@pytest.mark.parametrize(
    ("text", "people", "said", "names"),
    [
        (
            "Governor Ilan Hask said so. Hask added more. He warned of rain.",
            ["Ilan Hask"],
            [("Governor Ilan Hask", "named_person"), ("Hask", "named_person"), ("He", "named_person")],
            ["Ilan Hask"] * 3,
        ),
        (
            "The Coastal Observatory for Casualties (COC) said so. The COC said more. It warned.",
            [],
            [
                ("The Coastal Observatory for Casualties", "organisation"),
                ("The COC", "organisation"),
                ("It", "organisation"),
            ],
            ["Coastal Observatory for Casualties"] * 3,
        ),
        (
            "A resident of Kell said so. The resident fled.",
            [],
            [("A resident of Kell", "unnamed_person"), ("The resident", "unnamed_person")],
            ["a resident of Kell"] * 2,
        ),
        (
            "The Selmaran government spoke. The government denied it.",
            [],
            [("The government", "organisation")],
            ["Selmaran government"],
        ),
        ("They said so.", [], [("They", "unnamed_group")], ["They"]),
        (
            "Mayor Lida Kern and Governor Ilan Hask said so.",
            ["Lida Kern", "Ilan Hask"],
            [("Mayor Lida Kern and Governor Ilan Hask", "named_person")],
            ["Lida Kern and Ilan Hask"],
        ),
    ],
    ids=["surname and pronoun", "acronym", "role", "body by its noun", "nobody before", "joint"],
)
def test_names(text: str, people: list[str], said: list[Said], names: list[str]) -> None:
    assert [source.name for source in named(text, people, said)] == names


def test_a_pronoun_without_antecedent_stays_unspecified() -> None:
    (source,) = named("They said so.", [], [("They", "unnamed_group")])
    assert source.kind == "unspecified"


def test_a_person_whom_the_network_takes_for_a_thing_stays_unnamed() -> None:
    kinds: tuple[SourceKind, ...] = ("organisation", "outlet", "document")
    for kind in kinds:
        (source,) = named(
            "A second resident of the town said so.", [], [("A second resident of the town", kind)]
        )
        assert source.kind == "unnamed_person"


@pytest.mark.parametrize(
    ("text", "words", "office"),
    [
        ("Interior Minister Tomas Vrel said so.", "Interior Minister Tomas Vrel", "Interior Minister"),
        ("Tomas Vrel, the interior minister, said so.", "Tomas Vrel", "interior minister"),
        ("Tomas Vrel, a nurse, said so.", "Tomas Vrel", None),
        ("Tomas Vrel said so.", "Tomas Vrel", None),
    ],
)
def test_an_office_is_what_the_report_gives(text: str, words: str, office: str | None) -> None:
    (source,) = named(text, ["Tomas Vrel"], [(words, "named_person")])
    assert (source.name, source.office) == ("Tomas Vrel", office)
