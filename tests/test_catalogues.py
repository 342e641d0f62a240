"""The loaders of catalogues survive what is odd in them, and claim only what they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import catalogues
import needs
import pytest
from state import state
from trendweave.graph.errors import InputError, UsageError
from trendweave.graph.gather import Gatherer
from trendweave.graph.model import Claim, Edge, Line, Ref, Thing
from trendweave.loaders import CATALOGUES, find

import trendweave

Triple = tuple[str, str, str]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return catalogues.write(tmp_path_factory.mktemp("catalogues"))


class Read:
    """What a loader makes of a catalogue: claims by thing and by relationship, as names."""

    def __init__(self, spec: str) -> None:
        assert trendweave.check(spec).findings == []
        self.things: dict[tuple[str, str], list[Thing]] = {}
        self.edges: dict[Triple, list[Claim]] = {}
        self.makers: dict[str, set[str | None]] = {}
        self.ends: dict[tuple[str, str], set[str | None]] = {}
        for record in find(spec).records():
            if isinstance(record, Thing):
                self.things.setdefault((record.ref.kind, record.ref.name), []).append(record)
                self.makers.setdefault(record.ref.name, set()).add(record.ref.maker)
                assert all(claim.where for claim in record.claims)
            elif isinstance(record, Edge):
                key = (record.source.name, record.type, record.target.name)
                self.edges.setdefault(key, []).append(record.claim)
                end = (record.type, record.target.name)
                self.ends.setdefault(end, set()).add(record.target.maker)
                assert record.claim.where

    def of(self, type_: str) -> set[tuple[str, str]]:
        return {(source, target) for source, one, target in self.edges if one == type_}

    def claim(self, kind: str, name: str) -> Claim:
        (thing,) = self.things[kind, name]
        (claim,) = thing.claims
        return claim

    def names(self, kind: str) -> set[str]:
        return {name for one, name in self.things if one == kind}


def test_epoch(places: dict[str, str]) -> None:
    read = Read(places["epoch"])
    assert read.names("Model") == {
        "Lumen 3",
        "Drift adapted 70B",
        "Cosmos-1.0-Drift 14B",
        "Nameless",
    }
    builders = {
        "Quasar Systems, Inc",
        "Borealis Works Co., Ltd. (BW)",
        "Institute of Tides Harbour",
        "Lighthouse National Laboratory",
    }
    assert {source for source, target in read.of("BUILDS") if target == "Lumen 3"} == builders
    assert ("University of Tides, Berkeley", "Nameless") in read.of("BUILDS")
    (tides,) = read.things["Company", "Institute of Tides Harbour"]
    assert tides.aliases == ("IoT",)
    # Two countries for four organisations say nothing of any; one for one does.
    said = {t.claims[0].country for t in read.things["Company", "Quasar Systems, Inc"]}
    assert said == {None, "KR"}
    assert {t.claims[0].country for t in read.things["Company", "Borealis Works"]} == {None}
    assert read.of("TRAINED_ON") == {("Lumen 3", "Gull Corpus (wild, tame)"), ("Lumen 3", "Tern-5")}
    assert read.of("BASED_ON") == {("Lumen 3", "Drift-XL large, M=3")}
    assert ("Lumen 3", "Quasar Q100 (Big Wave)") in read.of("TRAINED_WITH")
    used = read.edges["Drift adapted 70B", "TRAINED_WITH", "Quasar Q200"][0].figures
    assert used == {"quantity": "16"}, "a number of two kinds together is said of neither"
    assert read.edges["Lumen 3", "TRAINED_WITH", "Quasar Q200"][0].figures == {}
    lumen = read.claim("Model", "Lumen 3")
    assert (lumen.parameters, lumen.compute, lumen.access) == (975e9, 1.845e24, "open")
    assert (lumen.date, lumen.link) == ("2025-04-01", "https://example.org/a")
    assert lumen.figures["access"] == "Open weights (restricted use)"
    assert lumen.figures["training data"] == "4.5e+13 datapoints"
    assert lumen.where == "row 2 · Model"
    drift = read.claim("Model", "Drift adapted 70B")
    assert (drift.parameters, drift.date, drift.link) == (None, None, None)
    assert read.claim("Model", "Cosmos-1.0-Drift 14B").date == "1997-11"
    assert read.makers["Lumen 3"] == {
        "Quasar Systems, Inc, Borealis Works Co., Ltd. (BW), Institute of Tides Harbour, "
        "Lighthouse National Laboratory"
    }


def test_the_columns_of_another_export(places: dict[str, str], tmp_path: Path) -> None:
    text = Path(places["epoch"].partition("=")[2]).read_text(encoding="utf-8")
    text = text.replace("Country (of organization)", "Country (from Organization)")
    text = text.replace("dataset size (total)", "dataset size (datapoints)")
    (tmp_path / "older.csv").write_text(text, encoding="utf-8-sig")
    older, newer = Read(f"epoch={tmp_path / 'older.csv'}"), Read(places["epoch"])
    assert older.things.keys() == newer.things.keys()
    assert older.claim("Model", "Lumen 3") == newer.claim("Model", "Lumen 3")
    assert older.edges == newer.edges


def test_hardware(places: dict[str, str]) -> None:
    read = Read(places["hardware"])
    assert read.names("Hardware") == {"Quasar Q200", "MT-1"}
    assert read.of("BUILDS") == {("Quasar (Systems)", "Quasar Q200")}
    trained = {"Lumen 3", "LSTM (Tide, Ebb)", "Segment large, M=3"}
    assert {source for source, _ in read.of("TRAINED_WITH")} == trained
    assert read.claim("Hardware", "Quasar Q200").figures == {"memory": "2.16e+11 bytes"}
    assert read.claim("Hardware", "Quasar Q200").link is None


def test_ecosystem_graphs(places: dict[str, str]) -> None:
    read = Read(places["ecosystem-graphs"])
    first = read.claim("Model", "Dragon·fly")
    assert (first.date, first.access, first.parameters) == ("2024-10-22", "open", 52e9)
    assert (first.licence, first.link) == (None, "https://example.org/q")
    assert first.figures["depends on"] == "Never Heard Of"
    assert "training hardware" not in first.figures
    assert first.where == "quasar.yaml · Dragon·fly"
    assert read.of("TRAINED_ON") == {("Dragon·fly", "Gull Corpus"), ("Dragon·fly", "Tide data")}
    assert ("Gull Corpus", "Dragon·fly") in read.of("BASED_ON")
    assert ("Dragon·fly", "BERT") in read.of("BASED_ON")
    assert read.of("POWERED_BY") == {
        ("Gondola", "Dragonfly"),
        ("Gondola", "Harbour API"),
        ("Thrice", "Twice"),
    }
    assert read.ends["POWERED_BY", "Twice"] == {"Quasar"}, "of two of a name its maker's own"
    assert read.claim("Product", "Gondola").figures["depends on"] == "web-scraped dialogue data"
    assert read.of("OFFERS") == {("Ollama", "Ferry")}
    assert read.of("BUILDS") == {
        ("Quasar", "Dragon·fly"),
        ("Quasar", "Gull Corpus"),
        ("University of Tides, College Park", "Gull Corpus"),
        ("Borealis", "Dragonfly"),
        ("Runner AI, Inc.", "Dragonfly"),
        ("University of Science and Tides", "Dragonfly"),
        ("Borealis", "Harbour API"),
        ("Borealis", "Twice"),
        ("Quasar", "Twice"),
        ("Quasar", "Thrice"),
    }
    assert read.claim("Product", "Gondola").date == "2024-02"
    assert read.claim("Model", "Dragonfly").parameters is None
    assert read.claim("Product", "Harbour API").figures["depends on"] == "GULL CORPUS"
    assert read.makers["Twice"] == {"Borealis", "Quasar"}
    countries = {t.claims[0].country for t in read.things["Company", "Quasar"]}
    assert countries == {"KR", None}, "a country of two organisations is said of neither"


def test_models_dev(places: dict[str, str]) -> None:
    read = Read(places["models.dev"])
    built = {end: claims[0].certainty for end, claims in read.edges.items() if "BUILDS" in end}
    assert built == {
        ("Quasar", "BUILDS", "Lumen 3"): "stated",
        ("tideless", "BUILDS", "Ebb"): "stated",
        ("Quasar", "BUILDS", "Lumen 3 2503"): "implied",
        ("OpenAI", "BUILDS", "OpenAI: GPT-4o-mini"): "implied",
    }
    assert read.makers["Ebb 3"] == {"openai"}, "who is named in the path only tells homonyms apart"
    assert read.claim("Model", "Ebb 3").spelt == ("Ebb 3",), "its file is called after another"
    assert read.claim("Model", "OpenAI: GPT-4o-mini").spelt[1:] == ("gpt-4o-mini",)
    assert read.of("OFFERS") == {
        ("Reseller", "OpenAI: GPT-4o-mini"),
        ("Reseller", "Ebb 3"),
        ("Quasar", "Lumen 3"),
        ("Reseller", "Lumen 3 2503"),
        ("Reseller", "Flow 4.5"),
        ("Reseller", "Lumen 3 (latest)"),
    }
    (lumen,) = read.things["Model", "Lumen 3"]
    assert lumen.aliases == ("lumen-3",)
    assert lumen.claims[0].licence == "MIT"
    assert lumen.claims[0].access == "open"
    assert lumen.claims[0].link == "https://weights.example/lumen-3"
    other = read.claim("Model", "Lumen 3 2503")
    assert (other.date, other.access) == (None, None), "what is said of one is said of no other"
    assert read.makers["Lumen 3 2503"] == {"Quasar"}
    assert read.makers["Flow 4.5"] == {None}
    assert read.claim("Model", "Flow 4.5").access == "limited"
    offer = read.edges["Quasar", "OFFERS", "Lumen 3"][0]
    assert offer.figures == {
        "context": "128000 tokens",
        "input price": "2.5 USD per million tokens",
    }
    assert (offer.link, offer.date) == ("https://q.example", "2025-04")
    result = read.edges["Lumen 3", "EVALUATED_ON", "Harbour Bench"][0]
    assert (result.score, result.unit, result.link) == ("72.5", "percent", "https://bench.example")


def test_a_file_of_models_dev_that_is_no_toml_is_a_finding(tmp_path: Path) -> None:
    places = catalogues.write(tmp_path)
    broken = tmp_path / "dev" / "models" / "quasar" / "half.toml"
    broken.write_text('name = "Half', encoding="utf-8")
    (tmp_path / "dev" / "models" / "quasar" / "out.toml").symlink_to(tmp_path / "epoch.csv")
    (found,) = trendweave.check(places["models.dev"]).findings
    assert (found.file, found.expected) == ("models/quasar/half.toml", "TOML")


def test_llms_in_china(places: dict[str, str]) -> None:
    read = Read(places["llms-in-china"])
    assert read.of("BUILDS") == {
        *(
            (builder, model)
            for builder in ("潮汐大学", "OpenTide")
            for model in ("流光", "灯塔", "海鸥")
        ),
        ("类星体公司", "星图"),
        ("类星体公司", "贡多拉"),
        ("北光（抖音）", "极光"),
        ("潮汐大学", "漂移"),
        ("港口大学", "漂移"),
        *((builder, model) for builder in ("Tide Lab", "Gull Inc") for model in ("Ebb", "Flow")),
    }
    assert read.claim("Model", "海鸥").link == "https://example.org/dt"
    assert read.of("APPLIED_IN") == {("流光", "金融"), ("灯塔", "金融"), ("海鸥", "金融")}
    assert read.of("BASED_ON") == {("漂移", "Lumen-7B")}, "two models in a row share no base"
    countries = {
        name: {thing.claims[0].country for thing in things}
        for (kind, name), things in read.things.items()
        if kind == "Company"
    }
    assert countries["潮汐大学"] == {"CN"}
    assert countries["类星体公司"] == {"TW"}
    assert countries["北光（抖音）"] == {"HK"}
    assert countries["Tide Lab"] == {None}


def test_aio(places: dict[str, str]) -> None:
    read = Read(places["aio"])
    assert read.names("Technique") == {"Tidal Layer", "Ebb-Layer"}
    (ebb,) = read.things["Technique", "Ebb-Layer"]
    assert ebb.aliases == ("Ebbing", "Ebb Layer")
    assert read.of("PART_OF") == {("Ebb-Layer", "Tidal Layer")}


def test_robotics(places: dict[str, str]) -> None:
    read = Read(places["robotics"])
    assert read.names("Product") == {"Ameca", "Wanderer"}
    assert read.of("BUILDS") == {("Ameca", "Ameca")}
    assert read.claim("Product", "Ameca").figures == {"category": "humanoid"}
    assert read.claim("Product", "Ameca").date == "2025"


def test_the_same_graph_in_any_order(places: dict[str, str], tmp_path: Path) -> None:
    specs = list(places.values())
    assert set(places) == set(CATALOGUES)
    seen = []
    with trendweave.open(tmp_path / "db") as graph:
        for order in (specs, specs[::-1], [*specs[3:], *specs[:3], specs[0]]):
            for spec in order:
                assert graph.load(spec).rejected == 0
            seen.append(state(graph))
            for name in places:
                graph.unload(name)
            assert state(graph) == {"nodes": [], "edges": []}
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0]["nodes"]) > 100


def test_two_names_of_one_thing_say_nothing_of_two() -> None:
    (info, at) = (find("aio=nowhere").info(), Line(file="x", line=1))
    one, other = (Ref(kind="Model", name=name) for name in ("Lumen 3", "lumen-3"))
    edge = Edge(source=one, type="BASED_ON", target=other, claim=Claim(where="x"), at=at)
    found = Gatherer(info).take([edge]).result()
    assert (found.findings, found.edges, found.nodes) == ([], {}, {})


@pytest.mark.parametrize("name", CATALOGUES)
def test_another_place_is_refused_with_what_is_expected(
    name: str, places: dict[str, str], tmp_path: Path
) -> None:
    for place in (tmp_path / "nowhere", tmp_path, Path(places["epoch"][6:])):
        if name == "epoch" and place.is_file():
            continue
        with pytest.raises(InputError, match=r"name (the|Epoch)|lacks the column") as raised:
            trendweave.check(f"{name}={place}")
        assert str(raised.value).count(". ") == 0, "one sentence"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"Model,Organization\n", "lacks the column Publication date"),
        (b'Model,Organization,Publication date\nA,"B', "is not CSV"),
        (b"", "lacks the columns Model, Organization, Publication date"),
    ],
)
def test_a_broken_file_is_one_sentence(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "broken.csv").write_bytes(content)
    with pytest.raises(InputError, match=said):
        trendweave.check(f"epoch={tmp_path / 'broken.csv'}")


def test_a_broken_asset_is_one_sentence(places: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "bad.yaml").write_text("- type: [model\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.yaml:\d+ is not YAML"):
        trendweave.check(f"ecosystem-graphs={tmp_path}")


def test_a_catalogue_has_no_text(places: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="leave out --text"):
        trendweave.check(places["aio"], text=tmp_path / "text.txt")


# --- the real ones --------------------------------------------------------------------------------

SHARED = needs.SHARED / "catalogues"
REAL = {
    "epoch": "epoch/notable_ai_models.csv",
    "hardware": "epoch/ml_hardware.csv",
    "ecosystem-graphs": "ecosystem-graphs",
    "models.dev": "models.dev",
    "llms-in-china": "llms-in-china",
    "aio": "aio",
    "robotics": "robotics-directory",
}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[trendweave.Graph]:
    """All of them and the report, in one embedded database."""
    needs.shared(SHARED)
    with trendweave.open(tmp_path_factory.mktemp("real") / "db") as graph:
        graph.load("report")
        for name, place in REAL.items():
            assert graph.load(f"{name}={SHARED / place}").rejected == 0
        yield graph


def count(graph: trendweave.Graph, cypher: str) -> Any:
    ((found,),) = graph.query(cypher=cypher)["rows"]
    return found


def test_the_real_ones_load_whole(real: trendweave.Graph) -> None:
    stats = real.stats()
    assert stats["sources"] == 8
    assert stats["things"]["Model"] > 3_000
    assert stats["things"]["Hardware"] > 180
    assert stats["relationships"]["OFFERS"] > 4_500
    assert stats["relationships"]["TRAINED_ON"] > 900
    for name in ("Inc", "Ltd. (APUS)", "McLean", "Unknown", "Unspecified unreleased"):
        for label in ("Company", "Dataset"):
            found = f"MATCH (n:{label}) WHERE n.name = '{name}' RETURN count(n) AS n"
            assert count(real, found) == 0, name


def test_a_real_one_may_come_first_or_last(real: trendweave.Graph) -> None:
    def said() -> list[dict[str, Any]]:
        ours = "WHERE 'llms-in-china' IN {0}.sources RETURN properties({0}) AS p"
        things = real.database.read(f"MATCH (n) {ours.format('n')} ORDER BY n.id")
        ends = "a.id, type(r), b.id"
        return things + real.database.read(
            f"MATCH (a)-[r]->(b) {ours.format('r')}, [{ends}] AS ends ORDER BY {ends}"
        )

    before, stats = said(), real.stats()
    real.unload("llms-in-china")
    assert said() == []
    real.load(f"llms-in-china={SHARED / REAL['llms-in-china']}")
    assert (said(), real.stats()) == (before, stats)
    assert len(before) > 800
