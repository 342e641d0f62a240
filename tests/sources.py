"""A folder of facts that tests write and change: two small chapters about made-up things."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

SOURCE = {
    "id": "made-up",
    "title": "A made-up report",
    "publisher": "Nobody",
    "date": "2025-03",
    "licence": "CC0-1.0",
    "attribution": "Nobody in particular",
}
THINGS: dict[str, dict[str, Any]] = {
    "Company": {
        "Quasar Works": {"zh": "类星体公司", "category": "company"},
        "Borealis Lab": {"aliases": ["北光实验室"], "category": "lab"},
    },
    "Model": {"Lumen 2": {"aliases": ["Lumen2"]}},
    "Product": {"Gondola": {"zh": "贡多拉"}},
    "Technique": {
        "Tidal learning": {"zh": "潮汐学习"},
        "Drift planning": {"zh": "漂移规划"},
    },
    "Industry": {"Lighthouse keeping": {"zh": "灯塔业"}},
    "Person": {"Ada Tern": {"zh": "燕鸥"}},
    "Trend": {
        "Tidal turn": {"id": "trend:tidal", "zh": "潮汐转向"},
        "Harbour robots": {"id": "trend:harbour", "zh": "港口机器人"},
    },
}
CHAPTERS: dict[str, dict[str, Any]] = {
    "1": {
        "chapter": "1",
        "trend": "Tidal turn",
        "sections": {"0": {"name": "Opening"}, "1": {"name": "Tides", "zh": "潮"}},
        "discusses": {
            "Company": {"Quasar Works": ["1", "发布", "case"]},
            "Model": {"Lumen 2": ["1", "发布", "case", {"date": "2025-02"}]},
            "Technique": {
                "Tidal learning": ["1", "推动", "driver"],
                "Drift planning": ["1", "推动", "mentioned"],
            },
            "Person": {"Ada Tern": ["0", "作者"]},
        },
        "facts": {
            "0": [["Ada Tern", "AUTHORED", "Tidal turn", "作者"]],
            "1": [
                ["Quasar Works", "BUILDS", "Lumen 2", "发布", {"date": "2025-02"}],
                ["Tidal learning", "ENABLES", "Drift planning", "推动", {"note": "by repetition"}],
                ["Lumen 2", "APPLIES", "Tidal learning", "采用"],
            ],
        },
    },
    "2": {
        "chapter": "2",
        "trend": "Harbour robots",
        "sections": {"0": {"name": "Opening"}, "1": {"name": "Docks"}},
        "discusses": {
            "Company": {"Borealis Lab": ["1", "部署", "case"]},
            "Product": {"Gondola": ["1", "部署", "case"]},
            "Technique": {"Drift planning": ["1", "用于", "driver"]},
            "Industry": {"Lighthouse keeping": ["1", "行业"]},
        },
        "facts": {
            "1": [
                ["Borealis Lab", "BUILDS", "Gondola", "部署"],
                ["Gondola", "POWERED_BY", "Lumen 2", "基于", {"certainty": "implied"}],
                ["Drift planning", "ENABLES", "Harbour robots", "推动"],
                ["Gondola", "APPLIED_IN", "Lighthouse keeping", "行业"],
            ]
        },
    },
}


class Folder:
    """Writes itself whenever it is changed."""

    def __init__(self, path: Path, **source: str) -> None:
        import copy

        self.path = path
        self.source = {**SOURCE, **source}
        self.things = copy.deepcopy(THINGS)
        self.chapters = copy.deepcopy(CHAPTERS)
        self.write()

    def write(self) -> Folder:
        """Put everything on disk, dropping what is no longer there."""
        (self.path / "things").mkdir(parents=True, exist_ok=True)
        (self.path / "chapters").mkdir(exist_ok=True)
        for old in self.path.glob("*/*.yaml"):
            old.unlink()
        self._dump("source.yaml", self.source)
        self._dump("things/things.yaml", {"things": self.things})
        for name, chapter in self.chapters.items():
            self._dump(f"chapters/{name}.yaml", chapter)
        return self

    def _dump(self, name: str, data: Any) -> None:
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (self.path / name).write_text(text, encoding="utf-8")

    def __str__(self) -> str:
        return str(self.path)
