# Every target sets the environment up first: a .venv inside this folder, made once and re-used.
PYTHON ?= python3
VENV := .venv
DEMO := demo
LESSONS := my-lessons
BIN := $(VENV)/bin
READY := $(VENV)/.ready
QUIETLY := --quiet --disable-pip-version-check --constraint constraints.txt
INSTALL := $(BIN)/pip install $(QUIETLY)
PYTEST := $(BIN)/python -m pytest --numprocesses logical --maxprocesses 8

# The checks share nothing, so they run beside each other.
CHECKS := check-format check-style check-types check-imports check-notebooks check-lessons

.PHONY: help set-up axe demo demo-whole constraints checks $(CHECKS) fast-tests students-path test-pythons test test-all test-fast test-slow test-browser test-widgets test-lite test-whole-class test-torch lab site pages lite pyodide bench-browser-start bench-first-card formgrader build dist public-address lint format bench bench-shares bench-evening bench-notes bench-hostile kills fuzz bench-training clean

help:
	@echo "make demo    grade a small simulated class and write demo/report.html, in a minute"
	@echo "make demo-whole  the whole class in every lesson, in some minutes"
	@echo "make test    format, lint, types, imports, notebooks current, tests"
	@echo "make test-slow  whole classes, hostile ones too, also by plain nbgrader"
	@echo "make test-all  these and the browser's"
	@echo "make test-browser  a student's road in a real browser (needs a Chromium)"
	@echo "make test-widgets  every control of every widget, moved by pointer and keys in that browser"
	@echo "make test-lite  every lesson in a browser with nothing installed, beside one's own Jupyter"
	@echo "make test-whole-class  plain nbgrader and ours on every simulated student"
	@echo "make test-torch  nnlib beside PyTorch, which is installed for it"
	@echo "make students-path  what a student does, also without what only Unix has"
	@echo "make test-pythons  set-up, demo and tests with each Python that pyenv or PATH offers"
	@echo "make lab     copy the lessons into my-lessons/, which is yours, and open JupyterLab there"
	@echo "make site    make the site for any web server in site/: pages and lite"
	@echo "make pages   make its pages alone, of docs/ and the lessons; they open from the disk, too"
	@echo "make lite    build the lessons that run in a browser alone into site/lite/ (needs npm, or PYODIDE=folder)"
	@echo "make formgrader COURSE=autumn  give points by hand in nbgrader's formgrader"
	@echo "make build   make the notebooks from the lessons' text"
	@echo "make dist    build the wheel and the source distribution into dist/, from what is committed"
	@echo "make public-address REPOSITORY=https://github.com/NAME/PROJECT  set where the project is public"
	@echo "make format  lay the code out"
	@echo "make bench   seconds a notebook, beside plain nbgrader"
	@echo "make bench-shares  where a class's time goes: its own cells, and the rest"
	@echo "make bench-evening  an instructor's evening with 300 students, by the clock"
	@echo "make bench-notes  lines that collect and grade print for a class of 200"
	@echo "make bench-hostile  hostile and broken submissions, by class"
	@echo "make kills   kill grading a hundred times, and hold every grade to the truth"
	@echo "make fuzz    feed the judge rubbish for ten minutes"
	@echo "make bench-training  training beside plain NumPy and scikit-learn, which is installed for it"
	@echo "make axe     bring axe-core, by npm, which the browser tests ask for faults"
	@echo "make bench-widgets  from a moved slider to changed pixels, in that browser"
	@echo "make bench-browser-start  from a page opened to the first green card, with nothing installed"
	@echo "make bench-first-card  the same with pip and with make, from an empty folder"
	@echo "make widget-sheet  photograph every widget for docs/widgets.png"
	@echo "make constraints  pin what pyproject.toml needs, for every Python (needs uv)"
	@echo "make clean   remove what these targets made, .venv too"

$(READY): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Python 3.11 or newer is needed and '$(PYTHON)' was not found: install it, or name yours with 'make PYTHON=/path/to/python3.12'."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed, and '$(PYTHON)' is $$($(PYTHON) -V 2>&1): name another with 'make PYTHON=/path/to/python3.12'."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python cannot make a virtual environment: install its venv package (on Debian and Ubuntu: sudo apt install python3-venv)."; exit 1; }
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) --editable '.[dev]'
	@touch $(READY)

set-up: $(READY)

demo: $(READY)
	@$(BIN)/autograder demo $(DEMO) --students 15 --lesson 01_neuron --lesson 02_perceptron --lesson 03_xor
	@$(BIN)/autograder grade $(DEMO) --timeout 5 --brief
	@$(BIN)/autograder report $(DEMO)
	@echo
	@echo "Now open $(DEMO)/report.html in a browser."
	@echo "Everybody's points, and which submissions need a look, and why:"
	@echo "    $(BIN)/autograder grade $(DEMO)"

demo-whole: $(READY)
	@$(BIN)/autograder demo $(DEMO)
	@$(BIN)/autograder grade $(DEMO) --timeout 5 --brief
	@$(BIN)/autograder report $(DEMO)

lab: $(READY)
	@$(BIN)/neuron-to-network start $(LESSONS) $(FLAGS)

# PYODIDE names a folder with a Pyodide to copy; without it npm brings the core, held to its hash.
# In an environment of its own: a JupyterLab beside it would load the kernel made for a browser.
LITE := $(VENV)/lite/.ready

$(LITE): $(READY)
	@$(BIN)/python -m venv $(VENV)/lite
	@$(VENV)/lite/bin/pip install $(QUIETLY) --editable '.[lite]'
	@touch $(LITE)

lite: $(LITE)
	@test -n "$(PYODIDE)" || command -v npm >/dev/null || { echo "npm is needed for Pyodide's core: install Node.js, or name a folder with Pyodide in PYODIDE=."; exit 1; }
	@test -n "$(PYODIDE)" || npm ci --prefix lite --ignore-scripts --silent
	@$(VENV)/lite/bin/python -m tools.lite site/lite $(if $(PYODIDE),--pyodide $(PYODIDE))
	@echo "The lessons are in site/lite/; a web server has to give them out: python3 -m http.server --directory site/lite"

formgrader: $(READY)
	@test -f "$(COURSE)/course.toml" || { echo "Name the course folder: make formgrader COURSE=autumn"; exit 1; }
	@cd "$(COURSE)" && "$(CURDIR)/$(BIN)/jupyter" lab --LabApp.default_url=/formgrader $(FLAGS)

SPHINX := $(VENV)/.sphinx

$(SPHINX): $(READY)
	@$(BIN)/python -c 'import sphinx, sphinx_click, myst_nb, pydata_sphinx_theme' 2>/dev/null || $(INSTALL) --editable '.[docs]'
	@touch $(SPHINX)

# Each page is made anew, so that none is left over, and only if all could be; site/lite stays.
pages: $(SPHINX)
	@rm -rf build/site
	@$(BIN)/sphinx-build --fail-on-warning --keep-going --quiet -d build/site/doctrees docs build/site/pages
	@mkdir -p site && find site -mindepth 1 -maxdepth 1 ! -name lite -exec rm -r {} +
	@cp -R build/site/pages/. site
	@$(BIN)/python -m tools.site.links site
	@echo "The pages are in site/: open site/index.html in a browser."

site: lite pages
	@echo "For the notebooks in it a web server has to give it out: python3 -m http.server --directory site"

test: test-fast

test-all: test-fast test-slow test-browser

test-fast: checks fast-tests

checks: $(READY)
	@$(MAKE) --no-print-directory --jobs 2 $(CHECKS)

check-format: $(READY)
	$(BIN)/ruff format --check .

check-style: $(READY)
	$(BIN)/ruff check .

check-types: $(READY)
	$(BIN)/mypy

check-imports: $(READY)
	$(BIN)/lint-imports

check-notebooks: $(READY)
	$(BIN)/autograder build --check

check-lessons: $(READY)
	$(BIN)/autograder lint --lessons-only

fast-tests: $(READY)
	$(PYTEST) --dist worksteal -m "not slow and not browser"

# Without the Pyodide of the tests those in it are left out, and say so.
test-slow: $(READY) $(SPHINX)
	-@$(MAKE) --no-print-directory pyodide
	$(PYTEST) --dist loadfile --no-loadscope-reorder -m "slow and not browser"

students-path: $(READY)
	@$(BIN)/python -m tools.students_path --numprocesses logical --maxprocesses 8

test-pythons: $(READY)
	@$(BIN)/python tools/pythons.py $(TARGETS)

BROWSER := $(VENV)/.browser

$(BROWSER): $(READY)
	@$(BIN)/python -c 'import playwright' 2>/dev/null || $(INSTALL) --editable '.[browser]'
	@touch $(BROWSER)

# axe-core looks for what a screen reader would stumble over. Without npm, its tests are left out.
AXE := .axe/node_modules/axe-core/axe.min.js

axe: $(AXE)

$(AXE):
	@npm install --prefix .axe --no-save --no-audit --no-fund --ignore-scripts --silent axe-core@4.14.1 || echo "npm could not bring axe-core: the tests that need it are left out."

pyodide: $(READY)
	@$(BIN)/python -m tools.lite.fetch

# Without the Pyodide of the tests those in it are left out, and say so.
test-browser: $(BROWSER) $(AXE) $(SPHINX) $(LITE)
	-@$(MAKE) --no-print-directory pyodide
	$(PYTEST) --dist worksteal -m "browser and not every_widget and not every_lesson" tests/browser

test-widgets: $(BROWSER)
	$(PYTEST) --dist worksteal -m browser tests/browser/test_every_widget.py tests/browser/test_notebook_seven.py

test-lite: $(BROWSER) $(LITE) pyodide
	$(PYTEST) --dist worksteal -m browser tests/browser/test_lite_lessons.py

test-whole-class: $(READY)
	WHOLE_CLASS=1 $(PYTEST) --dist loadfile --no-loadscope-reorder -m slow tests/autograder/classroom

test-torch: $(READY)
	@$(BIN)/python -c 'import torch' 2>/dev/null || $(INSTALL) torch==2.13.0
	$(PYTEST) --dist worksteal tests/nnlib/torch tests/nnlib/autograd/test_torch.py

build: $(READY)
	$(BIN)/autograder build

# The one place is pyproject.toml; without REPOSITORY it is said what does not agree with it.
public-address: $(READY)
	@$(BIN)/python -m tools.public_address $(REPOSITORY) $(FLAGS)

# The wheel is built from the source distribution, so it holds nothing that an earlier build left behind.
dist: $(READY)
	@$(BIN)/python -c 'import build, twine' 2>/dev/null || $(INSTALL) 'build>=1.2' 'twine>=6.1'
	@test -z "$$(git status --porcelain)" || { echo "Commit or put away your changes: make dist builds what is committed."; exit 1; }
	@rm -rf dist
	@$(BIN)/python -m build
	@$(BIN)/twine check --strict dist/*

lint: $(READY)
	$(BIN)/autograder lint

format: $(READY)
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format --quiet .

bench: $(READY)
	$(BIN)/python -m benchmarks.grading

bench-shares: $(READY)
	$(BIN)/python -m benchmarks.shares

bench-evening: $(READY)
	$(BIN)/python -m benchmarks.evening

bench-notes: $(READY)
	$(BIN)/python benchmarks/notes_of_a_class.py

bench-hostile: $(READY)
	$(BIN)/python -m benchmarks.hostile

kills: $(READY)
	$(BIN)/python benchmarks/kills.py --kills 100

fuzz: $(READY)
	$(BIN)/python benchmarks/fuzz_protocol.py --minutes 10

bench-training: $(READY)
	@$(BIN)/python -c 'import sklearn' 2>/dev/null || $(INSTALL) 'scikit-learn>=1.5'
	$(BIN)/python benchmarks/training.py
	$(BIN)/python benchmarks/footprint.py

bench-widgets: $(BROWSER)
	$(BIN)/python -m benchmarks.widget_latency

bench-browser-start: $(BROWSER) $(LITE) pyodide
	$(BIN)/python -m benchmarks.browser_start

bench-first-card: $(BROWSER)
	$(BIN)/python -m benchmarks.first_card

widget-sheet: $(BROWSER)
	$(BIN)/python -m tools.widget_sheet docs/widgets.png

# FLAGS=--upgrade takes the newest of everything; without it, pins that still fit stay.
constraints:
	@command -v uv >/dev/null || { echo "uv is needed: pip install uv."; exit 1; }
	uv pip compile --quiet --universal --python-version 3.11 --all-extras --no-header --no-annotate $(FLAGS) --output-file constraints.txt pyproject.toml

# A folder called demo is removed only if it holds a demo.
clean:
	rm -rf .venv .axe .pyodide lite/node_modules .pythons site build/site docs/lessons .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@if test -f demo/truth.json; then rm -r demo; fi
