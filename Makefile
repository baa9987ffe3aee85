# `make help` says what each target does. They use the environment that is active.
.DEFAULT_GOAL := help
PYTHON ?= python
SHARED ?= ../shared

.PHONY: help install test lint types check wheel compiled figures docs docs-check sample speed bench bench-runs schema clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "%-12s %s\n", $$1, $$2}'

install: ## install the library for development, editable, with all tools
	$(PYTHON) -m pip install -e '.[dev]'

test: ## run the tests
	$(PYTHON) -m pytest

lint: ## check style and format
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types: ## check types, strictly
	$(PYTHON) -m mypy

check: lint types test ## all of the above

wheel: ## build the wheel and the source archive into dist/
	$(PYTHON) -m build --outdir dist

compiled: ## build a wheel with compiled modules into dist/ (needs a C compiler, takes minutes)
	EXTRACTNEWS_COMPILE=1 $(PYTHON) -m build --wheel --outdir dist

figures: ## precision, recall and F1 on every gold set at hand
	$(PYTHON) docs/fill.py --figures

docs: ## run the examples of README and docs, write their output and the figures into them
	$(PYTHON) docs/fill.py --write

docs-check: ## fail where an example or a figure of README and docs is not what comes out now
	$(PYTHON) docs/fill.py

sample: ## write corpora/sample from the gold's texts
	$(PYTHON) corpora/make_sample.py

speed: ## speed in a minute: beside five plain expressions and the floor, and where the time goes
	SHARED=$(SHARED) $(PYTHON) benchmarks/bench.py compare stages --articles 300

bench: ## every benchmark that needs one core: peers, stages, length, gazetteer (minutes)
	SHARED=$(SHARED) $(PYTHON) benchmarks/bench.py

bench-runs: ## the benchmarks of whole runs: corpus, workers, Spark (many minutes)
	SHARED=$(SHARED) $(PYTHON) benchmarks/bench.py corpus workers spark

schema: ## print the JSON Schema of the output
	@$(PYTHON) -m extractnews schema

clean: ## remove what tools leave behind
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
