# `make demo` and `make test` do all the set-up they need; the rest is for developers.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo docs test lint format readme models models-smoke clean

demo: $(VENV)/installed
	$(BIN)/claimcmp extract seeds/ --out claims/
	$(BIN)/claimcmp compare --claims claims/
	$(BIN)/claimcmp compare --claims claims/ --format csv --output claims/comparison.csv
	$(BIN)/claimcmp compare --claims claims/ --output claims/report.html

test: lint
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/installed  ## rebuilds docs/commands.md from the program
	$(BIN)/python tools/make_commands.py

readme: demo docs
	$(BIN)/python tools/fill_readme.py

CORPORA ?= ../corpora
MODELS ?= src/claimcmp/models

models: $(VENV)/installed-training  ## rebuilds the shipped models, about two hours on one core; see training/README.md
	OMP_NUM_THREADS=1 $(BIN)/python -m training.build --corpora $(CORPORA) --out $(MODELS)

models-smoke: $(VENV)/installed-training  ## the same with a few sentences, to see that it runs
	OMP_NUM_THREADS=1 $(BIN)/python -m training.build --corpora $(CORPORA) --out build/models --smoke

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@ $(VENV)/installed

$(VENV)/installed-training: training/requirements.txt | $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement training/requirements.txt
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
