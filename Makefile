.PHONY: demo test lint clean

VENV := .venv
BIN := $(VENV)/bin

demo: $(VENV)/run.stamp
	@$(BIN)/rashomon demo

test: $(VENV)/dev.stamp
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
