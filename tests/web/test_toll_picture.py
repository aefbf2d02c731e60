import re
from itertools import pairwise
from typing import Any

from rashomon.model import Toll
from rashomon.web.toll_picture import told, toll_picture
from tests.web.asking import HOSTILE


def toll(figure: str, number: int | None, day: str | None = "2031-05-06", **more: Any) -> Toll:
    plain: dict[str, Any] = {
        "incident": "i", "report": "r1", "who": "Ada Quill", "source": "person|ada quill", "kind": "killed",
        "low": number, "best": number, "high": number, "rule": "words: N", "part": False, "latest": True,
    }  # fmt: skip
    return Toll(figure=figure, day=day, **plain | more)


def dots(picture: object) -> list[tuple[float, float]]:
    found = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', str(picture))
    return [(float(x), float(y)) for x, y in found]


def test_each_count_leads_to_its_words_and_says_who_and_when() -> None:
    picture = str(toll_picture([toll("f1", 11), toll("f2", 17, "2031-05-08", report="r2")], "killed"))
    assert re.findall(r'href="([^"]+)"', picture) == ["/reports/r1#figure-f1", "/reports/r2#figure-f2"]
    assert "<title>2031-05-08, Ada Quill: 17</title>" in picture
    assert picture.count('class="who"') == 1


def test_more_stand_above_fewer_and_later_to_the_right_of_earlier() -> None:
    (x1, y1), (x2, y2) = dots(toll_picture([toll("f1", 11), toll("f2", 17, "2031-05-08")], "killed"))
    assert x1 < x2
    assert y1 > y2


def test_no_two_counts_and_no_two_names_lie_over_each_other() -> None:
    many = [toll(f"f{n}", 11, who=f"Speaker {n}", source=f"s{n}") for n in range(9)]
    picture = toll_picture(many, "killed")
    assert len(set(dots(picture))) == 9
    heights = sorted(float(y) for y in re.findall(r'class="who" x="[\d.]+" y="([\d.]+)"', str(picture)))
    assert all(b - a > 16 for a, b in pairwise(heights))


def test_open_ends_have_arrows_and_spans_have_bars() -> None:
    least = toll("f1", 11, best=None, high=None)
    most = toll("f2", 30, best=None, low=None)
    between = toll("f3", 11, best=None, high=19)
    ways = [
        re.findall(r'class="reach" d="([^"]+)"', str(toll_picture([one], "killed")))
        for one in (least, most, between, toll("f4", 11))
    ]
    assert ["v-20" in ways[0][0], "v20" in ways[1][0], "V" in ways[2][0], ways[3]] == [True, True, True, []]
    assert [told(one) for one in (least, most, between)] == ["at least 11", "at most 30", "11 to 19"]


def test_parts_other_kinds_and_vague_counts_are_not_drawn() -> None:
    others = [toll("f2", 5, part=True), toll("f3", 40, kind="injured"), toll("f4", None)]
    assert len(dots(toll_picture([toll("f1", 11), *others], "killed"))) == 1


def test_what_a_speaker_told_several_reports_of_a_day_is_drawn_once() -> None:
    assert len(dots(toll_picture([toll("f1", 11), toll("f2", 11, report="r2")], "killed"))) == 1
    assert len(dots(toll_picture([toll("f1", 11), toll("f2", 12, report="r2")], "killed"))) == 2


def test_a_count_without_a_day_is_drawn_left_of_all() -> None:
    (dated, _), (undated, _) = dots(toll_picture([toll("f1", 11), toll("f2", 12, None)], "killed"))
    assert undated < dated
    assert len(dots(toll_picture([toll("f1", 11, None)], "killed"))) == 1


def test_hostile_names_stay_text() -> None:
    picture = str(toll_picture([toll("f1", 11, who=HOSTILE)], "killed"))
    assert "<script" not in picture
    assert "\u202e" not in picture
