"""Capitalised words of a text, of which the names of places are made."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.extract.places.gazetteer import named
from rashomon.model import Span

POSSESSIVE = re.compile(r"[’']s?$")
_WORD = re.compile(
    r"(?<![\w’'])(?:(?:[A-Z]\.){2,}(?:[A-Z]\b)?|W\.Va\."
    r"|(?:(?:(?:al|el|a[dnrstz]|ash|e[dnstz]|es|de|ul|ol|i|e)[-’']|[ae]l ))?[^\W\d_a-z][\w’'ʼ]*(?:-\w[\w’'ʼ]*)*)"
)
_GAP = re.compile(
    r"[ \u00a0]|-|[ -](?:of(?: the)?|de|del|de la|la|el|al|du|and|on|upon|ul|ad|ar|az|ez|i|e|y|ye|wa)[ -]+",
    re.I,
)
_DOTTED = frozenset(
    """St Ste Mt Ft Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
    Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Ont Que Alta Sask Man""".split()
)
"""Words that are cut short by a full stop."""
_CAPITALS = frozenset(("ST", "MT", "FT"))
_CODE = re.compile(r"[A-Z]{2,3}|(?:[A-Z]\.){2,}|W\.Va\.")
LARGE = 5.0
"""Decimal logarithm of the people of a place whose name is known without the apostrophe of its possessive."""
STATES = frozenset("EU E.U. US UK U.S. U.K. USA UAE DRC U.S.A. U.A.E. D.R.C. KSA PRC UAE DPRK USSR".split())
"""Short names that need no place before them."""
NEVER = frozenset(
    """march may august sunday monday tuesday wednesday thursday friday saturday january february april june july
    september october november december the of and a an in on at i he she it we they but for not this that there
    mr mrs ms dr president minister king queen prince army police university college church god allah islam
    western eastern northern southern central north south east west northeast northwest southeast southwest
    street road avenue board court house park center centre school high district city state county united national
    international general major union council us as is to by from with after before one two three no new old said
    when where while what who how if or so his her our their my your its mark sandy christian media
    opposition independence liberty best most more young early over under home first second third last
    many much male both well long anger hope minor bank man women men son day time team young justice
    river lake hospital airport hall island islands town see hey republic village valley mountain bay beach port
    bridge hill hills sea ocean square station tower castle garden gardens province region field fields forest
    date capital leader arab arabs ramadan conquest shields jan feb mar apr jun jul aug sept oct nov dec
    spring summer winter fall star sun times post mail news press media market story bright rural
    muslim muslims jews sunni shia taliban taleban isaf nato imam mullah haji sheikh sheik ali mohammad mohammed
    kurdish kurds druze alawite alawites shiite shiites shia pashtun hazara tajik uzbek daesh isil isis
    ash ar ad el tomahawk patriot
    muhammad ahmad ahmed khan hassan hussein abdullah ibrahim omar osman""".split()
) | {"white house", "el nino", "la nina", "red cross", "old town"}
"""Plain words, titles, given names, weapons and the articles of Arabic names that some small town bears as its name."""

PEOPLE = frozenset(
    """jackson madison austin houston dallas paris sydney charlotte florence victoria lincoln washington jefferson
    hamilton orlando santiago sofia adelaide bradford lancaster bolton warren irving carson clinton norman salem leon
    valencia chester regina vladimir nelson wellington darwin kingston wilson allen murray gary henderson hayward kent
    columbus cleveland george anderson clark clarke marshall miranda saad kamal karim hama sari basra nasr salman
    hampton preston burton stafford sutton barry davis russell vernon everett lawrence jordan israel chad georgia
    kelly scott johnson thompson watson spencer parker carter taylor harper howard grant douglas logan milan""".split()
)
"""Names of places that are more often those of people, where the parser takes them so."""


def tokens(text: str) -> Iterator[Span]:
    """Capitalised words, without a possessive; of a compound that names nothing, its capitalised parts."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        if not any(map(str.isupper, match.group())):
            continue
        if text.startswith(".", end) and (match.group() in _DOTTED or match.group() in _CAPITALS):
            yield start, end + 1
            continue
        if bare := POSSESSIVE.search(text, start, end):
            end = bare.start()
        if text[end - 1] == "s" and not named(text[start:end]) and _likely(text[start : end - 1]):
            end -= 1  # `Syrias`: some archives lose apostrophes
        if "-" in match.group() and not named(text[start:end]):
            yield from _parts(text, start, end)
        elif end > start:
            yield start, end


def _likely(word: str) -> bool:
    return any(one.fit == 2 and (one.population > LARGE or one.kind == "country") for one in named(word))


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for part in text[start:end].split("-"):
        if part[:1].isupper():
            yield at, at + len(part)
        at += len(part) + 1


def joined(text: str, words: Sequence[Span]) -> bool:
    """Whether only a blank, a hyphen or a word like `of` parts each of these words from the next."""
    return all(_GAP.fullmatch(text, one[1], after[0]) for one, after in pairwise(words))


def abbreviation(words: str) -> bool:
    """Whether words are a short form that also means something else: `La.`, `OR`, `N.C.`."""
    return (
        _CODE.fullmatch(words) is not None
        or (words.endswith(".") and words[:-1] in _DOTTED)
        or len(words) < 3
    )
