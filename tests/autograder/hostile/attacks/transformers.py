"""Code that changes other cells, or what is done with them, before they run."""

from tests.autograder.hostile.attack import NET_INPUT, thief

KIND = "transformed cells"
FULL_SCORE = "3.0"

ATTACKS = (
    thief(
        "input transformer replaces checks",
        KIND,
        "def cheat(lines):\n"
        "    return ['3.0\\n'] if any('check(' in line for line in lines) else lines\n"
        "get_ipython().input_transformers_cleanup.append(cheat)\n"
        "get_ipython().input_transformers_post.append(cheat)\n",
    ),
    thief(
        "AST transformer replaces checks",
        KIND,
        "import ast\n"
        "class Cheat(ast.NodeTransformer):\n"
        "    def visit_Call(self, node):\n"
        "        named = getattr(node.func, 'id', '')\n"
        "        return ast.copy_location(ast.Constant(3.0), node) if named == 'check' else node\n"
        "get_ipython().ast_transformers.append(Cheat())\n",
    ),
    thief(
        "overridden run_cell",
        KIND,
        "shell = get_ipython()\n"
        "before = shell.run_cell\n"
        "def run_cell(source, *a, **k):\n"
        "    return before('3.0' if 'check(' in source else source, *a, **k)\n"
        "shell.run_cell = run_cell\n"
        "type(shell).run_cell = lambda self, source, *a, **k: run_cell(source, *a, **k)\n",
    ),
    thief(
        "overridden run_cell_async",
        KIND,
        "shell = get_ipython()\n"
        "before = shell.run_cell_async\n"
        "async def run_cell_async(source, *a, **k):\n"
        "    return await before('3.0' if 'check(' in source else source, *a, **k)\n"
        "shell.run_cell_async = run_cell_async\n",
    ),
    thief(
        "overridden run_ast_nodes",
        KIND,
        "shell = get_ipython()\n"
        "async def run_ast_nodes(*a, **k):\n"
        "    shell.displayhook(3.0)\n"
        "    return False\n"
        "shell.run_ast_nodes = run_ast_nodes\n",
        may=frozenset({"neuron.relu"}),
    ),
    thief(
        "forged display hook",
        KIND,
        "import sys\n"
        "real = sys.displayhook\n"
        "def forged(value):\n"
        "    real(3.0)\n"
        "sys.displayhook = forged\n"
        "get_ipython().displayhook.__class__.__call__ = lambda self, value=None: real(3.0)\n",
    ),
    thief(
        "forged formatter of scores",
        KIND,
        "formatter = get_ipython().display_formatter.formatters['text/plain']\n"
        "for kind in (int, float, str):\n"
        "    formatter.for_type(kind, lambda value, printer, cycle: printer.text('3.0'))\n"
        "from autograder.student.checking import Score\n"
        "formatter.for_type(Score, lambda value, printer, cycle: printer.text('3.0'))\n"
        "Score.__repr__ = lambda self: '3.0'\n",
    ),
    thief(
        "hook before each cell",
        KIND,
        "def answer_all(*a):\n"
        "    get_ipython().user_ns['check'] = lambda item: 3.0\n"
        "get_ipython().events.register('pre_run_cell', answer_all)\n"
        "get_ipython().events.register('post_run_cell', answer_all)\n",
    ),
    thief(
        "cell that swallows the next with an open quote",
        KIND,
        answers={NET_INPUT: "net_input = '''"},
    ),
    thief("cell magic that swallows the answer", KIND, answers={NET_INPUT: "%%script true\n'''"}),
    thief(
        "namespace with an answer for every name",
        KIND,
        "class Every(dict):\n"
        "    def __missing__(self, name): return lambda *a, **k: 3.0\n"
        "    def __contains__(self, name): return True\n"
        "shell = get_ipython()\n"
        "shell.user_ns = Every(shell.user_ns)\n"
        "shell.user_global_ns\n",
        may=frozenset({"neuron.relu"}),
    ),
    thief(
        "trace function that changes returned values",
        KIND,
        "import sys, threading\n"
        "def trace(frame, event, value):\n"
        "    for name in ('score', 'passed', 'found'):\n"
        "        if name in frame.f_locals: frame.f_locals[name] = 1.0\n"
        "    return trace\n"
        "sys.settrace(trace); threading.settrace(trace)\n",
        may=frozenset({"neuron.relu"}),  # its own hook may slow or break its own answer
    ),
    thief(
        "import hook that answers for the grader's modules",
        KIND,
        "import sys, types\n"
        "class Finder:\n"
        "    def find_spec(self, name, *a):\n"
        "        sys.modules[name] = types.SimpleNamespace(check=lambda item: 3.0)\n"
        "sys.meta_path.insert(0, Finder())\n"
        "for name in [n for n in sys.modules if n.startswith('autograder.student')]:\n"
        "    sys.modules.pop(name)\n"
        "check = lambda item: 3.0\n",
    ),
)
