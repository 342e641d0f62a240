"""Saved queries as a reader meets them: listed, described, asked in either language."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from trendweave.queries import library
from trendweave.queries.library import SavedQuery

import trendweave
from trendweave import tables
from trendweave.reader import Reader

TRENDWEAVE = Path(sys.executable).with_name("trendweave")
QUERIES = [library.get(name) for name in library.names()]
every_query = pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
HAN = re.compile(r"[\u4e00-\u9fff]")
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def run(*words: str, **env: str) -> str:
    clean = {k: v for k, v in os.environ.items() if k not in LOCALE} | {"COLUMNS": "400"} | env
    done = subprocess.run(
        [str(TRENDWEAVE), *words], env=clean, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@every_query
def test_front_matter_speaks_both_languages(query: SavedQuery) -> None:
    english = [query.title, query.question]
    chinese = [query.title_zh, query.question_zh]
    for part in (*query.parameters, *query.shown):
        english.append(part.meaning)
        chinese.append(part.meaning_zh)
    assert not any(map(HAN.search, english))
    assert all(map(HAN.search, chinese))
    assert query.question_zh.endswith("？")


@every_query
def test_every_column_is_explained(query: SavedQuery) -> None:
    """A thing is one column; claims and where are the evidence, which needs no words."""
    columns = set(query.columns)
    things = {c for c in columns if {f"{c}_id", f"{c}_kind", f"{c}_zh"} <= columns}
    folded = {f"{thing}{part}" for thing in things for part in ("_id", "_kind", "_zh")}
    order = [c for c in query.columns if c not in folded | {"claims", "where"}]
    assert [column.name for column in query.shown] == order


def test_the_list_names_every_question_under_its_topic() -> None:
    for lang, pick in (("en", 0), ("zh", 1)):
        listed = run("query", "--lang", lang)
        for query in QUERIES:
            stands = query.name in listed.split()
            assert stands == (query.topic != library.PARTS), query.name
            if stands:
                assert library.TOPICS[query.topic][pick] in listed
                assert (query.question, query.question_zh)[pick] in listed
    described = json.loads(run("query", "--format", "json"))["queries"]
    assert [one["name"] for one in described] == [
        query.name for query in QUERIES if query.topic != library.PARTS
    ]


def test_a_question_reads_as_its_text_does_with_the_parameters_in_place() -> None:
    assert "$name" in library.get("who-builds").text
    printed = run("query", "who-builds", "name=它的", "--cypher")
    assert "$" not in printed
    assert "'它的'" in printed


def test_a_table_speaks_the_language_of_its_reader(report_db: str) -> None:
    def asked(*words: str, **env: str) -> str:
        return run("query", "builds", "name=腾讯", "--db", report_db, *words, **env)

    chinese = asked("--lang", "zh")
    assert chinese.splitlines()[0].split() == ["研发者", "所研发的事物", "确定程度", "出处"]
    assert "混元" in chinese
    assert "Tencent" not in chinese
    assert "明确陈述" in chinese
    assert "report preface 2 § 0" in chinese
    assert asked(LANG="zh_CN.UTF-8") == chinese
    english = asked(LANG="en_GB.UTF-8")
    assert "Hunyuan " in english
    assert not HAN.search("".join(line.partition("  ")[0] for line in english.splitlines()))
    assert asked("--lang", "en", LANG="zh_CN.UTF-8") == english
    both = asked(LC_ALL="C.UTF-8")
    assert "Tencent · 腾讯" in both
    answered = run("who-builds", "混元", "--lang", "zh", "--db", report_db)
    assert "腾讯研发混元" in answered


def test_json_has_the_evidence_of_every_row(report_db: str) -> None:
    found = json.loads(
        run("query", "who-builds", "name=Deep Research", "--format", "json", "--db", report_db)
    )
    assert len(found["evidence"]) == len(found["rows"]) >= 1
    claim = found["evidence"][0][0]
    assert claim["source"] == "report"
    assert claim["where"].startswith("ch. ")


def test_a_picture_in_a_table_is_a_line_with_its_evidence(report_db: str) -> None:
    text = "MATCH p=(:Trend {id: 'trend:01'})-[:ENABLES]->(:Trend {id: 'trend:08'}) RETURN p"
    told = run("query", "--text", text, "--lang", "zh", "--db", report_db)
    assert "强化学习 →ENABLES→ 具身智能" in told
    assert "report ch. 1 § 0" in told


def test_a_name_with_its_maker_in_front_or_unknown(report_db: str) -> None:
    asked = ("query", "who-builds", "--db", report_db)
    assert "Optimus" in run(*asked, "name=TeslaOptimus")
    done = subprocess.run(
        [str(TRENDWEAVE), *asked, "name=Deep Reserch"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 3
    assert "Deep Research" in done.stderr


def test_several_names_are_asked_about_at_once(report_db: str) -> None:
    asked = ("query", "model-figures", "--db", report_db, "--lang", "en")
    told = run(*asked, "names=gpt 4O,混元")
    assert [line.split("  ")[0] for line in told.splitlines()[1:]] == ["GPT-4o", "Hunyuan"]
    assert run(*asked, 'names=["gpt 4O", "混元"]') == told


def test_a_cell_shows_the_first_few_and_numbers_as_read() -> None:
    things = [{"id": f"model:{n}", "kind": "Model", "name": f"M{n}"} for n in range(8)]
    evidence = [{"source": "s", "where": f"row {n}", "link": None} for n in range(10)]
    found = {
        "columns": ["things", "most", "size"],
        "rows": [[things[::-1], 2.700000000000001e25, 65.0]],
        "evidence": [evidence],
    }
    shown = [{"name": name, "meaning_zh": "数"} for name in found["columns"]]
    _, ((names, most, size, said),) = tables.rows(found, shown, Reader("en"))
    assert names == "M0; M1; M2; M3; M4; M5 and 2 more"
    assert (most, size) == ("2.7e+25", "65")
    assert said.endswith("s row 7 and 2 more")


def test_the_python_api_describes_a_question() -> None:
    described = trendweave.saved_query("who-builds", name="o1")
    assert "'o1'" in described["cypher"]
    assert described["parameters"][0]["meaning_zh"]
    assert {"who-builds"} <= {one["name"] for one in trendweave.saved_queries()}
