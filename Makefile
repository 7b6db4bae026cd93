# Every target sets the environment up first: a .venv inside this folder, made once and re-used.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help demo test test-all test-fast test-slow test-browser test-widgets test-whole-class test-torch lab docs formgrader build lint format bench bench-evening bench-hostile kills fuzz bench-training clean

help:
	@echo "make demo    grade a simulated class and write demo/report.html"
	@echo "make test    format, lint, types, imports, notebooks current, tests"
	@echo "make test-slow  whole classes, hostile ones too, also by plain nbgrader"
	@echo "make test-all  these and the browser's"
	@echo "make test-browser  a student's road in a real browser (needs a Chromium)"
	@echo "make test-widgets  every control of every widget, moved by pointer and keys in that browser"
	@echo "make test-whole-class  plain nbgrader and ours on every simulated student"
	@echo "make test-torch  nnlib beside PyTorch, which is installed for it"
	@echo "make lab     open JupyterLab on the lessons"
	@echo "make docs    build the pages of docs/ into site/"
	@echo "make formgrader COURSE=autumn  give points by hand in nbgrader's formgrader"
	@echo "make build   make the notebooks from the lessons' text"
	@echo "make format  lay the code out"
	@echo "make bench   seconds a notebook, beside plain nbgrader"
	@echo "make bench-evening  an instructor's evening with 300 students, by the clock"
	@echo "make bench-hostile  hostile and broken submissions, by class"
	@echo "make kills   kill grading a hundred times, and hold every grade to the truth"
	@echo "make fuzz    feed the judge rubbish for ten minutes"
	@echo "make bench-training  training beside plain NumPy and scikit-learn, which is installed for it"
	@echo "make bench-widgets  from a moved slider to changed pixels, in that browser"
	@echo "make widget-sheet  photograph every widget for docs/widgets.png"
	@echo "make clean   remove what these targets made, .venv too"

$(READY): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Python 3.11, 3.12 or 3.13 is needed and '$(PYTHON)' was not found: install it, or name yours with 'make PYTHON=/path/to/python3.12'."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { echo "Python 3.11, 3.12 or 3.13 is needed, and '$(PYTHON)' is $$($(PYTHON) -V 2>&1): name another with 'make PYTHON=/path/to/python3.12'."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python cannot make a virtual environment: install its venv package (on Debian and Ubuntu: sudo apt install python3-venv)."; exit 1; }
	@echo "Setting up .venv (once, about a minute) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $(READY)

demo: $(READY)
	@$(BIN)/autograder demo demo
	@$(BIN)/autograder grade demo --timeout 5
	@$(BIN)/autograder report demo --output demo/report.html

lab: $(READY)
	@$(BIN)/jupyter lab --notebook-dir=lessons/en

formgrader: $(READY)
	@test -f "$(COURSE)/course.toml" || { echo "Name the course folder: make formgrader COURSE=autumn"; exit 1; }
	@cd "$(COURSE)" && "$(CURDIR)/$(BIN)/jupyter" lab --LabApp.default_url=/formgrader $(FLAGS)

docs: $(READY)
	@$(BIN)/python -c 'import mkdocs, mkdocs_click, mkdocstrings, material' 2>/dev/null || $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[docs]'
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --clean --quiet
	@echo "The pages are in site/: open site/index.html in a browser."

test: test-fast

test-all: test-fast test-slow test-browser

test-fast: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/autograder build --check
	$(BIN)/autograder lint
	$(BIN)/python -m pytest -m "not slow and not browser"

test-slow: $(READY)
	$(BIN)/python -m pytest -m "slow and not browser"

BROWSER := .venv/.browser

$(BROWSER): $(READY)
	@$(BIN)/python -c 'import playwright' 2>/dev/null || $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[browser]'
	@touch $(BROWSER)

test-browser: $(BROWSER)
	$(BIN)/python -m pytest -m "browser and not every_widget" tests/browser

test-widgets: $(BROWSER)
	$(BIN)/python -m pytest -m browser tests/browser/test_every_widget.py tests/browser/test_notebook_seven.py

test-whole-class: $(READY)
	WHOLE_CLASS=1 $(BIN)/python -m pytest -m slow tests/autograder/classroom

test-torch: $(READY)
	@$(BIN)/python -c 'import torch' 2>/dev/null || $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt torch==2.13.0
	$(BIN)/python -m pytest tests/nnlib/torch tests/nnlib/autograd/test_torch.py

build: $(READY)
	$(BIN)/autograder build

lint: $(READY)
	$(BIN)/autograder lint

format: $(READY)
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format --quiet .

bench: $(READY)
	$(BIN)/python -m benchmarks.grading

bench-evening: $(READY)
	$(BIN)/python -m benchmarks.evening

bench-hostile: $(READY)
	$(BIN)/python -m benchmarks.hostile

kills: $(READY)
	$(BIN)/python benchmarks/kills.py --kills 100

fuzz: $(READY)
	$(BIN)/python benchmarks/fuzz_protocol.py --minutes 10

bench-training: $(READY)
	@$(BIN)/python -c 'import sklearn' 2>/dev/null || $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt 'scikit-learn>=1.5'
	$(BIN)/python benchmarks/training.py
	$(BIN)/python benchmarks/footprint.py

bench-widgets: $(BROWSER)
	$(BIN)/python -m benchmarks.widget_latency

widget-sheet: $(BROWSER)
	$(BIN)/python -m tools.widget_sheet docs/widgets.png

clean:
	rm -rf .venv demo site .pytest_cache .mypy_cache .ruff_cache .hypothesis
