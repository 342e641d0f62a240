"""Small catalogues of made-up things, as odd as the real ones, in their formats."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

EPOCH = [
    {
        "Model": "Lumen 3\n",
        "Organization": "Quasar Systems, Inc,Borealis Works Co., Ltd. (BW),"
        "Institute of Tides\nHarbour / IoT, Lighthouse National Laboratory",
        "Publication date": "2025-04-01",
        "Country (of organization)": "China,China",
        "Parameters": "975000000000.0",
        "Training compute (FLOP)": "1.845e+24",
        "Training dataset": "Gull Corpus (wild, tame),Unspecified unreleased,Tern-5",
        "Training dataset size (total)": "45000000000000",
        "Training hardware": "Quasar Q100 (Big Wave),Quasar Q200",
        "Hardware quantity": "2000.0",
        "Base model": "Drift-XL large, M=3,Lumen 3",
        "Model accessibility": "Open weights (restricted use)",
        "Link": "https://example.org/a\nhttps://example.org/b ",
        "Confidence": "Unknown",
        "Frontier model": "True",
    },
    {
        "Model": "Drift\xa0adapted 70B\t\t",
        "Organization": "Quasar Systems, Inc",
        "Publication date": "",
        "Country (of organization)": "Korea (Republic of)",
        "Parameters": "many",
        "Training hardware": "Quasar Q200",
        "Hardware quantity": "16.0",
        "Model accessibility": "API access",
        "Link": "somebody, somebody else",
    },
    {"Model": "Cosmos-1.0-\nDrift 14B", "Organization": "", "Publication date": "1997-11"},
    {"Model": "", "Organization": "Nobody", "Publication date": "2024-01-01"},
    {
        "Model": "Nameless",
        "Organization": "University of Tides, Berkeley,Borealis Works",
        "Country (of organization)": "Multinational,China",
        "Publication date": "next year",
        "Abstract": "a\u2028b",
    },
]
HARDWARE = [
    {
        "Hardware name": "Quasar Q200",
        "Manufacturer": "Quasar (Systems)",
        "Release date": "2024-05-06",
        "Link to datasheet": "example.org/no-scheme",
        "Memory (bytes)": "216000000000.0",
        "ML models": "Lumen 3,LSTM (Tide, Ebb),Segment large, M=3",
    },
    {"Hardware name": "MT-1", "Manufacturer": "", "Release date": ""},
]
ASSETS = {
    "quasar.yaml": r"""
- type: model
  name: "Dragon\u00b7fly"
  organization: {value: "Quasar", explanation: as they say}
  created_date: {explanation: it slipped out}
  value: 2024-10-22
  access: {value: Open}
  size: 52B parameters (sparse)
  license: unknown
  nationality: South Korea
  url: {value: "https://example.org/q", explanation: the site}
  dependencies: {value: [gull corpus, BERT, "Unknown licensed data", Never Heard Of, Tide data]}
  training_hardware: unknwon
- type: dataset
  name: Gull Corpus
  organization: Quasar and University of Tides, College Park
  created_date: '2023'
  nationality: USA
  dependencies: [Dragon·fly]
  size: 2 TB
""",
    "borealis.yaml": """
- type: model
  name: Dragonfly
  organization: Borealis, Runner AI, Inc., University of Science and Tides
  created_date: unknown
  size: 2024-05-29
  dependencies: []
- type: application
  name: Gondola
  organization: Unknown
  created_date: 2024-02
  access: limited
  dependencies: [Dragonfly, Harbour API, Gondola, web-scraped dialogue data]
  license: MIT
- type: application
  name: Harbour API
  organization: Borealis
  dependencies: GULL CORPUS
- type: application
  name: Twice
  organization: Borealis
- type: application
  name: Twice
  organization: Quasar
- type: application
  name: Thrice
  organization: Quasar
  dependencies: [Twice]
- type: model
  name: Ferry
  organization: Ollama
""",
}
MODELS_DEV = {
    "providers/quasar/provider.toml": 'name = "Quasar (quasar.example)"\ndoc = "https://q.example"',
    "providers/reseller/provider.toml": 'name = "Reseller"\ndoc = "https://r.example/models"',
    "models/quasar/lumen-3.toml": """
name = "Lumen 3"
family = "lumen"
release_date = "2025-04"
open_weights = true
license = "MIT"
[[weights]]
url = "https://weights.example/lumen-3"
[[benchmarks]]
name = "Harbour Bench"
score = 72.5
metric = "percent"
source = "https://bench.example"
""",
    "models/tideless/ebb.toml": 'name = "Ebb"\nrelease_date = "2025"\nlimit = 5',
    "providers/quasar/models/lumen-3.toml": (
        'base_model = "quasar/lumen-3"\n[cost]\ninput = 2.50\n[limit]\ncontext = 128_000'
    ),
    "providers/reseller/models/quasar/lumen-3-2503.toml": (
        'base_model = "quasar/lumen-3"\nname = "Lumen 3 2503"'
    ),
    "providers/reseller/models/openai/gpt-4o-mini.toml": 'name = "OpenAI: GPT-4o-mini"',
    "providers/reseller/models/openai/ebb-2.toml": 'name = "Ebb 3"',
    "providers/reseller/models/flow-4.5": 'name = "Flow 4.5"\nopen_weights = false',
    "providers/reseller/models/gone.toml": "../../elsewhere/models/gone.toml",
    "providers/reseller/README.md": "not a model",
    "providers/reseller/models/lumen-3-latest.toml": 'name = "Lumen 3 (latest)"',
}
CHINA = """
# 模型

|序号|公司|大模型|省市|类别|官网|说明|
|:-|:-|:-|:-|:-|:-|:-|
|1|潮汐大学&OpenTide|[流光](https://example.org/lg)，[灯塔、海鸥](https://example.org/dt)|北京|金融|✔|说明|
|2|类星体公司| [星图](https://example.org/xt)系列, 贡多拉|台湾|通用|✘|基于[Lumen](https://e.org)-7B或Drift的模型|
|3|北光（抖音）|[极光](https://example.org/jg)|香港|通用|[Site](https://e.org)|后面|
|4|潮汐大学、港口大学|[漂移](https://example.org/py)|广东深圳 |通用|✔|基于[Lumen](https://e.org)-7B，开源|
|4|无名|-|北京|通用|​✘||

|公司|大模型|说明|
|:-|:-|:-|
|Tide Lab, Gull Inc|[Ebb](https://example.org/ebb), Flow|

|名称|参数|
|:-|:-|
|Elsewhere|7B|
"""
AIO = """ID,Category,Synomyms,Related synonyms,Name,Reference (DOI),Parent
ID,AI oio:inSubset SPLIT=|,A oio:hasExactSynonym SPLIT=|,A,LABEL,>AI,SC % SPLIT=|
T:Root,T:LayerSubset,,,Tidal Layer,https://example.org/t,owl:Thing
T:Kind,T:LayerSubset,Ebbing|Ebb Layer,Flowing,Ebb-Layer,,T:Root|T:Nowhere
T:Bias,T:BiasSubset,,,Moon Bias,,T:Root
"""
ROBOTS = """category,manufacturer,model,price,website,releaseDate
humanoid,Ameca,Ameca,Not disclosed,http://example.org/,2025
humanoid,,Wanderer,,,
humanoid,Quasar,,,,2024
"""


def write(folder: Path) -> dict[str, str]:
    """All of them under ``folder``: what to name on the command line, by the name of the source."""
    _csv(folder / "epoch.csv", EPOCH)
    _csv(folder / "hardware.csv", HARDWARE)
    for name, text in ASSETS.items():
        _text(folder / "eg" / "assets" / name, text)
    for name, text in MODELS_DEV.items():
        _text(folder / "dev" / name, text)
    _text(folder / "china" / "README.md", CHINA)
    _text(folder / "aio" / "aio-src.csv", AIO)
    _text(folder / "robots" / "data" / "humanoid.csv", ROBOTS)
    places = {"epoch": "epoch.csv", "hardware": "hardware.csv", "ecosystem-graphs": "eg"}
    places |= {"models.dev": "dev", "llms-in-china": "china", "aio": "aio", "robotics": "robots"}
    return {name: f"{name}={folder / place}" for name, place in places.items()}


def _csv(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.lstrip("\n"), encoding="utf-8")
