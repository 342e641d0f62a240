"""YAML whose values know their lines; every scalar is its text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from trendweave.graph.model import Line, Reject

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Map(dict[str, Any]):
    """A mapping with the line of each key."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Seq(list[Any]):
    """A list with its line."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


def read(path: Path, rejects: list[Reject]) -> Map:
    """The mapping in a YAML file; what is wrong with the file goes to ``rejects``."""

    def wrong(line: int, record: str, field: str, got: str, expected: str) -> Map:
        at = Line(file=path.name, line=max(line, 1))
        rejects.append(Reject(at=at, record=record, field=field, got=got, expected=expected))
        return Map(max(line, 1))

    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        return wrong(1, "file", "file", (error.strerror or "an error").lower(), "a readable file")
    except UnicodeDecodeError as error:
        return wrong(1, "file", "encoding", f"byte {error.start} is not UTF-8", "UTF-8")
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return wrong(line, "file", "syntax", error.problem or "not YAML", "YAML")
    except yaml.YAMLError:
        return wrong(1, "file", "syntax", "characters that YAML forbids", "YAML")
    if root is None:
        return wrong(1, "file", "file", "an empty file", "a mapping")
    built = _build(root, wrong)
    if not isinstance(built, Map):
        return wrong(root.start_mark.line + 1, "file", "file", "no mapping", "a mapping")
    return built


def _build(node: Any, wrong: Any) -> Any:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        out = Map(line)
        for name, value in node.value:
            key, at = str(name.value), name.start_mark.line + 1
            if key in out:
                wrong(at, key, "key", f"{key} twice", f"once (line {out.lines[key]})")
                continue
            out[key] = _build(value, wrong)
            out.lines[key] = at
        return out
    if isinstance(node, yaml.SequenceNode):
        seq = Seq(line)
        seq.extend(_build(item, wrong) for item in node.value)
        return seq
    return None if node.tag == "tag:yaml.org,2002:null" else node.value
