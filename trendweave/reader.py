"""The person who reads an answer: names, headings and sentences in one language or in both."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import Any

from trendweave.graph.wording import CERTAINTY_ZH, KINDS_ZH, Said, both, says

LANGUAGES = ("en", "zh")
_SHOWN = 6
"""How many things stand in one cell before the rest are counted."""
_MOST_TEXTS = 3
_MOST_PLACES = 8
_MOST_LINKS = 3
_HEADINGS_ZH = {
    "added": "新增",
    "builder": "研发者",
    "certainty": "确定程度",
    "change": "变化",
    "changed": "变更",
    "evidence": "出处",
    "finished": "结束",
    "from": "起点",
    "how many": "数量",
    "kind": "类别",
    "link": "链接",
    "measure": "度量",
    "name": "名称",
    "parameters": "参数",
    "question": "问题",
    "relationship": "关系",
    "removed": "移除",
    "run": "次序",
    "says": "说法",
    "source": "来源",
    "started": "开始",
    "step": "关系",
    "thing": "事物",
    "title": "标题",
    "to": "终点",
    "topic": "主题",
    "verb": "操作",
    "way": "路径",
    "what": "对象",
    "where": "出处",
}
_ROLES_ZH = {"case": "案例", "driver": "推动者", "mentioned": "提及"}
_ACCESS_ZH = {"open": "开放", "limited": "受限", "closed": "封闭"}
_FIELDS_ZH = {
    "access": "开放程度",
    "builder": "研发者",
    "category": "类别",
    "compute": "训练计算量",
    "country": "国家",
    "date": "日期",
    "licence": "许可",
    "parameters": "参数量",
}
_WORDS_ZH = {**KINDS_ZH, **CERTAINTY_ZH, **_ROLES_ZH, **_ACCESS_ZH, **_FIELDS_ZH}


def locale_language() -> str:
    """The language of this session's locale: ``en``, ``zh``, or ``both`` where it names none."""
    said = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if not said:
        import locale

        said = locale.getlocale()[0] or "C"
    if said.lower().startswith(("zh", "chinese")):
        return "zh"
    return "both" if said.partition(".")[0] in ("C", "POSIX") else "en"


class Reader:
    """Reads ``lang``: ``en`` or ``zh``, or both names at once; the first few of many, or ``whole``.

    A file for machines has both names and everything.
    """

    def __init__(self, lang: str = "both", *, whole: bool = False) -> None:
        self.lang = lang
        self.whole = whole

    def pick(self, said: Said) -> str:
        """That of two wordings which this reader reads."""
        return said[self.lang == "zh"]

    def name(self, entity: Mapping[str, Any]) -> str:
        """What a thing is called: for a reader of both ``Reinforcement learning · 强化学习``."""
        en, zh = both(str(entity["name"]), entity.get("name_zh"))
        return f"{en} · {zh}" if self.lang == "both" and zh != en else self.pick((en, zh))

    def heading(self, column: str) -> str:
        """The heading of a column of ours."""
        return _HEADINGS_ZH.get(column, column) if self.lang == "zh" else column

    def word(self, word: str) -> str:
        """A kind, a certainty or a role as this reader calls it; any other word as it is."""
        return _WORDS_ZH.get(word, word) if self.lang == "zh" else word

    def sentences(
        self,
        evidence: Sequence[Mapping[str, Any]],
        type_: str = "",
        *pairs: Sequence[Mapping[str, Any]],
    ) -> str:
        """What the sources say, each once; the sentence for a relationship in this language.

        ``pairs`` are the things that such a sentence may be about.
        """
        here: dict[str, str] = {}
        for pair in pairs if self.lang == "zh" and type_ else ():
            ends = [both(str(end["name"]), end.get("name_zh")) for end in pair]
            here |= dict(says(type_, *order) for order in (ends, ends[::-1]))
        said = dict.fromkeys(
            here.get(e["text"], e["text"]) + (f" “{e['quote']}”" if e.get("quote") else "")
            for e in evidence
        )
        return self.first(list(said), _MOST_TEXTS)

    def places(self, evidence: Sequence[Mapping[str, Any]]) -> str:
        """Who says so and where, the first few places."""
        found = dict.fromkeys(f"{e['source']} {e['where']}".strip() for e in evidence)
        return self.first(list(found), _MOST_PLACES)

    def links(self, evidence: Sequence[Mapping[str, Any]]) -> str:
        """The links that the sources give, each once, the first few."""
        found = dict.fromkeys(e["link"] for e in evidence if e.get("link"))
        return self.first(list(found), _MOST_LINKS, "\n")

    def several(self, things: Sequence[Mapping[str, Any]]) -> str:
        """The names of the first few things."""
        return self.first([self.name(thing) for thing in things])

    def first(self, items: Sequence[str], most: int = _SHOWN, between: str = "; ") -> str:
        """The first few, and how many are left."""
        left = 0 if self.whole else len(items) - most
        if left <= 0:
            return between.join(items)
        more = self.pick((f"and {left} more", f"等 {len(items)} 项"))
        return between.join(items[:most]) + (between if between == "\n" else " ") + more

    def text(self, value: Any) -> str:
        """Any value of an answer."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.pick(("yes", "是") if value else ("no", "否"))
        if isinstance(value, Mapping):
            return self._object(value)
        if isinstance(value, list | tuple):
            return "; ".join(self.texts(value))
        return str(value)

    def texts(self, values: Sequence[Any]) -> list[str]:
        """Each value; things, which engines gather in any order, by their ids."""
        if values and all(isinstance(value, Mapping) and "id" in value for value in values):
            values = sorted(values, key=lambda thing: str(thing["id"]))
        return [self.text(value) for value in values]

    def _object(self, value: Mapping[str, Any]) -> str:
        if "nodes" in value and "steps" in value:
            return self._path(value)
        if "name" in value:
            return self.name(value)
        if {"type", "source", "target"} <= value.keys():
            return str(value["type"])
        return json.dumps(value, ensure_ascii=False)

    def _path(self, path: Mapping[str, Any]) -> str:
        """``A →ENABLES→ B ←APPLIES← C``."""
        nodes = path["nodes"]
        shown = self.name(nodes[0])
        for step, node in zip(path["steps"], nodes[1:], strict=True):
            arrow = "→" if step["target"] == node["id"] else "←"
            shown += f" {arrow}{step['type']}{arrow} {self.name(node)}"
        return shown
