"""Read a folder of facts from disk; what is wrong is collected as rejects, never raised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError
from trendweave.graph.identity import key
from trendweave.graph.model import (
    KINDS,
    RELATIONSHIPS,
    Category,
    Claim,
    Line,
    Ref,
    Reject,
    SourceInfo,
    allowed,
)

from .folder import Chapter, Entry, Folder, Statement
from .marked import Map, Seq, read

EXEMPLIFIES = RELATIONSHIPS["EXEMPLIFIES"]
_CLAIM_KEYS = ("certainty", "date", "score", "unit", "conditions", "figures", "note", "link")


def read_folder(folder: Path, info: SourceInfo) -> Folder:
    """Read ``things/*.yaml`` and ``chapters/*.yaml``."""
    reader = _Reader()
    for file in sorted((folder / "things").glob("*.y*ml")):
        reader.things(file)
    for file in sorted((folder / "chapters").glob("*.y*ml")):
        reader.chapter(file)
    entries = [entry for entries in reader.by_kind.values() for entry in entries]
    return Folder(info, entries, reader.chapters, reader.statements, reader.rejects)


class _Reader:
    def __init__(self) -> None:
        self.by_kind: dict[str, list[Entry]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], Entry] = {}
        self._named: dict[str, list[Entry]] = defaultdict(list)
        self.chapters: list[Chapter] = []
        self.statements: list[Statement] = []
        self.rejects: list[Reject] = []

    def _wrong(self, at: Line, record: str, field: str, got: Any, expected: str) -> None:
        shown = "nothing" if got in (None, "") else str(got)[:80]
        self.rejects.append(Reject(at=at, record=record, field=field, got=shown, expected=expected))

    def _read(self, file: Path) -> Map:
        here: list[Reject] = []
        found = read(file, here)
        shown = f"{file.parent.name}/{file.name}"
        for reject in here:
            at = Line(file=shown, line=reject.at.line)
            self.rejects.append(reject.model_copy(update={"at": at}))
        return found

    def _mapping(self, value: Any, at: Line, record: str, expected: str) -> Map:
        if isinstance(value, Map):
            return value
        if value is not None:
            self._wrong(at, record, "value", value, expected)
        return Map(at.line)

    # things -----------------------------------------------------------------

    def things(self, file: Path) -> None:
        shown = f"{file.parent.name}/{file.name}"
        said = self._read(file)
        kinds = self._mapping(
            said.get("things"), Line(file=shown, line=1), "things", "things by kind"
        )
        for kind, names in kinds.items():
            at = Line(file=shown, line=kinds.lines[kind])
            if kind not in KINDS:
                self._wrong(at, kind, "kind", kind, "one of " + ", ".join(KINDS))
                continue
            for name, more in self._mapping(names, at, kind, "names").items():
                here = Line(file=shown, line=names.lines[name])
                self._entry(kind, name, self._mapping(more, here, name, "a mapping"), here)

    def _entry(self, kind: str, name: str, more: Map, at: Line) -> Entry | None:
        for field in more.keys() - {"zh", "aliases", "category", "id"}:
            self._wrong(at, name, "field", field, "zh, aliases, category or id")
        aliases = more.get("aliases") or []
        if isinstance(aliases, str):
            aliases = [aliases]
        category = more.get("category")
        if category not in (None, *get_args(Category)):
            expected = "one of " + ", ".join(get_args(Category))
            self._wrong(at, name, "category", category, expected)
            category = None
        twin = self._by_name.get((kind, key(name)))
        if twin is not None:
            first = f"{twin.at.file}:{twin.at.line}"
            self._wrong(at, name, "name", f"{kind} {name} again", f"one entry (see {first})")
            return None
        try:
            entry = Entry(
                Ref(kind=kind, name=name, id=more.get("id")),
                more.get("zh"),
                tuple(aliases),
                category,
                at,
            )
        except ValidationError as error:
            self._wrong(at, name, "name", name, error.errors()[0]["msg"])
            return None
        self.by_kind[kind].append(entry)
        self._by_name[kind, key(name)] = entry
        for form in entry.forms:
            if entry not in self._named[key(form)]:
                self._named[key(form)].append(entry)
        return entry

    # chapters ---------------------------------------------------------------

    def chapter(self, file: Path) -> None:
        shown = f"{file.parent.name}/{file.name}"
        said = self._read(file)
        at = Line(file=shown, line=1)
        fields = ("chapter", "trend", "part", "sections", "discusses", "facts")
        for field in said.keys() - set(fields):
            here = Line(file=shown, line=said.lines[field])
            self._wrong(here, field, "field", field, "one of " + ", ".join(fields))
        number = said.get("chapter")
        if not number:
            self._wrong(at, shown, "chapter", number, "the chapter's number")
            return
        sections = {}
        titles = self._mapping(said.get("sections"), at, "sections", "titles by number")
        for position, title in titles.items():
            here = Line(file=shown, line=titles.lines[position])
            if not position.isdigit() or not isinstance(title, Map) or not title.get("name"):
                self._wrong(here, f"section {position}", "section", title, "a number and a name")
                continue
            sections[int(position)] = (title["name"], title.get("zh"))
        chapter = Chapter(
            number,
            self._one("Trend", said.get("trend"), at),
            self._one("Part", said.get("part"), at),
            sections,
            at,
        )
        self.chapters.append(chapter)
        kinds = self._mapping(said.get("discusses"), at, "discusses", "names by kind")
        for kind, names in kinds.items():
            here = Line(file=shown, line=kinds.lines[kind])
            if kind not in KINDS:
                self._wrong(here, kind, "kind", kind, "one of " + ", ".join(KINDS))
                continue
            for name, place in self._mapping(names, here, kind, "names").items():
                self._discussed(
                    chapter, kind, name, place, Line(file=shown, line=names.lines[name])
                )
        facts = self._mapping(said.get("facts"), at, "facts", "lists by section")
        for section, lines in facts.items():
            for line in lines or []:
                self._fact(chapter, section, line, shown, facts.lines[section])

    def _one(self, kind: str, name: str | None, at: Line) -> Entry | None:
        if not name:
            return None
        for entry in self._named.get(key(name), []):
            if entry.ref.kind == kind:
                return entry
        return self._entry(kind, name, Map(at.line), at)

    def _discussed(self, chapter: Chapter, kind: str, name: str, place: Any, at: Line) -> None:
        if not isinstance(place, Seq) or not 2 <= len(place) <= 4:
            self._wrong(at, name, "place", place, "[section, cue] and perhaps role and more")
            return
        entry = self._one(kind, name, at)
        more = place[-1] if isinstance(place[-1], Map) else Map(at.line)
        rest = [item for item in place if not isinstance(item, Map)]
        role = rest[2] if len(rest) > 2 else None
        if (role is not None) and kind not in EXEMPLIFIES.sources:
            self._wrong(at, name, "role", role, f"no role: a {kind} exemplifies no trend")
            return
        claim = self._claim(chapter, rest[0], rest[1], more, name, at, role=role)
        if entry is not None and claim is not None:
            self.statements.append(
                Statement(
                    chapter, int(rest[0]), entry, None, chapter.trend, claim, _spelt(more), at
                )
            )

    def _fact(self, chapter: Chapter, section: str, line: Any, file: str, start: int) -> None:
        at = Line(file=file, line=line.line if isinstance(line, Seq) else start)
        if not isinstance(line, Seq) or not 4 <= len(line) <= 5:
            self._wrong(at, "fact", "fact", line, "[source, TYPE, target, cue] and perhaps {more}")
            return
        source, type_, target, cue = line[:4]
        about = f"{source} {type_} {target}"
        more = line[4] if len(line) == 5 and isinstance(line[4], Map) else Map(at.line)
        if type_ not in RELATIONSHIPS:
            self._wrong(at, about, "type", type_, "one of " + ", ".join(RELATIONSHIPS))
            return
        ends = self._ends(source, type_, target, about, at)
        claim = self._claim(chapter, section, cue, more, about, at)
        if ends and claim:
            self.statements.append(
                Statement(chapter, int(section), ends[0], type_, ends[1], claim, _spelt(more), at)
            )

    def _claim(
        self,
        chapter: Chapter,
        section: str,
        cue: str,
        more: Map,
        about: str,
        at: Line,
        **given: Any,
    ) -> Claim | None:
        known = {*_CLAIM_KEYS, "spelt"}
        for field in more.keys() - known:
            self._wrong(at, about, field, field, "one of " + ", ".join(sorted(known)))
        if not str(section).isdigit() or int(section) not in chapter.sections:
            self._wrong(at, about, "section", section, "a section named under sections")
            return None
        try:
            return Claim(
                where=f"{chapter.shown} § {section}",
                cue="".join((cue or "").split()),
                **given,
                **{k: more[k] for k in _CLAIM_KEYS if more.get(k) is not None},
            )
        except ValidationError as error:
            for problem in error.errors():
                field = ".".join(str(part) for part in problem["loc"])
                self._wrong(at, about, field, problem["input"], problem["msg"])
            return None

    def _ends(
        self, source: str, type_: str, target: str, about: str, at: Line
    ) -> tuple[Entry, Entry] | None:
        """The two things meant: of the kinds that the relationship allows, told apart by it."""
        sources = list(self._candidates(source, RELATIONSHIPS[type_].sources, at))
        targets = list(self._candidates(target, RELATIONSHIPS[type_].targets, at))
        fitting = [
            (s, t)
            for s in sources
            for t in targets
            if allowed(type_, s.ref.kind, t.ref.kind) and s is not t
        ]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            kinds = ", ".join(f"{s.ref.kind} → {t.ref.kind}" for s, t in fitting)
            self._wrong(at, about, "ends", f"several readings ({kinds})", "Kind:Name")
            return None
        for side, name, found in (("source", source, sources), ("target", target, targets)):
            if not found:
                spec = RELATIONSHIPS[type_]
                wanted = spec.sources if side == "source" else spec.targets
                self._wrong(at, about, side, name, f"a {' or '.join(wanted)} under things")
                return None
        got = f"{sources[0].ref.kind} → {targets[0].ref.kind}"
        self._wrong(at, about, "ends", got, "ends that the relationship allows")
        return None

    def _candidates(self, name: str, kinds: tuple[str, ...], at: Line) -> Iterator[Entry]:
        kind, colon, bare = (name or "").partition(":")
        if colon and kind in KINDS:
            entry = next((e for e in self._named.get(key(bare), []) if e.ref.kind == kind), None)
            if entry is not None:
                yield entry
            elif bare.strip():
                yield Entry(Ref(kind=kind, name=bare.strip()), None, (), None, at)
            return
        named = self._named.get(key(name or ""), [])
        exact = [e for e in named if key(e.ref.name) == key(name)]
        for entry in exact or named:
            if entry.ref.kind in kinds:
                yield entry


def _spelt(more: Map) -> dict[str, str]:
    given = more.get("spelt")
    return dict(given) if isinstance(given, Map) else {}
