"""The repair of a dumped text: on made-up pages with the report's damage, and on the report."""

import re
from pathlib import Path

import needs
import pytest
from trendweave.loaders.glyphs import SUBSTITUTES
from trendweave.loaders.text import Chapter, Section, Sentence, Text, parse, read


def columns(*paragraphs: str, width: int = 26) -> str:
    """Set paragraphs as the dump does: a first line two glyphs shorter, empty lines between."""
    lines = []
    for paragraph in paragraphs:
        lines.append(paragraph[: width - 2])
        rest = paragraph[width - 2 :]
        lines.extend(rest[i : i + width] for i in range(0, len(rest), width))
    return "\n\n".join(lines) + "\n\n"


def filler(glyph: str, lines: int = 6, width: int = 26) -> str:
    """A paragraph of one sentence that fills its lines but the last."""
    return glyph * (lines * width - 12) + "。"


OPENING = "春天：\n花园里的新机器\n作者：李木\n\n趋\n势 1\n"
END = columns(filler("末"), filler("尾"))


def chapter(body: str) -> Chapter:
    """The only chapter of a text: title page, then the body on its own page, then filler."""
    return parse(OPENING + " " + body + END).chapters[0]


def texts(section: Section) -> list[str]:
    return [sentence.text for sentence in section.sentences]


def kinds(section: Section) -> list[str]:
    return [sentence.kind for sentence in section.sentences]


# The file -----------------------------------------------------------------------------------


def test_a_file_that_is_missing_empty_or_in_another_encoding_is_one_sentence(
    tmp_path: Path,
) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Größe".encode("latin-1"))
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n\n")
    for path, word in (
        (latin, "not UTF-8"),
        (empty, "is empty"),
        (tmp_path / "none.txt", "cannot be read"),
        (tmp_path, "cannot be read"),
    ):
        with pytest.raises(ValueError, match=word) as caught:
            read(path)
        assert "\n" not in str(caught.value)
        assert str(caught.value).endswith(".")


def test_windows_line_ends_and_a_byte_order_mark_change_no_sentence(tmp_path: Path) -> None:
    raw = OPENING + " " + columns(filler("甲"), "乙" * 50) + "写Cur\n\nsor和Cursor。\n\n" + END
    file = tmp_path / "dos.txt"
    file.write_bytes(("\ufeff" + raw.replace("\n", "\r\n")).encode())
    plain, dos = parse(raw).chapters[0], read(file).chapters[0]
    assert [texts(s) for s in dos.sections] == [texts(s) for s in plain.sections]


# Chapters -----------------------------------------------------------------------------------


def test_a_title_page_gives_title_author_and_no_furniture() -> None:
    found = chapter(columns(filler("甲")))
    assert (found.key, found.title, found.author) == ("1", "春天：花园里的新机器", "李木")
    assert texts(found.sections[0])[:2] == ["春天：花园里的新机器", "作者：李木"]
    assert "势" not in "".join(texts(found.sections[0]))


def test_prefaces_parts_and_trends_are_counted_apart() -> None:
    preface = columns(filler("序"), "他们说得很清楚，花" + "园" * 40)
    box = "走进花园：\n新的一年\n\n王小石\n园丁会会长  花园院院长\n"
    raw = (
        " PREFACE\n序言\n\n\n\n"
        + preface
        + box
        + " 里有光。\n\n04序言01 走进花园: 新的一年\n\n\n\n"
        " 看见\n\nPart  I\n\n"
        + columns(filler("部"))
        + "\n\n"
        + OPENING
        + " "
        + columns(filler("甲"))
        + "\n\n行动\n\nPart Ⅱ\n\n"
        + columns(filler("二"))
        + "\n\n"
        + OPENING
        + " "
        + columns(filler("乙"))
    )
    text = parse(raw)
    assert [c.key for c in text.chapters] == ["preface-1", "part-1", "1", "part-2", "2"]
    first = text.chapter("preface-1")
    assert (first.title, first.author) == ("走进花园：新的一年", "王小石")
    assert texts(first.sections[0])[1] == "王小石 园丁会会长 花园院院长"
    said = next(s for s in first.sections[0].sentences if s.text.startswith("他们"))
    assert said.text.endswith("园里有光。")
    assert [text.raw[a:b] for a, b in said.gaps] == [box.strip()]
    assert text.chapter("part-1").title == "看见"
    assert [len(c.sections) for c in text.chapters] == [1] * 5
    with pytest.raises(KeyError):
        text.chapter("3")


def test_running_furniture_goes_but_a_line_that_begins_with_a_year_stays() -> None:
    found = chapter(
        columns("甲" * 50)
        + "11趋势01 花园\n\n\n\n"
        + columns("继续。" + filler("乙"))
        + "2030年的"
        + "丙" * 20
        + "\n "
        + columns("丁" * 22 + "。")
    )
    said = texts(found.sections[0])
    assert "甲" * 50 + "继续。" in said
    assert "2030年的" + "丙" * 20 + "丁" * 22 + "。" in said
    assert not any("趋势" in text for text in said)


# Headings -----------------------------------------------------------------------------------


def test_headings_are_short_lines_or_pairs_and_begin_their_sections() -> None:
    found = chapter(
        "页首的标题：从种子到果实\n\n"
        + columns(filler("甲"), "这有两个变化：")
        + "1.浇水·施肥\n\n"
        + columns(filler("乙"))
        + "很长的标题会断成两行：它讲的是花园里新\n机器\n\n"
        + columns(filler("丙"))
        + "展望\n\n"
        + columns(filler("丁"))
    )
    heads = [section.heading for section in found.sections[1:]]
    assert heads == [
        "页首的标题：从种子到果实",
        "1.浇水·施肥",
        "很长的标题会断成两行：它讲的是花园里新机器",
        "展望",
    ]
    assert [section.number for section in found.sections] == [0, 1, 2, 3, 4]
    assert all(texts(section)[0] == section.heading for section in found.sections)
    assert texts(found.sections[1])[-1] == "这有两个变化："


def test_neither_paragraph_ends_nor_first_lines_nor_wrapped_ends_are_headings() -> None:
    found = chapter(columns("甲" * 60, filler("乙"), "丙" * 30 + "。", filler("丁")))
    assert len(found.sections) == 1


def test_a_label_that_comes_again_titles_boxes_and_divides_nothing() -> None:
    body = "".join(
        f"{head}的角色转变\n\n"
        + columns(filler("甲"))
        + f"核心故事：{name}\n\n"
        + columns(filler("乙"))
        for head, name in (
            ("工具", "《花》里的园丁机器"),
            ("伙伴", "《Rose of the Garden》里会唱歌的AI园丁机"),
        )
    ).replace("会唱歌的AI园丁机\n\n", "会唱歌的AI园丁机\n\n器人\n\n")
    found = chapter(body)
    assert len(found.sections) == 3
    titles = [s.text for c in found.sections[1:] for s in c.sentences if s.kind == "title"]
    assert titles == [
        "核心故事：《花》里的园丁机器",
        "核心故事：《Rose of the Garden》里会唱歌的AI园丁机器人",
    ]


def test_what_a_colon_announces_and_list_items_are_sentences_of_their_own() -> None:
    found = chapter(
        columns(
            filler("甲"),
            "有两个变化：",
            "丁" * 30 + "，包括：",
            "·乙" + "乙" * 30 + "。",
            "·丙" + "丙" * 30 + "，",
        )
    )
    said = texts(found.sections[0])
    assert said[-5:-1] == [
        "有两个变化：",
        "丁" * 30 + "，包括：",
        "·乙" + "乙" * 30 + "。",
        "·丙" + "丙" * 30 + "，" + filler("末"),
    ]


# Boxes --------------------------------------------------------------------------------------


def test_an_abstract_is_taken_out_of_the_sentence_around_it() -> None:
    abstract = columns("摘" * 120 + "。", "二" * 90 + "。", width=55)
    raw = OPENING + (
        " 标题在这里\n\n"
        + columns(filler("甲"), filler("乙"), filler("丙"), "这句话" + "上" * 45)
        + abstract
        + "摘要\n "
        + columns("下" * 20 + "。", filler("丁"), filler("戊"))
    )
    text = parse(raw)
    opening, section = text.chapters[0].sections
    assert kinds(opening) == ["title", "title", "abstract", "abstract"]
    assert texts(opening)[2:] == ["摘" * 120 + "。", "二" * 90 + "。"]
    said = next(s for s in section.sentences if s.text.startswith("这句话"))
    assert said.text == "这句话" + "上" * 45 + "下" * 20 + "。"
    assert len(said.gaps) == 1
    assert text.raw[slice(*said.gaps[0])].endswith("摘要")
    assert not any("摘" in text for text in texts(section))


def test_a_flattened_table_is_one_block_of_its_own() -> None:
    cells = ["阶段", "模式", "无；重启", "Rose |", "文本/GUI", "多模态：", "画像", "AI 助手。"]
    found = chapter(columns(filler("甲"), "乙" * 40 + "。") + "\n\n".join(cells) + "\n ")
    assert kinds(found.sections[0])[2:5] == ["text", "text", "table"]
    table = found.sections[0].sentences[4]
    assert table.text == " ".join(cells)
    assert kinds(found.sections[0]).count("table") == 1


# Lines --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("前面的Vision-Lan-\n\nguage模型与Language。", "前面的Vision-Language模型与Language。"),
        ("看codex-\n\n1长大。", "看codex-1长大。"),
        ("用Agent \n\nEngine做。", "用Agent Engine做。"),
        ("用Agent \n\n做。", "用Agent做。"),
        ("写Cur\n\nsor和Cursor。", "写Cursor和Cursor。"),
        ("写Rose\n\nTree。", "写Rose Tree。"),
        ("花 园里，有 机器。", "花园里，有机器。"),
        ("有 时 候，A g e n t 正 睡 觉。", "有时候，Agent正睡觉。"),
        (
            "看 见 了（ V i s i o n - L a n -\n\nguage）和Language。",
            "看见了（Vision-Language）和Language。",
        ),
        ("苹 果 与 O p e n - X \n\nBody。", "苹果与Open-X Body。"),
        ("其 实 这A ge nt 与 Agent一样。", "其实这Agent与Agent一样。"),
        ("其 实 这 是Rose A，与Rose不同。", "其实这是Rose A，与Rose不同。"),
        ("自 2025 年起用 Rose 2 号。", "自 2025 年起用 Rose 2 号。"),
        ("变化⸺很大，Sim–to‑Real—X。", "变化——很大，Sim-to-Real-X。"),
        ("记住\ufffd\ufffd\u200b吧。", "记住……吧。"),
        ("软\u00ad连\u00ad字符。", "软连字符。"),
    ],
)
def test_a_broken_line_is_mended(lines: str, said: str) -> None:
    # The vocabulary is the document itself: a line elsewhere holds the whole words.
    whole = "它有Agent的Cursor，"
    text = parse(OPENING + " " + columns(filler("甲")) + f"{whole}\n\n{lines}\n\n" + END)
    assert whole + said in texts(text.chapters[0].sections[0])


def test_sentences_end_with_their_quotes_and_not_at_a_semicolon() -> None:
    said = chapter(columns("他说：“好！”她问“谁？”；" + "甲" * 40 + '。"乙"来了。"丙。"丁。'))
    assert texts(said.sections[0])[2:7] == [
        "他说：“好！”",
        "她问“谁？”",
        "；" + "甲" * 40 + "。",
        '"乙"来了。',
        '"丙。"',
    ]


# Offsets ------------------------------------------------------------------------------------


def squeezed(text: str) -> str:
    for old, new in SUBSTITUTES.items():
        text = text.replace(old, new)
    return re.sub(r"[\s\u00ad\u200b]", "", text)


def source_of(text: Text, sentence: Sentence) -> str:
    """The raw text of a sentence without its gaps."""
    pieces, at = [], sentence.start
    for left, right in sentence.gaps:
        pieces.append(text.raw[at:left])
        at = right
    return "".join(pieces) + text.raw[at : sentence.end]


def every(text: Text) -> list[Sentence]:
    return [s for c in text.chapters for section in c.sections for s in section.sentences]


def wrong(text: Text) -> list[str]:
    """The sentences whose offsets do not lead back to them; a dropped line hyphen is allowed."""
    pairs = [(squeezed(source_of(text, s)), squeezed(s.text)) for s in every(text)]
    return [
        said
        for raw, said in pairs
        if raw != said and (raw.replace("-", "") != said.replace("-", "") or "-" not in raw)
    ]


def test_offsets_lead_back_into_the_raw_text() -> None:
    text = parse(
        OPENING
        + " "
        + columns(filler("甲"), "乙" * 50)
        + "有 时 候⸺\ufffd\u00adA g e n t 正。Vision-Lan-\n\n"
        "guage与Language。\n\n" + END
    )
    assert wrong(text) == []
    assert len(every(text)) == 7
    assert [s.gaps for s in every(text)] == [()] * 7


# The report ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def report() -> Text:
    return read(needs.shared())


def test_the_report_has_ten_chapters_and_39_headed_sections(report: Text) -> None:
    trends = [c for c in report.chapters if c.key.isdigit()]
    others = [c for c in report.chapters if not c.key.isdigit()]
    assert [c.key for c in report.chapters] == [
        *("preface-1", "preface-2", "part-1", "1", "2", "3"),
        *("part-2", "4", "5", "6", "7", "part-3", "8", "9", "10"),
    ]
    assert [len(c.sections) - 1 for c in trends] == [4, 6, 4, 4, 4, 4, 3, 4, 3, 3]
    assert sum(len(c.sections) - 1 for c in trends) == 39
    assert [len(c.sections) for c in others] == [1] * 5
    assert [c.author for c in trends] == [
        *("袁晓辉", "王鹏", "曹士圯", "曹士圯", "徐思彦"),
        *("白惠天", "胡璇、贺泽轩", "徐一平", "李瑞龙", "刘莫闲"),
    ]
    assert [c.author for c in others] == ["司晓", "吴运声", None, None, None]


def test_the_report_s_abstracts_cases_and_table_stand_apart(report: Text) -> None:
    trends = [c for c in report.chapters if c.key.isdigit()]
    assert all("abstract" in kinds(c.sections[0]) for c in trends)
    assert all("abstract" not in kinds(s) for c in trends for s in c.sections[1:])
    assert all(kinds(s)[0] == "heading" for c in trends for s in c.sections[1:])
    tables = [(c.key, s.number) for c in trends for s in c.sections if "table" in kinds(s)]
    assert tables == [("5", 4)]
    boxes = [(c.key, s.number) for c in trends for s in c.sections[1:] if "title" in kinds(s)]
    assert boxes == [("7", 1), ("7", 2), ("7", 3)]


def test_the_report_s_sentences_are_whole(report: Text) -> None:
    said = [s for s in every(report) if s.kind in ("text", "abstract")]
    open_ended = [s.text for s in said if not re.search(r"[。！？：][”’」）)\"·]*$", s.text)]
    assert open_ended == []
    assert 700 < len(said) < 800
    assert not any(re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", s.text) for s in said)
    assert not any(re.search(r"\b\w \w \w \w\b", s.text, re.ASCII) for s in said)
    assert not any("\ufffd" in s.text or "⸺" in s.text for s in said)


def test_the_report_s_offsets_lead_back_and_leave_out_only_furniture(report: Text) -> None:
    assert wrong(report) == []
    seen = bytearray(len(report.raw))
    for sentence in every(report):
        inside = bytearray(b"\1") * (sentence.end - sentence.start)
        for left, right in sentence.gaps:
            inside[left - sentence.start : right - sentence.start] = bytes(right - left)
        for at, here in enumerate(inside, sentence.start):
            if here and not report.raw[at].isspace():
                assert not seen[at], "a glyph stands in two sentences"
                seen[at] = 1
    unseen = "".join("\n" if seen[at] else glyph for at, glyph in enumerate(report.raw))
    rest = {re.sub(r"\s+", "", row) for row in unseen.split("\n") if row.strip()}
    furniture = re.compile(r"趋|势\d*|摘要|PREFACE|序言\d*|Part[IⅡ]+|\d\d(趋势|序言).{1,24}")
    assert [row for row in rest if not furniture.fullmatch(row)] == []
