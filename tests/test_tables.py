"""Any table with a mapping: formats, what a mapping may say, what is refused, and addresses."""

from __future__ import annotations

import datetime
import http.server
import json
import ssl
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pyarrow
import pyarrow.parquet
import pytest
import trustme
import yaml
from trendweave.graph.errors import InputError, UsageError
from trendweave.graph.model import Edge, Record, Thing
from trendweave.loaders import fetch, find, inputs

import trendweave

MAPPING: dict[str, Any] = {
    "source": {
        "id": "landscape",
        "title": "Landscape of the harbour",
        "publisher": "Harbour Society",
        "date": "2025-06",
        "licence": "CC0-1.0",
        "attribution": "Harbour Society",
    },
    "file": "landscape.csv",
    "placeholders": ["(tba)"],
    "things": [
        {
            "kind": {"column": "Type", "words": {"llm": "Model", "app": "Product"}},
            "name": "Name",
            "name_zh": "名称",
            "aliases": {"column": "Also", "split": "|"},
            "maker": {"column": "Maker", "split": "+"},
            "date": "Released",
            "link": "Site",
            "licence": "Licence",
            "access": "Openness",
            "parameters": "Size",
            "figures": {"price": "Price"},
            "relationships": [
                {"type": "BUILDS", "from": {"kind": "Company", "column": "Maker", "split": "+"}},
                {"type": "POWERED_BY", "to": {"kind": "Model", "column": "Runs on"}},
            ],
        },
        {"kind": "Company", "name": "Maker", "category": "Sort", "country": "Country"},
    ],
}
HEADER = "Type Name 名称 Also Maker Released Site Licence Openness Size Price Runs on Sort Country"
COLUMNS = HEADER.replace("Runs on", "Runs_on").split()
COLUMNS[COLUMNS.index("Runs_on")] = "Runs on"
_ROWS = (
    " Lumen\u00a0 9\n;流明9;L9|Lumen-9;Quasar;2025-02-03;https://q.example;MIT;open;7B;9 EUR;(tba)",
    "Gondola;;;Quasar+Borealis;spring;none;;ajar;big;;Lumen 9",
    "Left out;;;;;;;;;;",
    "unknown;;;;;;;;;;",
)
_REST = (
    ("llm", "lab", "South Korea"),
    ("app", "guild", "Atlantis"),
    ("song", "", ""),
    ("llm", "", ""),
)
ROWS = [
    [type_, *row.split(";"), sort, country]
    for row, (type_, sort, country) in zip(_ROWS, _REST, strict=True)
]


class Written:
    """A mapping and its table in a folder."""

    def __init__(self, folder: Path, **changes: Any) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.path = folder / "landscape.yaml"
        said = {**json.loads(json.dumps(MAPPING)), **changes}
        self.path.write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")

    def records(self) -> list[Record]:
        return list(find(str(self.path)).records())


def delimited(mark: str) -> str:
    quoted = [[f'"{cell}"' if "\n" in str(cell) else str(cell) for cell in row] for row in ROWS]
    return "\n".join(mark.join(row) for row in [COLUMNS, *quoted]) + "\n"


def objects() -> list[dict[str, Any]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]


def workbook(path: Path) -> None:
    """A workbook as its format's minimum, with a sheet before the one of the table."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    text = '<c t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>'
    rows = "".join(
        "<row>" + "".join(text.format(cell) for cell in row) + "</row>" for row in [COLUMNS, *ROWS]
    )
    names = [("first", "<row/>"), ("list", rows)]
    sheets = "".join(
        f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, (n, _) in enumerate(names, 1)
    )
    links = "".join(
        f'<Relationship Id="r{i}" Type="{rel}/worksheet" Target="worksheets/s{i}.xml"/>'
        for i, _ in enumerate(names, 1)
    )
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r" Type="{rel}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>{sheets}</sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}">{links}</Relationships>',
        )
        for i, (_, body) in enumerate(names, 1):
            book.writestr(
                f"xl/worksheets/s{i}.xml",
                f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>',
            )


def table(folder: Path, format_: str) -> dict[str, Any]:
    """Write the table in that format; what the mapping must then say."""
    file = folder / f"landscape.{format_}"
    match format_:
        case "csv":
            file.write_text(delimited(","), encoding="utf-8-sig")
        case "tsv":
            file.write_text(delimited("\t"), encoding="utf-8")
        case "txt":
            file.write_text(delimited("#"), encoding="utf-8")
            return {"file": file.name, "format": "csv", "delimiter": "#"}
        case "json":
            file.write_text(json.dumps({"data": {"all": objects()}}), encoding="utf-8")
            return {"file": file.name, "at": "data.all"}
        case "xlsx":
            workbook(file)
            return {"file": file.name, "sheet": "list"}
        case "parquet":
            pyarrow.parquet.write_table(pyarrow.Table.from_pylist(objects()), file)
    return {"file": file.name}


FORMATS = ("csv", "tsv", "txt", "json", "xlsx", "parquet")


def triples(records: list[Record]) -> set[tuple[str, str, str]]:
    return {(r.source.name, r.type, r.target.name) for r in records if isinstance(r, Edge)}


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_says_the_same(format_: str, tmp_path: Path) -> None:
    found = Written(tmp_path, **table(tmp_path, format_)).records()
    things = {r.ref.name: r for r in found if isinstance(r, Thing)}
    assert set(things) == {"Lumen 9", "Gondola", "Quasar", "Quasar+Borealis"}
    lumen = things["Lumen 9"]
    assert (lumen.ref.kind, lumen.name_zh, lumen.aliases) == ("Model", "流明9", ("L9", "Lumen-9"))
    assert lumen.ref.maker == "Quasar"
    (claim,) = lumen.claims
    assert (claim.date, claim.licence, claim.access) == ("2025-02-03", "MIT", "open")
    assert (claim.parameters, claim.link) == (7e9, "https://q.example")
    assert claim.figures == {"price": "9 EUR"}
    assert claim.where == f"row {1 if format_ == 'json' else 2} · Name"
    # What cannot be read as such is shown as the source has it.
    (said,) = things["Gondola"].claims
    assert said.figures == {"date": "spring", "access": "ajar", "parameters": "big"}
    assert things["Quasar"].category == "lab"
    assert things["Quasar"].claims[0].country == "KR"
    assert things["Quasar+Borealis"].claims[0].figures == {
        "category": "guild",
        "country": "Atlantis",
    }
    assert things["Gondola"].ref.maker == "Quasar, Borealis"
    assert triples(found) == {
        ("Quasar", "BUILDS", "Lumen 9"),
        ("Quasar", "BUILDS", "Gondola"),
        ("Borealis", "BUILDS", "Gondola"),
        ("Gondola", "POWERED_BY", "Lumen 9"),
    }


def test_json_by_key_with_lists_dates_and_depths(tmp_path: Path) -> None:
    rows = {
        "Gondola": {"owner": {"name": "Quasar"}, "also": ["Gondel", "", "unknown"], "year": 2024},
        "Ferry": {"also": None},
        "note": "no row",
    }
    (tmp_path / "x.json").write_text(json.dumps(rows), encoding="utf-8")
    built = {"type": "BUILDS", "from": {"kind": "Company", "column": "owner.name"}}
    things = {"kind": "Product", "name": "key", "aliases": "also", "date": "year"}
    written = Written(
        tmp_path, file="x.json", things=[{**things, "relationships": [built]}]
    ).records()
    (gondola, edge, ferry) = written
    assert isinstance(gondola, Thing)
    assert gondola.aliases == ("Gondel",)
    assert gondola.claims[0].date == "2024"
    assert isinstance(edge, Edge)
    assert edge.source.name == "Quasar"
    assert isinstance(ferry, Thing)
    assert ferry.aliases == ()


def test_a_workbook_or_parquet_gives_dates_as_dates(tmp_path: Path) -> None:
    rows = [{"n": "Gondola", "d": datetime.date(2024, 5, 6)}, {"n": None, "d": None}]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "x.parquet")
    things = [{"kind": "Product", "name": "n", "date": "d"}]
    (gondola,) = Written(tmp_path, file="x.parquet", things=things).records()
    assert isinstance(gondola, Thing)
    assert gondola.claims[0].date == "2024-05-06"


def test_short_and_empty_rows_are_no_matter(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("\nn,d,l\n,,\nGondola\n\nFerry,2024,,5\n", encoding="utf-8")
    things = [{"kind": "Product", "name": "n", "date": "d", "link": "l"}]
    found = Written(tmp_path, file="x.csv", things=things).records()
    said = [(r.ref.name, r.claims[0].date, r.at.line) for r in found if isinstance(r, Thing)]
    assert said == [("Gondola", None, 4), ("Ferry", "2024", 6)]


def test_it_loads_by_its_own_name_or_another(tmp_path: Path) -> None:
    written = Written(tmp_path, **table(tmp_path, "csv"))
    with trendweave.open(tmp_path / "db") as graph:
        assert graph.load(str(written.path)).source == "landscape"
        (answer,) = graph.who_builds("流明9")["answers"]
        assert [builder["name"] for builder in answer["builders"]] == ["Quasar"]
        assert graph.load(f"mine={written.path}").source == "mine"
        assert {row["source"] for row in graph.sources()} == {"landscape", "mine"}


def test_a_name_that_is_none_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(f"n\n{'a' * 5000}\nGondola\n", encoding="utf-8")
    written = Written(tmp_path, file="x.csv", things=[{"kind": "Product", "name": "n"}])
    (found,) = trendweave.check(str(written.path)).findings
    assert (found.line, found.got) == (2, "5000 characters")


def things(**more: Any) -> dict[str, Any]:
    return {"things": [{"kind": "Product", "name": "Name", **more}]}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (things(kind="Gadget"), "Gadget is no kind: it is one of Company"),
        (things(colour="red"), "colour"),
        (things(date="When"), "landscape.csv has no column When: it has Type, Name"),
        (things(relationships=[{"type": "BUYS"}]), "BUYS is no relationship"),
        (things(relationships=[{"type": "BUILDS"}]), "BUILDS needs either from or to"),
        (
            things(
                relationships=[{"type": "BUILDS", "to": {"kind": "Company", "column": "Maker"}}]
            ),
            "BUILDS cannot lead from Product to Company",
        ),
        ({"file": "../landscape.csv"}, "must stand beside the mapping or below it"),
        ({"file": "/landscape.csv"}, "must stand beside the mapping or below it"),
        ({"file": "gone.csv"}, "is no file"),
        ({"file": "landscape.yaml"}, "say its format, one of csv, tsv, json, xlsx, parquet"),
        ({"source": {"id": "x"}}, "source · title"),
        ({"things": []}, "things"),
        ({"format": "xlsx"}, "is not a workbook"),
        ({"format": "parquet"}, "is not Parquet"),
        ({"format": "json"}, "is not JSON"),
    ],
)
def test_what_is_wrong_is_one_sentence(changes: dict[str, Any], said: str, tmp_path: Path) -> None:
    given = table(tmp_path, "csv")
    written = Written(tmp_path, **given, **changes) if "file" not in changes else None
    written = written or Written(tmp_path, **{**given, **changes})
    with pytest.raises(InputError) as raised:
        trendweave.check(str(written.path))
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_more_that_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = table(tmp_path, "xlsx")
    with pytest.raises(InputError, match="has no sheet other: it has first, list"):
        Written(tmp_path, **{**given, "sheet": "other"}).records()
    (tmp_path / "text.yaml").write_text("things: [", encoding="utf-8")
    with pytest.raises(InputError, match=r"text\.yaml:1 is not YAML"):
        trendweave.check(str(tmp_path / "text.yaml"))
    (tmp_path / "text.yaml").write_text("chapter: 1", encoding="utf-8")
    with pytest.raises(InputError, match="is not a mapping of a table"):
        trendweave.check(str(tmp_path / "text.yaml"))
    (tmp_path / "code.yaml").write_text("things: !!python/object/apply:os.getcwd []")
    with pytest.raises(InputError, match="is not YAML"):
        trendweave.check(str(tmp_path / "code.yaml"))
    with pytest.raises(UsageError, match="leave out --text"):
        trendweave.check(str(Written(tmp_path, **given).path), text=tmp_path / "text.txt")
    monkeypatch.setattr(inputs, "LARGEST", 10)
    with pytest.raises(InputError, match="has more than"):
        trendweave.check(str(Written(tmp_path, **given).path))


@pytest.mark.parametrize(
    ("module", "format_"), [("pyarrow", "parquet"), ("python_calamine", "xlsx")]
)
def test_a_missing_library_is_told_with_the_remedy(
    module: str, format_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Written(tmp_path, **table(tmp_path, format_))
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError, match=rf'pip install "trendweave\[{format_}\]"'):
        written.records()


# --- addresses ------------------------------------------------------------------------------------


class _Handler(http.server.BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        if self.path == "/slow.csv":
            threading.Event().wait(2)
        if self.path.startswith("/away"):
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:1/table.csv")
            self.end_headers()
            return
        page = self.pages.get(self.path)
        self.send_response(200 if page is not None else 404)
        self.send_header("Content-Length", str(len(page or b"")))
        self.end_headers()
        self.wfile.write(page or b"")

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of an https server of this machine, and the authority that it is known by."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusted = tmp_path_factory.mktemp("tls") / "ca.pem"
    authority.cert_pem.write_to_path(trusted)
    _Handler.pages["/table.csv"] = delimited(",").encode()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as running:
        running.socket = context.wrap_socket(
            running.socket, server_side=True, do_handshake_on_connect=False
        )
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"https://127.0.0.1:{running.server_port}", str(trusted)
        running.shutdown()


def test_a_table_and_a_catalogue_come_from_an_address(
    server: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, trusted = server
    monkeypatch.setenv("SSL_CERT_FILE", trusted)
    written = Written(tmp_path, file=f"{address}/table.csv")
    assert ("Quasar", "BUILDS", "Lumen 9") in triples(written.records())
    _Handler.pages["/epoch.csv"] = b"Model,Organization,Publication date\nLumen,Quasar,2025\n"
    assert trendweave.check(f"epoch={address}/epoch.csv").records == 3


def test_an_address_is_not_trusted(
    server: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, trusted = server

    def refused(place: str) -> str:
        with pytest.raises(InputError) as raised:
            Written(tmp_path, file=place).records()
        assert "\n" not in str(raised.value)
        return str(raised.value)

    assert "certificate" in refused(f"{address}/table.csv").lower()
    monkeypatch.setenv("SSL_CERT_FILE", trusted)
    assert "answers 404 Not Found: check the address" in refused(f"{address}/gone.csv")
    assert "it leads to an address without https" in refused(f"{address}/away.csv")
    monkeypatch.setattr(fetch, "SECONDS", 0.2)
    assert "cannot be read" in refused(f"{address}/slow.csv")
    monkeypatch.setattr(inputs, "LARGEST", 900)
    _Handler.pages["/large.csv"] = b"x" * 5_000
    assert "has more than" in refused(f"{address}/large.csv")
    with pytest.raises(UsageError, match="only https:// addresses and paths are read"):
        Written(tmp_path, file="http://127.0.0.1/table.csv").records()
    with pytest.raises(UsageError, match="only https://"):
        trendweave.check("epoch=file:///table.csv")
