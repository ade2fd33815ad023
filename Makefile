# make demo    install, read corpus/ into outputs/demo.db, and search it
# make test    install, run the tests
# make check   formatting, lint, types and tests: what CI runs
# make system  Debian packages that widen what is read and tested (root and apt-get needed, else passed over)
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEBIAN := fonts-liberation2 fonts-dejavu-core fonts-dejavu-extra \
	libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui \
	tesseract-ocr-vie tesseract-ocr-osd

.PHONY: demo test check format bench corpus messages system clean

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
	for script in tests/benchmarks/[a-z]*.py; do \
		$(BIN)/python -m tests.benchmarks.$$(basename $$script .py) || exit 1; done

corpus: $(INSTALLED)
	$(BIN)/python -m corpus.build

messages: $(INSTALLED)
	$(BIN)/pybabel --quiet compile --domain baocao --directory extractor/checks/locale

system:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $(DEBIAN) >/dev/null; \
	else echo "needs root and apt-get; install by hand: $(DEBIAN)"; fi

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
