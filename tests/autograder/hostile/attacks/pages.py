"""Text that becomes a program where somebody opens a page: feedback, report, formgrader."""

from tests.autograder.hostile.attack import Attack, code_cell, hand_in, honest, insert_early, vandal

KIND = "pages"
PICTURE = "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+"


def written(name, *sources, cell_type="markdown", **more):
    """Return a right notebook with text cells; MARK stands for what may not run."""

    def build(folder, scene):
        notebook = honest(scene)
        for number, source in enumerate(sources):
            cell = {
                "cell_type": cell_type,
                "id": f"text-{number}",
                "metadata": {},
                "source": source.replace("MARK", scene.mark),
                **more,
            }
            notebook["cells"].append(cell)
        hand_in(folder, notebook)

    return Attack(name, KIND, build)


def shown(name, source):
    """Return a right notebook with a cell whose output is evil."""
    return vandal(name, KIND, "MARK = scene['mark']\n" + source)


def stored(name, *bundles):
    """Return a right notebook with evil outputs in the file."""

    def build(folder, scene):
        notebook = honest(scene)
        cell = code_cell("pass")
        for bundle in bundles:
            data = {kind: text.replace("MARK", scene.mark) for kind, text in bundle.items()}
            cell["outputs"].append({"output_type": "display_data", "data": data, "metadata": {}})
        hand_in(folder, insert_early(notebook, cell))

    return Attack(name, KIND, build)


ATTACKS = (
    written("a script in text", "<script>window.MARK = 1</script>", "<SCRIPT SRC=//MARK></SCRIPT>"),
    written(
        "events in text",
        "<img src=x onerror='MARK()'>",
        "<svg/onload=MARK()>",
        "<details open ontoggle=MARK()>x</details>",
        "<body onpageshow='MARK()'>",
    ),
    written(
        "links in text",
        "[x](javascript:MARK())",
        "<a href='java&#10;script:MARK()'>y</a>",
        "[z](data:text/html;base64,MARK)",
        "<a href=' &#1; javascript:MARK()'>v</a>",
        "[w][1]\n\n[1]: javascript:MARK()",
    ),
    written(
        "frames, forms and objects in text",
        "<iframe srcdoc='<script>MARK()</script>'></iframe>",
        "<iframe src='javascript:MARK()'></iframe>",
        "<object data='javascript:MARK()'></object><embed src='javascript:MARK()'>",
        "<form action='javascript:MARK()'><button formaction='javascript:MARK()'>x</button></form>",
        "<meta http-equiv=refresh content='0;url=javascript:MARK()'>",
        "<base href='javascript:MARK()//'>",
    ),
    written(
        "pictures with programs in text",
        "<svg><script>MARK()</script><animate onbegin=MARK() attributeName=x dur=1s></svg>",
        "<math><a xlink:href='javascript:MARK()'>x</a></math>",
        "<svg><a xlink:href='javascript:MARK()'><text>x</text></a></svg>",
    ),
    written(
        "formulas with links",
        r"$\href{javascript:MARK()}{x}$",
        r"$$\require{action}\toggle{a}{b}\endtoggle \href{javascript:MARK()}{y}$$",
        r"$\style{background:url(javascript:MARK())}{z} \unicode{x3c}$",
        r"\begin{align}\cssId{MARK}{x}\class{MARK}{y}\end{align} <img src=x onerror=MARK()>",
    ),
    written("a raw cell", "<script>MARK()</script>", cell_type="raw"),
    written(
        "a raw cell meant for pages", "<script>MARK()</script>", cell_type="raw",
        metadata={"format": "text/html", "raw_mimetype": "text/html"},
    ),
    written(
        "attachments that are no pictures",
        "![x](attachment:x.svg) ![y](attachment:y.png)",
        attachments={
            "x.svg": {"image/svg+xml": PICTURE},
            "y.png": {"text/html": "<script>x</script>", "image/png": "\"><script>x</script>"},
            "\"onerror='x'": {"image/png": "AAAA"},
        },
    ),
    written("styles that hide the page", "<style>body{display:none}/*MARK*/</style>",
            "<link rel=stylesheet href='//MARK'>"),
    written("markup that never closes", "<script>MARK()", "<!-- MARK", "<textarea>", "</div>"),
    shown(
        "a script displayed",
        "from IPython.display import HTML, Javascript, SVG, display, Markdown, Latex\n"
        "display(HTML(f'<script>{MARK}()</script>'), Javascript(f'{MARK}()'))\n"
        "display(SVG(f'<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"{MARK}()\"></svg>'))\n"
        "display(Markdown(f'<img src=x onerror={MARK}()>'))\n"
        "HTML(f'<script>{MARK}()</script>')",
    ),
    shown(
        "a script printed and raised",
        "import sys\n"
        "print(f'<script>{MARK}()</script><img src=x onerror={MARK}()>')\n"
        "print(f'<svg onload={MARK}()>', file=sys.stderr)\n"
        "raise ValueError(f'<script>{MARK}()</script>')",
    ),
    shown(
        "a script as the name of an error's type",
        "raise type(f'<script>{MARK}()</script>', (Exception,), {})('</pre>')",
    ),
    shown(
        "terminal sequences printed",
        "print(f'\\x1b]8;;javascript:{MARK}()\\x07click\\x1b]8;;\\x07')\n"
        "print(f'\\x1b[31m<b onclick={MARK}()>')\n"
        "print('\\x1b[38;5;1\\\"><script>' + MARK + '()</script>m')",
    ),
    shown(
        "a widget",
        "import ipywidgets\n"
        "ipywidgets.HTML(f'<img src=x onerror={MARK}()>')",
    ),
    shown(
        "a bundle of every kind",
        "from IPython.display import publish_display_data\n"
        "publish_display_data({kind: f'<script>{MARK}()</script>' for kind in (\n"
        "    'text/html', 'application/javascript', 'image/svg+xml', 'text/markdown',\n"
        "    'text/latex', 'application/vnd.jupyter.widget-view+json', 'application/x-evil')})",
    ),
    stored(
        "outputs in the file",
        {"text/html": "<script>MARK()</script>", "application/javascript": "MARK()"},
        {"image/svg+xml": "<svg onload='MARK()'></svg>"},
        {"text/markdown": "<script>MARK()</script>"},
        {"text/latex": r"$\href{javascript:MARK()}{x}$"},
        {"image/png": '"><script>MARK()</script>'},
    ),
    vandal("a value with a script", KIND,
           "text = '<script>' + scene['mark'] + '()</script>'\n"
           "def greet(): return text\n"
           "greet()"),
)  # fmt: skip
