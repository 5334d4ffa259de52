# What people of this project do; `make` alone lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.ONESHELL:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
STAMPS := .venv/stamps
INSTALL := $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --custom-compile-command "make lock"

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 16

.PHONY: run
run: export COURSE_BUILDER_DATA ?= .demo
run: export COURSE_BUILDER_REGION_NAME ?= Region Norrsjö
run: $(STAMPS)/run assets ## install what is missing and serve a demo region, made the first time
	@test -e $$COURSE_BUILDER_DATA/course_builder.sqlite || $(BIN)/course-builder demo
	exec $(BIN)/course-builder run

.PHONY: test
test: $(STAMPS)/dev assets debian ## all tests, real browser included
	@scripts/node.sh $(BIN)/pytest -n 2 --dist loadfile --durations 10

.PHONY: faults
faults: $(STAMPS)/dev assets debian ## kill the writing process 300 times on SQLite and 100 on PostgreSQL; nothing may be lost
	@KILLS_PUBLISH=60 KILLS_SQLITE=300 KILLS_POSTGRES=100 SCHOOLS=10 KILLS_SAVE=60 $(BIN)/pytest -q -s tests/faults

.PHONY: check
check: $(STAMPS)/dev assets ## what a reviewer would ask for: style, types, floors, generated docs, wheel
	@$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m scripts.docs --check
	$(BIN)/pytest -q --collect-only >/dev/null
	scripts/node.sh $(BIN)/pytest -q tests/house

.PHONY: fix
fix: $(STAMPS)/dev ## put right what a tool can put right
	@$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: docs
docs: $(STAMPS)/dev assets ## write docs/reference from the models, the checks and the commands
	@$(BIN)/python -m scripts.docs

.PHONY: golden
golden: $(STAMPS)/dev assets ## rewrite the golden files; read the difference before you commit it
	@GOLDEN=write scripts/node.sh $(BIN)/pytest -q $$(grep -rl GOLDEN tests --include='test_*.py')

.PHONY: bench
bench: $(STAMPS)/dev assets debian ## print our figures beside those of other tools
	@$(BIN)/python -m bench

.PHONY: wheel
wheel: $(STAMPS)/run assets ## build the wheel and the sdist into dist/
	@$(BIN)/python -m hatchling build

.PHONY: lock
lock: $(STAMPS)/tools ## write the hashed locks anew, npm's too
	@$(COMPILE) --group pyproject.toml:tools --output-file requirements-tools.lock
	$(COMPILE) --group pyproject.toml:node --output-file requirements-node.lock
	$(COMPILE) pyproject.toml --all-extras --constraint requirements-tools.lock --output-file requirements.lock
	$(COMPILE) pyproject.toml --all-extras --group dev --constraint requirements.lock --output-file requirements-dev.lock
	scripts/node.sh npm install --ignore-scripts --package-lock-only

.PHONY: assets
assets: node_modules/.stamp
	@scripts/node.sh node build.mjs

.PHONY: debian
debian:
	@scripts/debian.sh

# A target here is installed when its lock is newer than its stamp, so a second start installs nothing.
$(STAMPS)/tools: requirements-tools.lock
	@test -x $(BIN)/pip || python3 -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-tools.lock
	mkdir -p $(STAMPS) && touch $@

$(STAMPS)/package: pyproject.toml hatch_build.py $(STAMPS)/tools
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $@

$(STAMPS)/run: requirements.lock $(STAMPS)/package
	@$(INSTALL) -r requirements.lock
	touch $@

$(STAMPS)/dev: requirements-dev.lock $(STAMPS)/run
	@$(INSTALL) -r requirements-dev.lock
	touch $@

node_modules/.stamp: package-lock.json requirements-node.lock $(STAMPS)/tools
	@scripts/node.sh npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@
