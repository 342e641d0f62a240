# Both set-up commands start from Python 3.11+, make and git, and leave .venv/bin/trendweave.
PYTHON ?= python3
BIN := .venv/bin
DEMO := build/demo
DRAWN = --db build/pictures/db --lang both -o docs/pictures
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test bench pictures clean

demo: .venv/installed
	@rm -rf $(DEMO)
	@mkdir -p $(DEMO)
	$(BIN)/trendweave load report --db $(DEMO)/db
	$(BIN)/trendweave who-builds "Deep Research" --db $(DEMO)/db
	$(BIN)/trendweave builds Tencent --db $(DEMO)/db
	$(BIN)/trendweave path 强化学习 智能体 具身智能 --db $(DEMO)/db
	@$(BIN)/trendweave draw path 强化学习 智能体 具身智能 --db $(DEMO)/db -o $(DEMO)/path.html
	@$(BIN)/trendweave draw trends --db $(DEMO)/db -o $(DEMO)/trends.html
	@$(BIN)/trendweave draw company Tencent --db $(DEMO)/db -o $(DEMO)/company.html
	@$(BIN)/trendweave draw overview --db $(DEMO)/db -o $(DEMO)/overview.html

test: .venv/tested
	@sh tests/system.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest -n 2 --dist loadfile $(PYTEST)

bench: .venv/tested
	$(BIN)/python benchmarks/cold.py
	$(BIN)/python benchmarks/load.py
	$(BIN)/python benchmarks/pictures.py

pictures: .venv/installed
	@rm -rf build/pictures
	@mkdir -p build/pictures docs/pictures
	$(BIN)/trendweave load report --db build/pictures/db
	$(BIN)/trendweave draw path 强化学习 智能体 具身智能 $(DRAWN)/path.svg
	$(BIN)/trendweave draw trends $(DRAWN)/trends.svg
	$(BIN)/trendweave draw company Tencent $(DRAWN)/company.svg

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

.venv/installed: pyproject.toml setup.py | .venv/bin/python
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --editable ".[fast,plot]"
	@touch $@

.venv/tested: pyproject.toml setup.py | .venv/installed
	$(BIN)/python -m pip install --quiet --editable ".[fast,neo4j,parquet,plot,xlsx]" --group dev
	@touch $@

clean:
	rm -rf .venv build .cache
