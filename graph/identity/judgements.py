"""A user's own table of judgements: read, and written so that nothing in it is lost."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping
from pathlib import Path

from ..errors import UsageError
from .table import Judgement

COLUMNS = ("kind", "name", "context", "other", "other_context", "judgement")


def usual_place() -> Path:
    """Where a user's own judgements are kept when no other place is named."""
    from platformdirs import user_data_path

    return user_data_path("trendweave", appauthor=False) / "aliases.csv"


def place(aliases: str | None) -> Path:
    """The file that is meant: the one named, else ``$TRENDWEAVE_ALIASES``, else the usual one."""
    named = aliases or os.environ.get("TRENDWEAVE_ALIASES")
    return Path(named) if named else usual_place()


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements in a user's file: CSV with the columns :data:`COLUMNS`.

    Raises :class:`UsageError` where it cannot be read or does not fit.
    """
    _, rows = _rows(path)
    return tuple(_judgement(row, path, number) for number, row in enumerate(rows, 2))


def _rows(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
            return list(reader.fieldnames or ()), rows
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path} cannot be read as a table of aliases ({error}).") from None


def _judgement(row: Mapping[str, str], path: Path, number: int) -> Judgement:
    verdict = row.get("judgement")
    if verdict not in ("same", "different", "unsure") or not all(
        map(row.get, ("kind", "name", "other"))
    ):
        raise UsageError(
            f"{path}, line {number}: it needs {', '.join(COLUMNS)}, and as judgement same, "
            "different or unsure."
        )
    from .rules import label

    return Judgement(
        label(row["kind"]),
        row["name"],
        row.get("context") or None,
        row["other"],
        row.get("other_context") or None,
        verdict,  # type: ignore[arg-type]
    )


def add_judgement(path: Path, new: Judgement) -> None:
    """Write one more; a former judgement on the same pair gives way, other rows stay as they are.

    Raises :class:`UsageError` where it contradicts the others, and then writes nothing.
    """
    from filelock import FileLock

    from .judged import judged, sides
    from .rules import by_rule
    from .tables import ShippedTable

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{path}.lock"):
            columns, rows = _rows(path) if path.exists() else ([], [])
            held = [_judgement(row, path, number) for number, row in enumerate(rows, 2)]
            kept = [
                (row, one) for row, one in zip(rows, held, strict=True) if sides(one) != sides(new)
            ]
            judged(ShippedTable((*(one for _, one in kept), new)), by_rule)
            columns += [column for column in COLUMNS if column not in columns]
            row = dict(zip(COLUMNS, (field or "" for field in new), strict=True))
            _write(path, columns, [*(row for row, _ in kept), row])
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({(error.strerror or 'an error').lower()}): name another "
            "place with --aliases."
        ) from None


def _write(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    """Whole or not at all."""
    draft = path.with_name(f"{path.name}.new")
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, columns, restval="", extrasaction="ignore", lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(rows)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
