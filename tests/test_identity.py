"""Which thing a name means, by the table and the letters alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from trendweave.graph import identity
from trendweave.graph.identity import (
    AliasTable,
    Entry,
    identify,
    key,
    lookup,
    shipped_table,
    slug,
)
from trendweave.graph.model import KINDS
from trendweave.loaders.folder import source_info
from trendweave.loaders.reader import read_folder


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Veo 3", "veo3"),
        ("GPT-4o", "GPT 4o"),
        ("DeepSeek-R1", "deepseek r1"),
        ("ＧＰＴ－４ｏ", "GPT-4o"),
        ("“Flow”", "Flow"),
        ("「混元」", "混元"),
        ("Open-X\u200bEmbodied", "open x embodied"),
        ("search‑r1", "Search-R1"),
    ],
)
def test_spaces_hyphens_case_width_and_quotation_marks_do_not_matter(one: str, other: str) -> None:
    assert key(one) == key(other)
    assert identify("Model", one).id == identify("Model", other).id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GPT-4", "GPT-4o"),
        ("Llama 3 70B", "Llama 370B"),
        ("Claude 3.5", "Claude 35"),
        ("Optimus", "Optimus Gen2"),
        ("1X Neo", "1X Neo Gamma"),
        ("o3", "o3-mini"),
        ("智能体", "多智能体"),
    ],
)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert key(one) != key(other)
    assert identify("Model", one).id != identify("Model", other).id


def test_the_same_name_of_another_kind_is_another_thing() -> None:
    assert identify("Model", "Aria").id == "model:aria"
    assert identify("Product", "Aria").id == "product:aria"


def test_an_id_is_readable_and_never_empty() -> None:
    assert slug("GPT-4o mini") == "gpt-4-omini"
    assert slug("Claude 3.5") == "claude-3.5"
    assert slug("从未见过") == "从未见过"
    assert slug("?!") == "unnamed"
    assert slug("a/b:c") == "a-b-c"


def table() -> AliasTable:
    return AliasTable(
        [
            Entry("company:quasar", "Quasar", "类星体", ("Quasar Works",), None, "test"),
            Entry("company:other", "Other", None, (), None, "test"),
            Entry("product:boat", "Boat", "小船", (), "company:quasar", "test"),
        ]
    )


@pytest.mark.parametrize("name", ["Boat", "小船", "Quasar Boat", "类星体小船", "quasar-works 小船"])
def test_a_maker_may_stand_in_front_in_either_language(name: str) -> None:
    assert identify("Product", name, table=table()).id == "product:boat"


def test_only_the_maker_in_the_table_is_taken_off() -> None:
    assert identify("Product", "Other Boat", table=table()).id == "product:otherboat"
    assert identify("Product", "Quasar Raft", table=table()).id == "product:quasarraft"
    found = identify("Product", "Quasar Boat", maker="Other", table=table())
    assert found.id == "product:quasarboat"


def test_a_table_that_gives_one_name_to_two_things_is_refused() -> None:
    rows = [
        Entry("model:a", "A", None, ("Same",), None, "test"),
        Entry("model:b", "B", None, ("SAME",), None, "test"),
    ]
    with pytest.raises(ValueError, match="“SAME” to both model:a and model:b"):
        AliasTable(rows)


def test_the_kinds_that_need_no_models_are_those_of_the_model() -> None:
    assert tuple(KINDS) == identity.KINDS


def test_the_shipped_table_is_sound() -> None:
    entries = shipped_table().entries
    prefixes = {kind.prefix for kind in KINDS.values()}
    assert len(entries) > 500
    for id_, entry in entries.items():
        assert id_.partition(":")[0] in prefixes
        assert entry.reason
        assert entry.maker is None or entry.maker in entries


def test_the_shipped_table_knows_every_name_of_the_shipped_report(root: Path) -> None:
    folder = root / "loaders" / "report"
    facts = read_folder(folder, source_info(folder))
    unknown = []
    for entry in facts.entries:
        ids = {identify(entry.ref.kind, form, declared=None).id for form in entry.forms}
        if entry.ref.id is not None:
            ids.add(entry.ref.id)
        if len(ids) != 1 or not ids <= shipped_table().entries.keys():
            unknown.append((entry.ref.name, sorted(ids)))
    assert unknown == []


def test_a_lookup_key_is_what_cypher_makes_of_a_name() -> None:
    for name in ("Llama 3 70B", "GPT-4o", "Deep Research", "强化学习"):
        assert lookup(name) == lookup(name).lower().replace(" ", "").replace("-", "")
