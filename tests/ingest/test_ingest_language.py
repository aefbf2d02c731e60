import pytest

from rashomon.ingest import language
from tests.ingest.reading import page, text


@pytest.mark.parametrize(
    "english",
    [
        "Mohammad Al-Hashimi and Abdul Rahman Zadran were killed near Deir ez-Zor, said Yusuf al-Qaradawi.",
        "Zabihullah Mujahid denied that Abdul Haq Wasiq met Sirajuddin Haqqani in Khost, Ghazni or Kunduz.",
        "Sheikh Abdullah al-Muhaysini and Abu Mohammad al-Julani were seen at Maarrat al-Numan on Friday.",
        "Brigadier Suheil al-Hassan denied shelling Ghouta on Monday.",
        "TWO SHELLS HIT THE MARKET IN KESSAR ON MONDAY, THE MAYOR SAID, AND NOBODY WAS KILLED.",
    ],
)
def test_english_full_of_names_is_english(english: str) -> None:
    assert language.of_text(english) == "en"


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("fa", "سخنگوی طالبان این گزارش را رد کرد و گفت که چنین گروهی در افغانستان وجود ندارد."),
        ("ps", "د طالبانو ویاند دا راپور رد کړ او ویې ویل چې په افغانستان کې داسې ډله نشته."),
        ("ar", "نفى المتحدث باسم الحكومة مقتل أي مدني في القصف الذي استهدف السوق يوم الجمعة."),
        ("fr", "Le porte-parole du gouvernement a nié que des obus soient tombés sur le marché vendredi."),
        ("es", "El portavoz del gobierno negó que los proyectiles cayeran sobre el mercado el viernes."),
        ("ru", "Представитель правительства опроверг, что снаряды упали на рынок в пятницу."),
        ("de", "Der Sprecher der Regierung bestritt, dass Granaten auf den Markt gefallen seien."),
        ("id", "Pemerintah membantah bahwa warga sipil tewas dalam serangan itu, kata juru bicara."),
    ],
)
def test_other_languages_are_told(code: str, other: str) -> None:
    assert language.of_text(other) == code


@pytest.mark.parametrize("short", ["", "12 34", "Kessar", "Zabihullah Mujahid denied it."])
def test_too_short_to_tell(short: str) -> None:
    assert language.of_text(short) is None
    assert "language" not in text(short or "-").found


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("en-GB", "en"),
        ("FA", "fa"),
        ("en_US", "en"),
        (" ps ", "ps"),
        ("eng", None),
        ("english", None),
        ("", None),
    ],
)
def test_declarations(said: str, code: str | None) -> None:
    assert language.declared(said) == code


def test_what_the_markup_declares_counts_only_where_the_text_is_too_short() -> None:
    short = page('<html lang="fr"><body><article><p>A B C D E F G H I</p></article></body></html>')
    assert (short.language, short.found["language"]) == ("fr", "markup")
    english = "The mayor said that two shells had hit the market and that nobody had been killed."
    long = page(f'<html lang="fr"><body><article><p>{english}</p></article></body></html>')
    assert (long.language, long.found["language"]) == ("en", "text")
