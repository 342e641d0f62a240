"""The embedded engine as many processes meet it."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sources import Folder
from trendweave.graph import database
from trendweave.graph.embedded import Embedded
from trendweave.graph.errors import Busy

import trendweave

TRENDWEAVE = str(Path(sys.executable).with_name("trendweave"))


def start(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [TRENDWEAVE, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def test_twenty_questions_at_once_are_all_answered(folder: Folder, tmp_path: Path) -> None:
    db = str(tmp_path / "db")
    with trendweave.open(db) as graph:
        graph.load(str(folder))
    asked = [start("who-builds", "Lumen 2", "--db", db) for _ in range(20)]
    for process in asked:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        assert "Quasar Works" in out


def test_a_reader_goes_through_the_process_that_holds_the_folder(
    folder: Folder, tmp_path: Path
) -> None:
    db = str(tmp_path / "db")
    with trendweave.open(db) as graph:
        graph.load(str(folder))
        process = start("builds", "Borealis Lab", "--db", db)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        assert "Gondola" in out


def test_a_reader_outlives_the_process_it_went_through(folder: Folder, tmp_path: Path) -> None:
    db = str(tmp_path / "db")
    holder = trendweave.open(db)
    holder.load(str(folder))
    code = (
        "import sys, trendweave\n"
        f"g = trendweave.open({db!r})\n"
        "assert not g.database.owned\n"
        "print('through', flush=True)\n"
        "sys.stdin.readline()\n"
        "print(g.builds('Borealis Lab')['answers'][0]['things'][0]['name'])\n"
        "g.close()\n"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert reader.stdout is not None
    assert reader.stdout.readline() == "through\n"
    holder.close()
    out, err = reader.communicate("go\n", timeout=60)
    assert out == "Gondola\n", err


def test_a_writer_is_told_who_holds_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "db"
    code = (
        "import sys, trendweave\n"
        f"g = trendweave.open({str(db)!r})\n"
        "print('held', flush=True)\n"
        "sys.stdin.readline()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        monkeypatch.setitem(database.PATIENCE, "write", 0.3)
        with pytest.raises(Busy, match=f"Process {holder.pid} has held the database .* let it"):
            database.Database(db, write=True)
    finally:
        holder.communicate("end\n", timeout=30)


def test_a_killed_loader_leaves_a_database_that_opens(folder: Folder, tmp_path: Path) -> None:
    db = str(tmp_path / "db")
    with trendweave.open(db) as graph:
        graph.load(str(folder))
    code = (
        "import time, trendweave\n"
        f"g = trendweave.open({db!r})\n"
        "print('up', flush=True)\n"
        "time.sleep(60)\n"
    )
    victim = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert victim.stdout is not None
    assert victim.stdout.readline() == "up\n"
    victim.send_signal(signal.SIGKILL)
    victim.communicate(timeout=30)
    with trendweave.open(db) as graph:
        assert graph.builds("Borealis Lab")["answers"]
        graph.load(str(folder))


def test_the_password_is_for_its_owner_alone(tmp_path: Path) -> None:
    with trendweave.open(tmp_path / "db"):
        mode = stat.S_IMODE((tmp_path / "db" / "password").stat().st_mode)
    assert mode == 0o600


def test_nothing_listens_beyond_loopback(tmp_path: Path) -> None:
    with trendweave.open(tmp_path / "db"):
        mine = {os.readlink(f"/proc/self/fd/{fd}") for fd in _descriptors()}
        listening = []
        for family in ("tcp", "tcp6"):
            lines = Path(f"/proc/self/net/{family}").read_text(encoding="ascii").splitlines()
            for line in lines[1:]:
                parts = line.split()
                if parts[3] == "0A" and f"socket:[{parts[9]}]" in mine:
                    listening.append(parts[1].split(":")[0])
    loopback = {"0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F"}
    assert listening
    assert set(listening) <= loopback


def _descriptors() -> list[str]:
    return [fd for fd in os.listdir("/proc/self/fd") if Path(f"/proc/self/fd/{fd}").is_symlink()]


def test_logs_are_bounded(tmp_path: Path) -> None:
    logs = tmp_path / "db" / "log"
    for _ in range(12):
        with trendweave.open(tmp_path / "db"):
            pass
    assert len(list(logs.glob("server-event-log-*"))) <= 6
    (logs / "arcadedb.log.0").write_bytes(b"x" * 3_000_000)
    Embedded(tmp_path / "db")._bound_logs()
    assert not (logs / "arcadedb.log.0").exists()


def test_the_engine_says_nothing(folder: Folder, tmp_path: Path) -> None:
    process = start("load", str(folder), "--db", str(tmp_path / "db"))
    out, err = process.communicate(timeout=60)
    progress = re.compile(r"\S+: [\d,]+ of [\d,]+")  # on a busy machine this takes over a second
    assert [line for line in err.splitlines() if not progress.fullmatch(line)] == []
    assert len(out.splitlines()) == 1


def test_no_engine_is_one_sentence(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "sys.modules['arcadedb'] = None\n"
        "sys.argv = ['trendweave', 'stats', '--db', sys.argv[1]]\n"
        "from trendweave.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "db")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "No embedded engine exists for this machine: name a Neo4j server instead, with "
        "--db bolt://HOST:7687 or $TRENDWEAVE_DB.\n"
    )


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    process = start("stats", "--db", str(tmp_path / "file" / "db"))
    _, err = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "cannot be used" in err
    assert len(err.splitlines()) == 1


def test_stopping_is_quick_and_clean(tmp_path: Path) -> None:
    graph = trendweave.open(tmp_path / "db")
    began = time.monotonic()
    graph.close()
    graph.close()
    assert time.monotonic() - began < 5
    assert not (tmp_path / "db" / "endpoint.json").exists()
