"""The curated table of organisations: well-formed, a tree, and no name borne by two of them."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from trendweave.graph.identity import key, lookup, slug

COLUMNS = "id,name,name_zh,aliases,country,category,part_of,since,until,reason"
CATEGORIES = {"company", "lab", "institute", "university", "hospital", "agency", ""}
COUNTRIES = (
    "AE AR AT AU BD BE BG BR BY CA CH CL CN CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IR "
    "IS IT JP KE KR LU MO MX MY NG NL NO NZ PH PK PL PT QA RO RS RU SA SE SG SI SK TH TR TW UA UG "
    "US VN ZA"
)

Row = dict[str, str]
Rows = dict[str, Row]


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "graph" / "identity" / "organisations.csv").read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def rows(text: str) -> Rows:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


@pytest.fixture(scope="module")
def ids(rows: Rows) -> dict[str, str]:
    return {key(name): row["id"] for row in rows.values() for name in names(row)}


def names(row: Row) -> list[str]:
    return [name for name in (row["name"], row["name_zh"], *row["aliases"].split("|")) if name]


def above(rows: Rows, id_: str) -> list[str]:
    """What an organisation is a part of, nearest first; ends where it would go round."""
    found: list[str] = []
    while (id_ := rows[id_]["part_of"]) and id_ not in found:
        found.append(id_)
    return found


def test_the_file_is_sorted_and_bears_each_id_once(text: str, rows: Rows) -> None:
    assert "\r" not in text
    assert text.endswith("\n")
    assert text.startswith(f"{COLUMNS}\n")
    table = list(csv.reader(io.StringIO(text, newline="")))
    assert {len(line) for line in table} == {len(table[0])}
    found = [line[0] for line in table[1:]]
    assert found == sorted(set(found))
    assert len(rows) > 1000


def test_an_id_is_made_from_the_name(rows: Rows) -> None:
    made = {id_: f"company:{slug(row['name'])}" for id_, row in rows.items()}
    assert {id_: m for id_, m in made.items() if lookup(id_) != lookup(m)} == {}


def test_every_cell_is_clean(rows: Rows) -> None:
    for row in rows.values():
        for cell in row.values():
            assert cell == " ".join(unicodedata.normalize("NFC", cell).split()), row
        assert row["name"], row
        assert 0 < len(row["reason"]) <= 120, row
        assert row["category"] in CATEGORIES, row
        assert not row["country"] or row["country"] in COUNTRIES.split(), row
        for year in (row["since"], row["until"]):
            assert not year or (year.isdigit() and 1700 < int(year) < 2100), row
        if row["since"] and row["until"]:
            assert int(row["since"]) <= int(row["until"]), row


def test_no_name_is_borne_by_two(rows: Rows) -> None:
    bearers: dict[str, list[str]] = {}
    for row in rows.values():
        for name in names(row):
            bearers.setdefault(key(name), []).append(row["id"])
    assert {name: found for name, found in bearers.items() if len(found) > 1} == {}


def test_what_is_part_of_another_makes_a_tree(rows: Rows) -> None:
    parents = {row["part_of"] for row in rows.values() if row["part_of"]}
    assert parents - rows.keys() == set()
    assert [id_ for id_ in rows if id_ in above(rows, id_)] == []


SAME = """
Zhipu AI = Z.ai = 智谱AI = 智谱华章 = Knowledge Atlas = zhipuai
Facebook = Meta = Meta Platforms
Facebook AI Research = FAIR = Meta FAIR
Twitter = X Corp
AI2 = Allen Institute for AI = Allen Institute for Artificial Intelligence
BAAI = 智源 = Beijing Academy of Artificial Intelligence / BAAI
TII = Technology Innovation Institute = UAE Technology Innovation Institute
上海人工智能实验室 = 上海市人工智能实验室 = Shanghai AI Lab
Moonshot = 月之暗面 = moonshotai
MosaicML = Mosaic
Cursor = Anysphere
Cohere for AI = Cohere Labs
LAION = LAION e.V.
Bell Laboratories = Nokia Bell Labs
Mila = Montreal Institute for Learning Algorithms
X-Humanoid = 北京人形机器人创新中心
"""

APART = """
Google / Google Research / Google Brain / DeepMind / Google DeepMind / Google Cloud / Alphabet
Alibaba / 阿里云 / 达摩院 / 通义实验室 / Qwen Team / Ant Group / inclusionAI
Meta / FAIR / Reality Labs
ByteDance / ByteDance Seed / 火山引擎 / TikTok / 抖音
Microsoft / Microsoft Research / 微软亚洲研究院 / GitHub / LinkedIn / Azure
Amazon / AWS / Amazon AGI / Amazon Bedrock
Huawei / 华为云 / 诺亚方舟实验室
Baidu / 昆仑芯 / 昆仑万维
清华大学 / 国立清华大学
中山大学 / 国立中山大学
东北大学 / Northeastern University / Tohoku University
University of Washington / Washington University in St. Louis
University of York / York University
香港中文大学 / 港中文深圳 / CUHK Shenzhen Research Institute
Inception Labs / Inception Institute of Artificial Intelligence / Inceptron
Humane / HUMAIN / Hume
Allen Institute for AI / Allen Institute for Brain Science / AI2 Robotics
Codeium / CodiumAI
Groq / Grok / Cerebras
KAIST / KAUST / KIST
AgiBot / BAAI
Vast.ai / VAST / Vastai Technologies
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_renames_and_legal_forms_are_one(ids: dict[str, str], line: str) -> None:
    assert len({ids[key(name)] for name in line.split(" = ")}) == 1


@pytest.mark.parametrize("line", APART.strip().splitlines())
def test_groups_labs_and_homonyms_stay_apart(ids: dict[str, str], line: str) -> None:
    written = line.split(" / ")
    found = [ids.get(key(name), name) for name in written]
    assert len(set(found)) == len(written)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Google Brain", "Google"),
        ("DeepMind", "Alphabet"),
        ("Qwen Team", "Alibaba"),
        ("FAIR", "Meta"),
        ("可灵", "Kuaishou"),
        ("LongCat", "Meituan"),
        ("hi lab", "Xiaohongshu"),
        ("inclusionAI", "Ant Group"),
        ("InternLM", "Shanghai AI Lab"),
        ("Amazon Bedrock", "Amazon"),
    ],
)
def test_a_unit_belongs_to_its_group(
    rows: Rows, ids: dict[str, str], part: str, whole: str
) -> None:
    assert ids[key(whole)] in above(rows, ids[key(part)])


@pytest.mark.parametrize(
    "name", ["HEC", "Inception", "Llama", "Nova", "SAIC", "Thinking", "Turing", "UVA", "Vertex"]
)
def test_a_name_of_many_is_left_out(ids: dict[str, str], name: str) -> None:
    assert key(name) not in ids
