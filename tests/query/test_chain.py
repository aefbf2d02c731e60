import pytest

from rashomon.model import Hop, SourceKind
from rashomon.query.chain import sentence, through
from tests import builders as build

JOURNAL = Hop("The Wall Journal", "outlet")
RESIDENT = Hop("A resident of Tern", "unnamed_person")
MAYOR = Hop("Ada Quill", "named_person")
NOBODY = Hop("unspecified", "unspecified")


@pytest.mark.parametrize(
    ("chain", "tail"),
    [
        ([JOURNAL, RESIDENT], "retelling The Wall Journal, quoting a resident of Tern (unnamed)"),
        ([JOURNAL], "retelling The Wall Journal"),
        ([MAYOR], "quoting Ada Quill"),
        ([MAYOR, RESIDENT], "quoting Ada Quill, quoting a resident of Tern (unnamed)"),
        ([RESIDENT, MAYOR], "quoting a resident of Tern (unnamed), quoting Ada Quill"),
        ([Hop("Officials", "unnamed_group")], "quoting Officials (unnamed)"),
        ([Hop("he", "unspecified")], "quoting “he” (unnamed)"),
        ([Hop("our reporter", "reporter")], "quoting its own reporter"),
        ([], "without naming a source"),
        ([NOBODY], "without naming a source"),
        ([JOURNAL, NOBODY], "retelling The Wall Journal, without naming a source"),
    ],
)
def test_a_chain_reads_as_one_sentence(chain: list[Hop], tail: str) -> None:
    statement = build.statement("s", build.TEXT, "We heard three blasts.", chain=tuple(chain))
    assert sentence(build.report(outlet="8am Post"), statement) == f"8am Post, {tail}"
    assert sentence(build.report(outlet=None), statement) == f"this report, {tail}"


@pytest.mark.parametrize(
    ("chain", "short"),
    [
        ([JOURNAL, MAYOR, RESIDENT], "The Wall Journal, Ada Quill"),
        ([RESIDENT, MAYOR], "a resident of Tern (unnamed)"),
        ([MAYOR], ""),
        ([], ""),
    ],
)
def test_through_is_the_chain_without_its_origin(chain: list[Hop], short: str) -> None:
    assert through(build.statement("s", build.TEXT, "We heard", chain=tuple(chain))) == short


@pytest.mark.parametrize(
    ("name", "kind", "read"),
    [
        ("The officers", "unnamed_group", "the officers (unnamed)"),
        ("Afghan officers", "unnamed_group", "Afghan officers (unnamed)"),  # a name may begin it
        ("The Hague", "organisation", "The Hague"),
    ],
)
def test_only_an_article_before_the_unnamed_loses_its_capital(name: str, kind: SourceKind, read: str) -> None:
    statement = build.statement("s", build.TEXT, "We heard", chain=(Hop(name, kind),))
    assert sentence(build.report(outlet="Post"), statement) == f"Post, quoting {read}"
