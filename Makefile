# `make` or `make help` lists what there is.
PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help example test lint types check golden bench clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

example: ## write the HTML report of the bundled example
	./scripts/example

test: ## run all tests
	./scripts/test --quiet

lint: ## look for slips in the code
	$(PYTHON) -m ruff check .

types: ## check the types
	$(PYTHON) -m mypy

check: ## all that a change must pass
	./.ci/run

golden: ## write the expected reports anew; look at the difference before you commit it
	./scripts/test --quiet --update-golden

bench: ## measure speed against limits and peers
	$(PYTHON) -m benchmarks

clean: ## remove what can be made again, .venv too
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
