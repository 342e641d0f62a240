"""Changes and runs as rows of a table, in words, for one reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from trendweave.graph.wording import Said, both, says

from .answer_tables import Table
from .reader import Reader

MANY = 40
"""Changes that a person is shown one by one; of more, what there is and the first few."""

_FEW_THINGS = 3
_FEW_RELATIONSHIPS = 1
_VERBS: dict[str, Said] = {
    "renamed": ("renamed", "改名"),
    "perhaps renamed": ("perhaps renamed", "或许改名"),
    "dropped": ("no longer said", "不再提及"),
    "added": ("added", "新增"),
    "altered": ("altered", "变更"),
}
_WHY: dict[str, Said] = {
    "name": ("the same name", "名称相同"),
    "link": ("the same link", "链接相同"),
    "builder and date": ("the same builder and date", "研发者与日期相同"),
    "what it builds": ("builds the same", "研发的事物相同"),
}
_FIELDS: dict[str, Said] = {
    "access": ("access", "开放程度"),
    "aliases": ("other names", "别名"),
    "called": ("called here", "此处名称"),
    "category": ("category", "类型"),
    "certainty": ("certainty", "确定程度"),
    "compute": ("compute", "训练计算量"),
    "country": ("country", "国家"),
    "date": ("date", "日期"),
    "licence": ("licence", "许可"),
    "link": ("link", "链接"),
    "mention": ("only mentioned", "仅被提及"),
    "name_zh": ("Chinese name", "中文名"),
    "names": ("name", "名称"),
    "note": ("notes", "说明"),
    "parameters": ("parameters", "参数量"),
    "results": ("results", "成绩"),
    "role": ("role", "角色"),
}
_OF_NEW = ("date", "country", "access", "parameters")
_NOW: dict[bool, Said] = {
    True: ("now only mentioned", "现仅被提及"),
    False: ("no longer only mentioned", "不再仅被提及"),
}
_RUN_VERBS: dict[str, Said] = {
    "load": ("load", "加载"),
    "unload": ("unload", "撤回"),
    "realign": ("realign", "重新识别"),
}


def runs(listed: Sequence[Mapping[str, Any]], reader: Reader) -> Table:
    """A row a run."""
    columns = ["run", "source", "verb", "started", "finished", "added", "changed", "removed"]
    going = reader.pick(("interrupted, or still going", "中断或仍在进行"))
    return Table(
        columns,
        [
            [
                one["number"],
                one["source"],
                reader.pick(_RUN_VERBS.get(one["verb"], (one["verb"],) * 2)),
                one["started"],
                one["finished"] or going,
                *(one[count] for count in columns[-3:]),
            ]
            for one in listed
        ],
    )


def changes(answer: Mapping[str, Any], reader: Reader) -> Table:
    """A row a change; of many those by which a thing got a name, and the first few of each kind."""
    told = answer["changes"]
    few = not reader.whole and len(told) > MANY
    cells: list[list[Any]] = []
    shown: Counter[tuple[str, str]] = Counter()
    for verb in _VERBS:
        if verb == "perhaps renamed":
            cells += [_proposal(one, reader) for one in answer["perhaps_renamed"]]
        for change in told:
            if change["change"] == verb:
                ends = change["relationship"]
                about = verb, ends["type"] if ends else change["thing"]["kind"]
                shown[about] += 1
                most = _FEW_RELATIONSHIPS if ends else _FEW_THINGS
                if not few or verb == "renamed" or shown[about] <= most:
                    cells.append(_row(change, reader))
    return Table(["change", "source", "kind", "thing", "says"], cells)


def counts(answer: Mapping[str, Any], reader: Reader) -> Table:
    """A row a kind of change and of thing or relationship."""
    cells = [
        [reader.pick(_VERBS[verb]), reader.word(kind), count]
        for verb, counted in answer["counts"].items()
        for kind, count in counted.items()
    ]
    return Table(["change", "kind", "how many"], cells)


def heading(answer: Mapping[str, Any], reader: Reader) -> str:
    """Which runs it is about."""
    runs_ = answer["runs"]
    if answer["end"] - answer["start"] == 1 == len(runs_):
        cells = [str(cell) for cell in runs(runs_, reader).cells[0]]
        number, source, verb, started, finished = cells[:5]
        said = (
            f"Run {number}: {verb} {source}, {started}",
            f"第 {number} 次：{verb} {source}，{started}",
        )
        going = reader.pick((f" ({finished})", f"（{finished}）"))
        return reader.pick(said) + ("" if runs_[0]["finished"] else going)
    start, end = answer["start"], answer["end"]
    return reader.pick(
        (f"From after run {start} to after run {end}", f"第 {start} 次之后至第 {end} 次之后")
    )


def _proposal(one: Mapping[str, Any], reader: Reader) -> list[Any]:
    names = [reader.name(one[state]) for state in ("before", "after")]
    if names[0] == names[1]:
        names = [f"{reader.name(one[state])} ({one[state]['id']})" for state in ("before", "after")]
    why = ", ".join(reader.pick(_WHY[reason]) for reason in one["why"])
    return [
        reader.pick(_VERBS["perhaps renamed"]),
        one["source"],
        reader.word(one["after"]["kind"]),
        " → ".join(names),
        why,
    ]


def _row(change: Mapping[str, Any], reader: Reader) -> list[Any]:
    ends = change["relationship"]
    if ends:
        pair = [both(ends[end]["name"], ends[end]["name_zh"]) for end in ("source", "target")]
        kind, what = ends["type"], reader.pick(says(ends["type"], *pair))
    else:
        kind, what = reader.word(change["thing"]["kind"]), reader.name(change["thing"])
    words = list(_words(change, reader))
    if change["others"]:
        words.append(reader.pick(("others say it too", "其他来源也提及")))
    return [reader.pick(_VERBS[change["change"]]), change["source"], kind, what, "; ".join(words)]


def _words(change: Mapping[str, Any], reader: Reader) -> Iterator[str]:
    before, after = change["before"], change["after"]
    if before is None or after is None:
        said = before or after
        names = said.get("names", [])
        if change["thing"] and change["thing"]["name"] not in names:
            yield reader.pick(("as ", "称")) + ", ".join(names)
        if said.get("mention"):
            yield reader.pick(_FIELDS["mention"])
        for field in _OF_NEW:
            if field in said:
                yield f"{reader.pick(_FIELDS[field])} {_value(said[field], reader)}"
        return
    for field in sorted(change["fields"], key=lambda field: (field != "names", field)):
        if field == "figures":
            yield from _figures(before.get(field, {}), after.get(field, {}), reader)
        elif field == "mention":
            yield reader.pick(_NOW[field in after])
        elif field != "called" or "names" not in change["fields"]:
            named = "" if change["change"] == "renamed" and field == "names" else field
            shown = reader.pick(_FIELDS[named]) + " " if named else ""
            yield shown + _step(before.get(field), after.get(field), reader)


def _figures(before: Mapping[str, Any], after: Mapping[str, Any], reader: Reader) -> Iterator[str]:
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield f"{name} {_step(before.get(name), after.get(name), reader)}"


def _step(before: Any, after: Any, reader: Reader) -> str:
    return f"{_value(before, reader)} → {_value(after, reader)}"


def _value(value: Any, reader: Reader) -> str:
    if value is None:
        return "—"
    if isinstance(value, list):
        return ", ".join(_value(one, reader) for one in value)
    if isinstance(value, float):
        return f"{value:.6g}"
    return reader.word(value) if isinstance(value, str) else reader.text(value)
