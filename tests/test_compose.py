"""docker-compose.yml without Docker: what it says, and what a server of its version says to it."""

import os
import re
import subprocess
import sys
import tomllib
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import needs
import pytest
import yaml
from jars import BROWSER, LTS, ROOT, jars
from neo4j_browser import neo4j_browser
from playwright.sync_api import Playwright
from servers import Neo4j, free_port
from trendweave.queries.browser import on_connecting

PASSWORD = "a-password-for-tests"
VARIABLE = "TRENDWEAVE_NEO4J_PASSWORD"
# Read by the image's entry point; every other NEO4J_* variable becomes a setting.
NOT_A_SETTING = {"NEO4J_AUTH"}


def compose(*words: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    program = needs.program("docker-compose")
    return subprocess.run(
        [program, *words, "config"],
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if k != VARIABLE} | dict(env),
        capture_output=True,
        text=True,
    )


def setting(variable: str) -> str:
    """What the image's entry point makes of a variable's name."""
    return variable.removeprefix("NEO4J_").replace("_", ".").replace("..", "_")


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    """The file as Compose reads it."""
    done = compose(env={VARIABLE: PASSWORD})
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = yaml.safe_load(done.stdout)
    return found


@pytest.fixture(scope="module")
def guides() -> int:
    """The port at which the guide is served here, where 7475 may be taken."""
    return free_port()


@pytest.fixture(scope="module")
def settings(config: dict[str, Any], guides: int) -> dict[str, str]:
    """The settings of the server's service, under their own names."""
    variables = config["services"]["neo4j"]["environment"]
    found = {setting(k): v for k, v in variables.items() if k not in NOT_A_SETTING}
    return {k: v.replace(":7475/", f":{guides}/") for k, v in found.items()}


@pytest.fixture(scope="module")
def served(settings: dict[str, str]) -> Iterator[Neo4j]:
    """A server of the same version with those settings, without Docker, and with its Browser."""
    with Neo4j.start(LTS, settings=settings, extra=[jars(BROWSER)]) as server:
        yield server


def test_names_of_settings() -> None:
    assert setting("NEO4J_a_b__c") == "a.b_c"
    assert setting("NEO4J_dbms_usage__report_enabled") == "dbms.usage_report.enabled"


@pytest.mark.parametrize(
    ("words", "env"),
    [([], {}), ([], {VARIABLE: ""}), (["--env-file", ".env.example"], {})],
    ids=["unset", "empty", "example not filled in"],
)
def test_the_password_must_be_set(words: list[str], env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "none.env").touch()
    # Without this a developer's own .env would answer.
    words = words or ["--env-file", str(tmp_path / "none.env")]
    done = compose(*words, env=env)
    assert done.returncode != 0
    assert "copy .env.example to .env and set it there" in done.stderr


def test_the_example_names_what_the_file_asks_for() -> None:
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text("utf-8")))
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    named = {line.partition("=")[0] for line in lines if line and not line.startswith("#")}
    assert asked == named == {VARIABLE}


def test_the_image_is_the_version_that_the_tests_run(config: dict[str, Any]) -> None:
    assert config["services"]["neo4j"]["image"] == f"neo4j:{LTS}-community"


def test_ports_are_on_loopback_only(config: dict[str, Any]) -> None:
    ports = [p for service in config["services"].values() for p in service.get("ports", [])]
    assert sorted(map(str, ports)) == [
        f"127.0.0.1:{port}:{port}/tcp" for port in (7474, 7475, 7687)
    ]
    assert not any("network_mode" in service for service in config["services"].values())


def test_the_data_has_a_named_volume_and_logs_are_bounded(config: dict[str, Any]) -> None:
    volumes = [volume.split(":") for volume in config["services"]["neo4j"]["volumes"]]
    assert [target for name, target, *_ in volumes if name in config["volumes"]] == ["/data"]
    for service in config["services"].values():
        assert {"max-size", "max-file"} <= set(service["logging"]["options"])


def test_the_loader_waits_and_has_the_credentials(config: dict[str, Any]) -> None:
    server, load = (config["services"][name] for name in ("neo4j", "load"))
    assert load["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert load["restart"] == "no"
    assert load["command"] == ["load", "--db", "bolt://neo4j:7687"]
    assert load["environment"] == {"TRENDWEAVE_USER": "neo4j", "TRENDWEAVE_PASSWORD": PASSWORD}
    assert server["environment"]["NEO4J_AUTH"] == f"neo4j/{PASSWORD}"
    strangers = [name for name in server["environment"] if not name.startswith("NEO4J_")]
    assert not strangers


def test_the_browser_is_told_where_the_guide_is_served(config: dict[str, Any]) -> None:
    told = config["services"]["neo4j"]["environment"]["NEO4J_browser_post__connect__cmd"]
    assert told == on_connecting("http://localhost:7475")
    assert config["services"]["guide"]["command"][1:3] == ["--serve", "7475"]


def test_the_browser_shows_style_and_guide_from_the_other_service(
    served: Neo4j, config: dict[str, Any], guides: int, playwright: Playwright
) -> None:
    command = [w.replace("7475", str(guides)) for w in config["services"]["guide"]["command"]]
    guide = subprocess.Popen(
        [str(Path(sys.executable).with_name("trendweave")), *command],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert guide.stdout
    assert served.auth
    try:
        assert guide.stdout.readline() == f":style http://localhost:{guides}/trendweave.grass\n"
        with neo4j_browser(playwright) as page:
            page.connect(f"{served.http}/browser/?dbms={served.uri}", *served.auth)
            page.part("guidesDrawer").get_by_role("heading", name="What is here").wait_for()
            page.part("frame").filter(has_text="node.Company").wait_for()
    finally:
        guide.terminate()
        guide.wait()
        guide.stdout.close()


def test_the_image_of_the_loader_gets_what_the_wheel_is_made_of() -> None:
    rules = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    let_in = {rule[1:] for rule in rules if rule.startswith("!")}
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    needed = {*project["tool"]["setuptools"]["package-dir"].values()}
    needed |= {project["project"]["readme"], *project["project"]["license-files"]}
    assert needed | {"pyproject.toml", "setup.py"} == let_in
    assert [name for name in let_in if not (ROOT / name).exists()] == []


def test_the_server_accepts_every_setting(served: Neo4j, settings: dict[str, str]) -> None:
    text = "SHOW SETTINGS YIELD name, isExplicitlySet WHERE isExplicitlySet RETURN name"
    with served.driver() as driver:
        names = {record["name"] for record in driver.execute_query(text).records}
    assert settings
    assert set(settings) <= names


def test_the_health_check_asks_what_a_healthy_server_answers(
    served: Neo4j, config: dict[str, Any]
) -> None:
    form, *command, url = config["services"]["neo4j"]["healthcheck"]["test"]
    assert (form, command) == ("CMD", ["wget", "-q", "--spider"])
    parts = urllib.parse.urlsplit(url)
    assert (parts.scheme, parts.port) == ("http", 7474)
    here = parts._replace(netloc=urllib.parse.urlsplit(served.http).netloc).geturl()
    with urllib.request.urlopen(urllib.request.Request(here, method="HEAD"), timeout=10) as answer:
        assert answer.status == 200


def test_the_loader_loads(served: Neo4j, config: dict[str, Any], tmp_path: Path) -> None:
    load = config["services"]["load"]
    assert served.auth
    password = served.auth[1]
    mine = {k: v.replace(PASSWORD, password) for k, v in load["environment"].items()}
    words = [word.replace("bolt://neo4j:7687", served.uri) for word in load["command"]]
    done = subprocess.run(
        [str(Path(sys.executable).with_name("trendweave")), *words],
        cwd=tmp_path,
        env=os.environ | mine,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert password not in done.stdout + done.stderr
    with served.driver() as driver:
        records = driver.execute_query(
            "MATCH (:Company)-[:BUILDS]->(m) RETURN count(m) AS n"
        ).records
    assert records[0]["n"] > 0
