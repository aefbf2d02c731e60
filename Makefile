# Two commands for users: `make demo` and `make test`. The rest is for contributors: see CONTRIBUTING.md.
.PHONY: demo test check format lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

demo: $(VENV)/.run
	@$(BIN)/rashomon demo

test: $(VENV)/.dev
	@$(MAKE) --no-print-directory check

# Every check that CI runs.
check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format:
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Pin what pyproject.toml allows, with hashes for every platform. Needs uv.
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --extra build -o requirements/run.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --extra dev -c requirements/run.txt -o requirements/dev.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Rashomon needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -qq --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/python -m pip install -qq --require-hashes -r requirements/dev.txt
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis demo.db demo.db-shm demo.db-wal
