"""Pointers: names with their edges and case, spans, anaphors, problems; and some in the report."""

import needs
import pytest
from trendweave.loaders.pointers import Problem, Span, places, resolve
from trendweave.loaders.text import Section, Sentence, Text, read


def section(*sentences: str | tuple[str, str]) -> Section:
    """A section of sentences, a kind beside the text where it is none of the running ones."""
    made, at = [], 100
    for sentence in sentences:
        text, kind = (sentence, "text") if isinstance(sentence, str) else sentence
        made.append(Sentence(text, at, at + len(text), kind))
        at += len(text) + 10
    return Section(3, made[0].text, tuple(made))


def span(found: Span | Problem) -> tuple[int, int]:
    assert isinstance(found, Span), str(found)
    return found.first, found.last


def problem(found: Span | Problem) -> Problem:
    assert isinstance(found, Problem), found
    return found


# Names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("o1", "使用o1系列"),
        ("o1", "Open o1, then"),
        ("GPT-4", "由GPT-4驱动"),
        ("GPT-4", "由GPT‑4驱动"),
        ("LifeOS", "新的Life OS来了"),
        ("Robotics X", "RoboticsX实验室"),
        ("谷歌", "由谷 歌发布"),
        ("Kling", "叫Kling-Foley"),
        ("DeepSeek", "用DeepSeek-R1"),
        ("Claude 3.5", "Claude 3.5."),
        ("Figure", "Figure公司"),
        ("腾讯", "在腾讯云"),
        ("Ａ１", "模型A1"),
        ("“小五”", '机器人"小五"'),
        ("Sim-to-Real", "（Sim–to–Real）"),
    ],
)
def test_a_form_is_found(form: str, text: str) -> None:
    assert places(text, form)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("o1", "o1x"),
        ("o1", "pro1"),
        ("o1", "o12"),
        ("o3", "o3-mini"),
        ("GPT-4", "GPT-4o"),
        ("GPT", "GPT-4"),
        ("codex", "codex-1"),
        ("Claude 3.5", "Claude 3.5.1"),
        ("Gemini 2", "Gemini 2.5花"),
        ("R1", "Med-R1框架"),
        ("DeepSeek R1", "DeepSeek-R1-Zero"),
        ("5", "Gemini 2.5"),
        ("Flow", "the flow of"),
        ("Flow", "WorkFlow"),
        ("Manus", "Manuscript"),
        ("", "甲"),
    ],
)
def test_a_form_is_not_found(form: str, text: str) -> None:
    assert places(text, form) == []


def test_places_are_all_and_count_no_whitespace() -> None:
    assert places("A o1 与o1x、 o1。", "o1") == [1, 8]
    assert places("o1 o1 o1", "o1") == [0, 2, 4]


@pytest.mark.parametrize(
    ("form", "text", "holds"),
    [
        ("DeepMind", "某Deepmind发布", True),
        ("ReSearch", "the Research of发布", True),
        ("Scaling law", "这条scaling law发布", True),
        ("Sim-to-real", "从sim-to-real发布", True),
        ("Flow", "这种flow发布", False),
        ("Cursor", "这个cursor发布", False),
        ("o3", "这个O3发布", False),
    ],
)
def test_case_gives_way_only_for_distinct_forms(form: str, text: str, holds: bool) -> None:
    assert isinstance(resolve(section(text), [form], None, "发布"), Span) is holds


def test_case_does_not_give_way_where_the_form_stands_as_given() -> None:
    both = section("Deep Research做研究。", "ReSearch做研究。")
    assert span(resolve(both, ["ReSearch"], None, "研究")) == (1, 1)


# Spans --------------------------------------------------------------------------------------


def test_one_sentence_with_everything_holds_with_its_offsets() -> None:
    here = section("标题", "花园公司发布了月季一号。", "月季一号很好。")
    found = resolve(here, ["Garden Inc", "花园公司"], ["月季一号"], "发 布")
    assert found == Span(1, 1, 112, 124, "花园公司发布了月季一号。")


def test_two_neighbours_hold_where_neither_has_everything() -> None:
    here = section("花园公司很大。", "它发布了月季一号。", "结束。")
    found = resolve(here, ["花园公司"], ["月季一号"], "发布")
    assert span(found) == (0, 1)
    assert isinstance(found, Span)
    assert (found.start, found.end) == (100, here.sentences[1].end)
    assert found.quote == "花园公司很大。它发布了月季一号。"


def test_a_sentence_with_everything_is_not_widened_by_its_neighbour() -> None:
    here = section("花园公司很大。", "花园公司发布了月季一号。", "月季一号很好。")
    assert span(resolve(here, ["花园公司"], ["月季一号"], "发布")) == (1, 1)


def test_three_sentences_are_too_many() -> None:
    here = section("花园公司很大。", "它发布了新品。", "月季一号很好。")
    found = problem(resolve(here, ["花园公司"], ["月季一号"], "发布"))
    assert found.missing == ()
    assert str(found) == ("nowhere together in section 3 (sentences: source 0; target 2; cue 1)")


def test_several_spans_are_a_problem_that_lists_them() -> None:
    here = section("花园公司发布甲。", "花园公司发布甲。", "空。", "花园公司有。", "发布甲。")
    found = problem(resolve(here, ["花园公司"], ["甲"], "发布"))
    assert [(s.first, s.last) for s in found.spans] == [(0, 0), (1, 1), (3, 4)]
    assert str(found) == "3 spans hold in section 3 (sentences 0, 1, 3+4)"


@pytest.mark.parametrize(
    ("source", "target", "cue", "missing"),
    [
        ("果园", "甲", "发布", ("source",)),
        ("花园", "乙", "发布", ("target",)),
        ("花园", "甲", "推出", ("cue",)),
        ("果园", "乙", "推出", ("source", "target", "cue")),
    ],
)
def test_the_part_that_stands_nowhere_is_named(
    source: str, target: str, cue: str, missing: tuple[str, ...]
) -> None:
    found = problem(resolve(section("花园发布甲。"), [source], [target], cue))
    assert found.missing == missing
    assert str(found) == f"no {' and no '.join(missing)} in section 3"


@pytest.mark.parametrize("forms", [None, [], ()])
def test_an_end_without_forms_need_not_be_named(forms: list[str] | None) -> None:
    here = section("花园发布甲。", "果园发布乙。")
    assert span(resolve(here, forms, ["乙"], "发布")) == (1, 1)
    assert span(resolve(here, ["花园"], forms, "发布")) == (0, 0)
    assert isinstance(resolve(here, forms, forms, "发布"), Problem)


@pytest.mark.parametrize(("cue", "right"), [("", False), (" ", False), ("发布" * 4, True)])
def test_a_cue_has_one_to_eight_characters(cue: str, right: bool) -> None:
    found = resolve(section("花园" + "发布" * 5), ["花园"], None, cue)
    assert isinstance(found, Span) is right
    nine = problem(resolve(section("花园发布"), ["花园"], None, "发布" * 4 + "了"))
    assert nine.missing == ("cue",)
    assert "9" in str(nine)


def test_a_table_stands_alone_and_an_abstract_has_no_other_neighbour() -> None:
    for kind in ("table", "abstract"):
        here = section(("花园公司 月季", kind), "发布。")
        assert isinstance(resolve(here, ["花园公司"], None, "发布"), Problem)
        assert span(resolve(here, ["花园公司"], ["月季"], "公司")) == (0, 0)
    pair = section(("花园公司。", "abstract"), ("发布。", "abstract"))
    assert span(resolve(pair, ["花园公司"], None, "发布")) == (0, 1)


# Anaphors -----------------------------------------------------------------------------------


def test_a_word_stands_for_a_name_that_was_said_before_it() -> None:
    here = section("花园公司很大。", "空。", "空。", "其发布了月季一号。")
    found = resolve(here, ["花园公司"], ["月季一号"], "发布", spelt_source="其")
    assert span(found) == (3, 3)
    found = resolve(here, ["月季一号"], ["花园公司"], "发布", spelt_target="其")
    assert span(found) == (3, 3)


def test_a_name_said_only_after_the_word_does_not_serve() -> None:
    here = section("空。", "其发布了月季一号。", "花园公司很大。")
    found = problem(resolve(here, ["花园公司"], ["月季一号"], "发布", spelt_source="其"))
    assert found.missing == ("source",)
    same = section("花园公司很大，其发布了月季一号。")
    assert span(resolve(same, ["花园公司"], ["月季一号"], "发布", spelt_source="其")) == (0, 0)
    turned = section("其发布了月季一号，花园公司很大。")
    assert isinstance(
        resolve(turned, ["花园公司"], ["月季一号"], "发布", spelt_source="其"), Problem
    )


def test_the_word_itself_must_be_in_the_span() -> None:
    here = section("花园公司发布了月季一号。", "空。")
    found = problem(resolve(here, ["花园公司"], ["月季一号"], "发布", spelt_source="该司"))
    assert found.missing == ("source",)


# The report ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def report() -> Text:
    return read(needs.shared())


@pytest.mark.parametrize(
    ("chapter", "number", "source", "target", "cue"),
    [
        ("4", 1, "Anthropic", "MCP", "开源"),
        ("4", 1, "Manus", "GAIA", "获得约"),
        ("4", 2, "Deep Research", "o3", "精调"),
        ("4", 2, "o4-mini", "AIME 2025", "pass@1"),
        ("8", 2, "谷歌", "Open-X Embodied Datasets", "如"),
        ("9", 3, "元戎智行", "VLA", "提出的"),
        ("10", 1, "Figure 02", "Nvidia Jetson", "方案"),
        ("2", 6, "VLA", "Vision-Language-Action Models", "推动"),
        ("5", 4, "Siri", None, "GUI"),
        ("preface-1", 0, "司晓", "腾讯研究院", "院长"),
    ],
)
def test_names_lead_to_one_place_of_the_report(
    report: Text, chapter: str, number: int, source: str, target: str | None, cue: str
) -> None:
    here = report.chapter(chapter).sections[number]
    found = resolve(here, [source], [target] if target else None, cue)
    first, last = span(found)
    assert isinstance(found, Span)
    said = "".join(s.text for s in here.sentences[first : last + 1])
    assert source in said
    assert cue in said
    assert report.raw[found.start : found.end].strip()
    elsewhere = [
        s.number
        for c in report.chapters
        for s in c.sections
        if s is not here and isinstance(resolve(s, [source], [target or source], cue), Span)
    ]
    assert elsewhere == []


def test_versions_stay_apart_in_the_report(report: Text) -> None:
    agents = report.chapter("4").sections[2]
    for form, cue in (("GPT-4", "推理"), ("o4", "推理"), ("R1", "搜索"), ("Kimi K", "开源")):
        assert problem(resolve(agents, [form], None, cue)).missing == ("source",)
