"""Ways to nnlib's own answer to `relu` without a call that could be recognised as one.

`PLACE` stands for the folder in which nnlib lies.
"""

WAYS = {
    "the worker's list of answers cleared": """
from autograder.sandbox.worker import serve
getattr(serve, 'OWN_ANSWERS', {}).clear()
from nnlib.activations import relu
""",
    "code that is put back during the call": """
import nnlib.activations as m
kept = m.relu.__code__
def relu(z):
    m.relu.__code__ = kept
    return m.relu(z)
""",
    "code that another thread puts back": """
import threading, nnlib.activations as m
kept = m.relu.__code__
def back():
    m.relu.__code__ = kept
def relu(z):
    one = threading.Thread(target=back)
    one.start()
    one.join()
    return m.relu(z)
""",
    "code made a function during the call": """
import types, nnlib.activations as m
kept = m.relu.__code__
def relu(z):
    return types.FunctionType(kept, vars(m))(z)
""",
    "code that was altered": """
import types, nnlib.activations as m
kept = m.relu.__code__.replace(co_name='mine', co_qualname='mine', co_firstlineno=1)
relu = types.FunctionType(kept, vars(m))
""",
    "code as bytes": """
import marshal, types, nnlib.activations as m
kept = marshal.dumps(m.relu.__code__)
def relu(z):
    return types.FunctionType(marshal.loads(kept), vars(m))(z)
""",
    "its code on a function of the student's": """
import nnlib.activations as m
kept = m.relu.__code__
def relu(z):
    def mine(z): pass
    mine.__globals__.update(vars(m))
    mine.__code__ = kept
    return mine(z)
""",
    "a module loaded again": """
import importlib, nnlib.activations as m
def relu(z):
    importlib.reload(m)
    return m.relu(z)
""",
    "the text of its file": """
import nnlib.activations as m
mine = {'__name__': 'mine'}
exec(open(m.__file__).read(), mine)
relu = mine['relu']
""",
    "its loader": """
import nnlib.activations as m
mine = {'__name__': 'mine'}
exec(m.__loader__.get_source('nnlib.activations'), mine)
relu = mine['relu']
""",
    "inspect": """
import inspect, nnlib.activations as m
mine = dict(vars(m))
exec(inspect.getsource(m.relu), mine)
relu = mine['relu']
""",
    "lines that were read before": """
import linecache, nnlib.activations as m
mine = {'__name__': 'mine'}
exec(''.join(linecache.getlines(m.__file__)), mine)
relu = mine['relu']
""",
    "a forked child": """
import os, pickle
import nnlib.activations as m
ask, asked = os.pipe()
answer, answered = os.pipe()
if os.fork() == 0:
    while True:
        z = pickle.loads(os.read(ask, 1 << 16))
        os.write(answered, pickle.dumps(m.relu(z)))
os.close(answered)
def relu(z):
    os.write(asked, pickle.dumps(z))
    return pickle.loads(os.read(answer, 1 << 16))
""",
    "everything that is collected": """
import gc, types, nnlib.activations as m
def relu(z):
    for one in gc.get_objects():
        if isinstance(one, dict):
            for code in list(one.values()):
                if not isinstance(code, types.CodeType) or code.co_qualname != 'relu':
                    continue
                if 'maximum' in code.co_names:
                    return types.FunctionType(code, vars(m))(z)
""",
    "a frame that was kept": """
import sys, types, nnlib.activations as m
kept = []
def spy(frame, event, argument):
    if frame.f_code.co_name == 'relu': kept.append(frame.f_code)
sys.setprofile(spy)
try: m.relu(1.0)
except Exception: pass
sys.setprofile(None)
def relu(z):
    return types.FunctionType(kept[0], vars(m))(z)
""",
    "the guard turned off": """
import contextlib, autograder.judging.reference_guard as guard
from autograder.sandbox.worker import serve
guard.refusal = lambda code: code
guard.refuses = lambda code: True
serve.MODULES = ()
from nnlib.activations import relu
""",
    "the observer's code replaced": """
from autograder.judging import observe, reference_guard
from autograder.sandbox.worker import serve
import contextlib
def block_calls(functions, answer): return contextlib.nullcontext()
reference_guard.block_calls.__wrapped__.__code__ = (lambda functions, answer: iter([None])).__code__
from nnlib.activations import relu
""",
    "the exercise's own data": """
from autograder.exercises import load
theirs = load()['neuron.relu'].reference.__code__
import types, nnlib.activations as m
def relu(z):
    return types.FunctionType(theirs, vars(m))(z)
""",
    "the worked solution": """
import autograder.student.solutions as solutions
from autograder.exercises import load
blocks = solutions.worked_solution(load()['neuron.relu'])
import nnlib.activations as m
mine = dict(vars(m))
exec(next(one.source for one in blocks if hasattr(one, 'source')), mine)
relu = mine['relu']
""",
    "a fresh module of a copy of its file": """
import importlib.util, shutil
import nnlib.activations as m
shutil.copy(m.__file__, 'mine.py')
spec = importlib.util.spec_from_file_location('mine', 'mine.py')
mine = importlib.util.module_from_spec(spec)
sys = __import__('sys')
sys.modules['mine'] = mine
spec.loader.exec_module(mine)
relu = mine.relu
""",
    "another Python": """
import pickle, subprocess, sys
SERVER = '''
import pickle, sys
from nnlib.activations import relu
while True:
    pickle.dump(relu(pickle.load(sys.stdin.buffer)), sys.stdout.buffer)
    sys.stdout.buffer.flush()
'''
server = subprocess.Popen([sys.executable, '-c', SERVER], stdin=-1, stdout=-1,
                          env={'PYTHONPATH': PLACE})
def relu(z):
    pickle.dump(z, server.stdin)
    server.stdin.flush()
    return pickle.load(server.stdout)
""",
    "processes of multiprocessing": """
import multiprocessing
import nnlib.activations as m
pool = multiprocessing.get_context('fork').Pool(1)
def relu(z):
    return pool.apply(m.relu, (z,), {})
""",
}
