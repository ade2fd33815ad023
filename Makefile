# make demo    install, read corpus/ into outputs/demo.db, show what is in it
# make test    install, run the tests
# make check   format, lint, types and tests: what CI runs
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: demo test check format bench corpus clean

demo: $(INSTALLED)
	$(BIN)/baocao run corpus --db outputs/demo.db
	$(BIN)/baocao search "nông thôn mới" --db outputs/demo.db --limit 5

test: $(INSTALLED)
	$(BIN)/pytest -q -n auto

check: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -q -n auto

format: $(INSTALLED)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(INSTALLED)
	for script in tests/benchmarks/*.py; do $(BIN)/python $$script || exit 1; done

corpus: $(INSTALLED)
	$(BIN)/python -m corpus.build

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
