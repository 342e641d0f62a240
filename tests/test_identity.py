"""Which thing a name means, by the table and the letters alone."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pytest
from trendweave.graph import identity
from trendweave.graph.errors import UsageError
from trendweave.graph.identity import (
    AliasTable,
    Entry,
    Judgement,
    Release,
    builder,
    identify,
    key,
    lookup,
    senses,
    shipped_table,
    slug,
)
from trendweave.graph.identity.dates import taken_out
from trendweave.graph.identity.models import parse
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
    found = identify("Product", "Quasar Boat", context="Other", table=table())
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
    table = shipped_table()
    prefixes = {kind.prefix for kind in KINDS.values()} | {"hardware"}
    assert len(table) > 4000
    for id_, entry in table.entries.items():
        assert id_.partition(":")[0] in prefixes
        assert entry.reason
        for maker in filter(None, (entry.maker or "").split("|")):
            assert table.entry(maker), (id_, maker)
        release = table.release(id_)
        if release and release.version_of:
            assert table.entry(release.version_of), id_
        if release and release.moving:
            assert not release.snapshots, id_


@pytest.mark.parametrize("name", ["families.csv", "releases.csv", "things.csv"])
def test_a_shipped_file_is_sorted_with_as_many_cells_in_every_row(root: Path, name: str) -> None:
    text = (root / "graph" / "identity" / name).read_bytes().decode("utf-8")
    assert "\r" not in text
    head, *rows = csv.reader(text.splitlines())
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert {len(row) for row in rows} == {len(head)}


def test_every_name_of_a_thing_is_that_thing_when_its_maker_is_said() -> None:
    table = shipped_table()
    wrong = []
    for id_, entry in table.entries.items():
        kind = next((k for k in KINDS if k.lower() == id_.partition(":")[0]), "Hardware")
        maker = table.entry((entry.maker or "").split("|")[0])
        for form in entry.forms:
            found = identify(kind, form, context=maker.name if maker else None)
            if found.id != id_:
                wrong.append((form, id_, found.id))
    assert wrong == []


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
    # The report of 2025 calls Google DeepMind by the name of the company merged into it.
    assert unknown == [("Google DeepMind", ["company:deepmind", "company:google-deepmind"])]


def test_a_lookup_key_is_what_cypher_makes_of_a_name() -> None:
    for name in ("Llama 3 70B", "GPT-4o", "Deep Research", "强化学习"):
        assert lookup(name) == lookup(name).lower().replace(" ", "").replace("-", "")


# model names -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("claude-4-opus", "Claude Opus 4.0"),
        ("nimbus-2-5-72b-instruct", "Nimbus2.5 Instruct (72B)"),
        ("openai/gpt-4o", "OpenAI: GPT-4o"),
        ("us.amazon.nova-pro-v1:0", "Amazon Nova Pro"),
        ("nimbus-k2p6", "Nimbus K2.6"),
        ("Nimbus 0.5B", "nimbus-500m"),
        ("Nimbus 1T", "nimbus-1000b"),
        ("Nimbus 8x7B", "nimbus-8x7b"),
        ("Nimbus3 30B A3B", "nimbus3:30b"),
        ("Nimbus 7B it", "Nimbus-7B-Instruct"),
        ("Nimbus 7B Q4_K_M", "Nimbus-7B-GGUF"),
        ("Nimbus 7B (free)", "nimbus-7b:free"),
        ("Nimbus V3", "Nimbus 3"),
        ("Nimbus+ 2", "Nimbus Plus 2"),
        ("π2 (pi-2)", "pi2"),
        ("通义千问2.5-72B", "Qwen2.5 72B"),
        ("Image Maker Small (IMS)", "image-maker small"),
        ("Claude Opus 4.1 Thinking (32K)", "claude-opus-4-1-thinking:1024"),
        ("GLM-5.1 (Alibaba Cloud)", "zai-org/GLM-5.1"),
        ("openai/o3-mini-high", "o3-mini"),
        ("Nimbus 5 (high)", "nimbus-5_xhigh"),
        ("Nimbus 7B Instruct Turbo", "nimbus-7b-instruct-fp8-dynamic"),
        ("nimbus2_40b", "Nimbus 2 40B"),
        ("nimbus-1_5b", "Nimbus 1.5B"),
        ("nimbus-7b1", "Nimbus 7.1B"),
        ("Nimbus 2大师版", "Nimbus 2 Master"),
        ("gemma2:9b", "google/gemma-2-9b-it"),
        ("Stepfun-Ai/Nimbus Zero 4B", "stepfun-ai/nimbus-zero-4b"),
    ],
)
def test_a_model_is_the_same_in_every_notation(one: str, other: str) -> None:
    assert identify("Model", one).id == identify("Model", other).id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nimbus 4", "Nimbus 4o"),
        ("Nimbus 4.2", "Nimbus 4.20"),
        ("Nimbus 7B", "Nimbus 70B"),
        ("Nimbus 7B", "Nimbus 7B Chat"),
        ("Nimbus 7B Chat", "Nimbus 7B Instruct"),
        ("Nimbus R", "Nimbus R+"),
        ("Nimbus-2 32k", "Nimbus-2 128k"),
        ("Nimbus 2507", "Nimbus 2508"),
        ("Nimbus (small)", "Nimbus (large)"),
        ("MiniCPM-V 4.0", "MiniCPM 4.0"),
        ("Reka Flash 3", "Flash 3"),
        ("IBM Model 4", "Model 4"),
        ("Nimbus Latest", "Nimbus"),
        ("anthropic.claude-v2:1", "anthropic.claude-v2"),
        ("DeepSeek Reasoner", "DeepSeek-R1"),
        ("qwen-plus-2025-07-28", "Qwen Plus"),
        ("o1-preview", "o1"),
        ("Nimbus High", "Nimbus Low"),
        ("Nimbus 2 (medium)", "Nimbus 2"),
        ("qwen2.5:14b", "Qwen/Qwen2.5-14B"),
    ],
)
def test_another_version_size_variant_or_snapshot_is_another_model(one: str, other: str) -> None:
    assert identify("Model", one).id != identify("Model", other).id


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("x-2024-08-06", "2024-08-06"),
        ("x 20240806", "2024-08-06"),
        ("x@20240806", "2024-08-06"),
        ("x (Aug 2024)", "2024-08"),
        ("x August 6, 2024", "2024-08-06"),
        ("x-08-2024", "2024-08"),
        ("x (08/2024)", "2024-08"),
        ("x-2507", "2025-07"),
        ("x 25.07", "2025-07"),
        ("x-250615", "2025-06-15"),
        ("x-0613", "--06-13"),
        ("x v0613", "--06-13"),
        ("x-exp-12-19", "--12-19"),
        ("x-05-20", "--05-20"),
        ("x 4.20", None),
        ("x-4-20", None),
        ("x 1024", "--10-24"),
        ("x (1960)", None),
        ("x 2015", None),
    ],
)
def test_dates_in_their_several_notations(name: str, date: str | None) -> None:
    assert taken_out(name.lower())[1] == date


def test_the_first_snapshot_is_the_model_and_a_later_one_a_version_of_it() -> None:
    first = identify("Model", "gpt-4o-2024-05-13")
    assert (first.id, first.version_of) == ("model:gpt-4o", None)
    later = {identify("Model", n).id for n in ("gpt-4o-2024-08-06", "GPT-4o (Aug 2024)")}
    assert later == {"model:gpt-4o-2024-08-06"}
    assert identify("Model", "GPT-4o (Aug 2024)").version_of == "model:gpt-4o"
    unknown = identify("Model", "gpt-4o-2029-01-01")
    assert (unknown.rule, unknown.version_of) == ("later release", "model:gpt-4o")


def test_an_undated_model_is_the_release_that_its_record_is_dated_to() -> None:
    dated = {d: identify("Model", "Command R", date=d).id for d in ("2024-03-11", "2024-08-30")}
    assert dated == {"2024-03-11": "model:command-r", "2024-08-30": "model:command-r-2024-08"}
    for date in (None, "2024", "1999-01-01", "no date"):
        assert identify("Model", "Command R", date=date).id == "model:command-r"


def test_words_add_nothing_where_nothing_without_them_was_released() -> None:
    made = AliasTable(
        [
            Entry("model:nimbus", "Nimbus", None, (), None, "test"),
            Entry("model:cirrus", "Cirrus", None, (), None, "test"),
        ],
        [
            Release("model:nimbus", None, (("2025-01-02",),), frozenset({"preview", "7b"}), False),
            Release("model:cirrus", None, (), frozenset(), False),
        ],
    )
    names = ("Nimbus", "nimbus-preview", "Nimbus 7B", "nimbus-7b-preview-0102")
    assert {identify("Model", n, table=made).id for n in names} == {"model:nimbus"}
    assert identify("Model", "Nimbus 8B", table=made).id == "model:nimbus-8b"
    assert identify("Model", "Cirrus Preview", table=made).id == "model:cirrus-preview"


def test_parts_are_in_one_order_and_the_id_is_made_of_them() -> None:
    parts = parse("Nimbus-VL 2 Pro 30B-A3B Instruct 2507")
    assert parts == (("nimbus",), ("2",), ("pro",), ("30b",), ("instruct", "vl"), "2025-07")
    assert parts.slug == "nimbus-2-pro-30b-instruct-vl-2025-07"


# makers and homonyms ----------------------------------------------------------------


def test_the_maker_tells_homonyms_apart() -> None:
    by = {m: identify("Model", "K2", context=m).id for m in (None, "Moonshot", "LLM360", "Nobody")}
    assert len(set(by.values())) == 3
    assert by[None] == by["Moonshot"] == "model:kimi-k2"
    assert by["Nobody"] == "model:k2-nobody"
    assert {one.id for one in senses("Model", "Dragonfly")} == {
        identify("Model", "Dragonfly", context=maker).id for maker in ("OpenAI", "Together AI")
    }
    asked = identify("Model", "Dragonfly")
    assert asked.id not in asked.alternatives
    assert len(asked.alternatives) == 2


def test_a_code_is_its_makers_own() -> None:
    ids = {m: identify("Product", "M1", context=m).id for m in ("Zeroth", "PHYBOT", "Nobody Inc")}
    assert len(set(ids.values())) == 3
    assert identify("Product", "Unitree B9").id == identify("Product", "B9", context="Unitree").id
    assert identify("Product", "Nobody M1", context="Nobody Robotics").id != ids["PHYBOT"]
    assert identify("Product", "Figure 01").id != identify("Product", "CASBOT 01").id
    assert identify("Product", "M1").id == "product:m1"


def test_a_word_is_its_makers_own_where_the_table_gives_it_to_another() -> None:
    for kind, name, maker, other in (
        ("Product", "Apollo", "Apptronik", "Baidu"),
        ("Product", "天工", "昆仑万维", "X-Humanoid"),
        ("Model", "Prism", "Toyota Research Institute", "OpenAI"),
        ("Model", "魔方", "方正电子", "中科创达"),
    ):
        assert identify(kind, name, context=maker).id == identify(kind, name).id
        assert identify(kind, name, context=other).id != identify(kind, name).id
    assert identify("Model", "Ferret", context="Columbia, Apple AI").id == "model:ferret"


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("Benchmark", "SWE-bench Verified", "SWE-Bench (Verified)"),
        ("Benchmark", "τ²-bench", "tau2-bench"),
        ("Dataset", "PDB (Protein Data Bank)", "Protein Data Bank"),
        ("Dataset", "Visual Genome (VG)", "VisualGenome"),
        ("Hardware", "NVIDIA B200 GPUs", "B200"),
        ("Hardware", "AWS Trainium 2", "Trainium2"),
        ("Product", "Figure 2", "Figure 02"),
        ("Product", "Nimbus 7", "Nimbus 07"),
        ("Technique", "Diffusion models", "扩散模型"),
        ("Dataset", "allenai/dolma", "Dolma"),
    ],
)
def test_how_a_thing_is_set_adds_nothing(kind: str, one: str, other: str) -> None:
    assert identify(kind, one).id == identify(kind, other).id


def test_the_builder_is_known_where_table_and_context_agree() -> None:
    def known(name: str, context: str) -> str | None:
        found = builder(name, context=context)
        return found.id if found else None

    assert known("OpenAI: GPT-4o-mini (2024-07-18)", "openai") == "company:openai"
    assert known("Qwen3 9000B A1B", "Alibaba (China)") == "company:alibaba"
    assert known("Kimi K2", "Alibaba (China)") is None
    assert known("Nimbus 2", "openai") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nowhere Systems, Inc.", "Nowhere Systems"),
        ("Nowhere GmbH", "NOWHERE"),
        ("Nowhere & Sons Co., Ltd.", "Nowhere and Sons"),
        ("Nowhere Lab", "The Nowhere Laboratory"),
        ("Université de Nulle-Part", "Universite de Nulle Part"),
        ("Institute of Nowhere Studies (INS)", "Institute of Nowhere Studies"),
        ("Nowhere\tInstitute\n", "Nowhere\xa0Institute"),
        ("乌有科技有限公司", "乌有科技"),
        ("北京智谱华章科技股份有限公司", "Z.ai"),
        ("Massachusetts Institute of Technology (MIT)", "MIT"),
        ("Beijing Academy of Artificial Intelligence / BAAI", "智源研究院"),
        ("DAMO Academy, Alibaba", "达摩院"),
    ],
)
def test_an_organisation_is_the_same_in_every_form(one: str, other: str) -> None:
    assert identify("Company", one).id == identify("Company", other).id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Google", "Google Research"),
        ("DeepMind", "Google DeepMind"),
        ("Alibaba", "阿里云"),
        ("Meta", "FAIR"),
        ("Northeastern University", "Northeastern University (China)"),
        ("哈尔滨工业大学", "哈尔滨工业大学（深圳）"),
        ("Nowhere Labs", "Nowhere"),
        ("上海大学", "大学"),
    ],
)
def test_a_part_a_predecessor_or_another_place_is_another_organisation(
    one: str, other: str
) -> None:
    assert identify("Company", one).id != identify("Company", other).id


# whatever comes -----------------------------------------------------------------------

ODD = [
    "",
    " ",
    "?!",
    "\x00",
    "\ud800",
    "🤖",
    "‮",
    "(",
    ")(",
    "[]",
    "/",
    "a/b/",
    ":",
    "--",
    "v",
    "7B",
    "fp8",
    "latest",
    "大模型",
    "½",
    "٣",
    "9²B",
    "us.",
    "a.b",
    "(A)",
    "A (",
    " / ",
    "@",
    "2024-01-01",
]


def test_any_name_has_one_short_id_that_an_unlike_spelling_shares() -> None:
    draw = random.Random(8)
    names = [*ODD, "x" * 1_000_000, "界" * 5_000, "(" * 3_000, "a-" * 2_000]
    names += ["".join(draw.choices(ODD, k=4)) for _ in range(300)]
    for name in names:
        for kind in ("Company", "Model", "Product", "Dataset", "Gizmo", ""):
            found = identify(kind, name, context=name[:50], date=name[:20])
            assert found == identify(kind, name, context=name[:50], date=name[:20])
            prefix, _, rest = found.id.partition(":")
            assert prefix
            assert 0 < len(rest) < 200
            found.id.encode("utf-8")


# a user's own judgements ------------------------------------------------------------------


def test_judgements_join_and_part_and_change_the_digest(tmp_path: Path) -> None:
    file = tmp_path / "aliases.csv"
    file.write_text(
        "kind,name,context,other,other_context,judgement\n"
        "Company,Quasar Works,,OpenAI,,same\n"
        "Model,Nimbus 2,,Nimbus Two,,same\n"
        "Model,Cirrus,Alpha,Cirrus,Beta,different\n"
        "Model,Stratus,,Strato,,unsure\n",
        encoding="utf-8",
    )
    mine = shipped_table(str(file))
    assert identify("Company", "quasar-works", table=mine).id == "company:openai"
    assert (
        identify("Model", "Nimbus Two", table=mine).id
        == identify("Model", "Nimbus 2", table=mine).id
    )
    ids = {identify("Model", "Cirrus", context=m, table=mine).id for m in ("Alpha", "Beta")}
    assert len(ids) == 2
    assert len({identify("Model", n, table=mine).id for n in ("Stratus", "Strato")}) == 2
    assert mine.digest != shipped_table().digest
    assert Judgement("Model", "Stratus", None, "Strato", None, "unsure") in mine.judgements


@pytest.mark.parametrize(
    "text", ["kind,name\nModel,x\n", "kind,name,other,judgement\nModel,a,b,maybe\n"]
)
def test_judgements_that_do_not_fit_are_refused_in_one_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "aliases.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="line 2: it needs kind, name"):
        shipped_table(str(file))
    with pytest.raises(UsageError, match="cannot be read"):
        shipped_table(str(tmp_path / "absent.csv"))


def test_the_pairs_judged_by_hand_are_told_apart(root: Path) -> None:
    files = [root / "benchmarks" / "identity" / name for name in ("seen.csv", "held_out.csv")]
    texts = [io.StringIO(file.read_text(encoding="utf-8"), newline="") for file in files]
    pairs = [pair for text in texts for pair in csv.DictReader(text)]
    merged, kept = set(), set()
    for number, pair in enumerate(pairs):
        ids = {
            identify(
                pair[f"{side}kind"],
                pair[f"{side}name"],
                context=pair[f"{side}context"],
                date=pair[f"{side}date"],
            ).id
            for side in ("", "other_")
        }
        (merged if len(ids) == 1 else kept).add(number)
    same = {number for number, pair in enumerate(pairs) if pair["same"] == "same"}
    assert len(pairs) > 400
    assert [pairs[number] for number in merged - same] == []
    assert len(kept & same) <= len(same) // 50
