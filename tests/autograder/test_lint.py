from dataclasses import replace

import numpy as np
import pytest
from click.testing import CliRunner

from autograder.building.reader import read_lesson
from autograder.cli.lint import command
from autograder.exercises import Case, Exercise, Misconception, load
from autograder.exercises.alternatives import load_alternatives
from autograder.judging.exam import prepare
from autograder.lint.alternatives import alternative_failures, unknown_alternatives
from autograder.lint.course import course_failures
from autograder.lint.coverage import uncovered, unknown_rows
from autograder.lint.curriculum import Row, rows
from autograder.lint.exercise_data import case_failures, data_failures
from autograder.lint.leaks import leaks
from autograder.lint.names import forward_references
from autograder.lint.runs import run_failures
from autograder.lint.strength import exam_failures, exams_of
from autograder.lint.structure import (
    question_failures,
    structure_failures,
    unused_exercises,
    walls_of_text,
)

TEXT = '''\
# %% [markdown]
# # One neuron

# %% provided="imports"
import numpy as np
from nnlib import neuron

# %% [markdown] covers="N1"
# A neuron adds up.

# %% exercise="neuron.net_input"
def net_input(x, weights, bias):
    """Return w·x + b for one sample."""
    ### BEGIN SOLUTION
    products = np.asarray(weights) * np.asarray(x)
    return products.sum() + bias
    ### END SOLUTION

# %% demo=true covers="N2"
print(neuron.net_input(np.ones(2), np.ones(2), 1.0))

# %% [markdown] question="neuron.output_activation" covers="N11" points=1
# Which activation gives probabilities?
#
# - [ ] a) ReLU
#   > ReLU can give 7.3, which is no probability.
# - [x] b) softmax
#   > Right: they sum to 1.

# %% [markdown] written="neuron.compare" covers="N1" points=2
# Compare both neurons.
#
# > Rubric
# > 1 point for both learn.

# %% demo=true
print("progress()")
'''

NET_INPUT = {"neuron.net_input": load()["neuron.net_input"]}


def lesson(old="", new="", file=""):
    text = TEXT.replace(old, new, 1) if old else TEXT
    assert not old or text != TEXT
    return read_lesson(text, "01_neuron", NET_INPUT, file)


def rules(failures):
    return " | ".join(str(failure) for failure in failures)


# A small exercise: twice each number.


def double(x):
    return 2 * np.asarray(x, dtype=float)


def cases(rng):
    return [
        Case((np.array([1.0, 2.0]),), working="2·1 = 2, 2·2 = 4"),
        Case((rng.normal(size=3),), "floats"),
        Case((rng.integers(1, 9, size=4),), "integers"),
        Case((rng.normal(size=2).astype("float32"),), "float32"),
    ]


BELIEFS = (
    Misconception("kept", "You returned the numbers as they are.", lambda x: x),
    Misconception("squared", "You squared.", lambda x: np.square(x)),
    Misconception("negated", "You changed the sign.", lambda x: -2.0 * x),
    Misconception("halved", "You halved.", lambda x: x / 2),
)
DOUBLE = Exercise(
    id="neuron.double",
    lesson="01_neuron",
    points=1,
    covers=("N2",),
    reference=double,
    cases=cases,
    misconceptions=BELIEFS,
    hints=("Once more.", "Multiply by 2."),
)


def exercise_rules(**changes):
    exercise = replace(DOUBLE, **changes)
    exams = exams_of(exercise)
    assert isinstance(exams, tuple)
    return rules([*data_failures(exercise), *exam_failures(exams)])


def test_a_sound_exercise_has_no_failure():
    assert exercise_rules() == ""


def test_too_few_hints_misconceptions_rows_and_points_are_named():
    found = exercise_rules(hints=("One.",), misconceptions=BELIEFS[:3], covers=(), points=0)
    for rule in ("fewer than 2 hints", "fewer than 4 miscon", "covers no row", "worth nothing"):
        assert rule in found


def test_an_unknown_row_is_named():
    assert "no row ['N99']" in exercise_rules(covers=("N99",))


def test_a_misconception_that_is_right_after_all_is_named():
    right = Misconception("added", "You added.", lambda x: x + np.asarray(x, dtype=float))
    found = exercise_rules(misconceptions=(*BELIEFS, right))
    assert "autograder/exercises" not in found
    assert "The misconception added is not rejected." in found


def test_two_misconceptions_that_look_alike_are_named():
    twin = Misconception("unchanged", "You did nothing.", lambda x: x + 0)
    found = exercise_rules(misconceptions=(*BELIEFS, twin))
    assert "The misconceptions kept and unchanged look alike" in found
    assert "The misconception unchanged is named kept" in found


def test_a_misconception_whose_score_depends_on_the_seed_is_named():
    def lucky(rng):
        first, *rest = cases(rng)
        return [first, Case((np.array([float(rng.integers(2))] * 2),), "chance"), *rest]

    found = exercise_rules(cases=lucky)
    assert "The misconception squared scores [" in found


def test_a_constant_that_earns_points_is_named():
    def flat(rng):
        return [*cases(rng), Case((np.array([1, 2]),), "the example again")]

    assert "always returns array([2., 4.]) earns 25%" in exercise_rules(cases=flat)


def test_cases_without_integers_float32_working_and_other_shapes_are_named():
    def poor(rng):
        return [Case((rng.normal(size=2),)), Case((rng.normal(size=2),), "floats")]

    found = exercise_rules(cases=poor)
    for rule in ("integer arrays", "float32", "one shape", "shows no arithmetic"):
        assert rule in found


def test_one_shape_is_enough_where_the_reference_takes_no_other():
    def pair(x):
        first, second = np.asarray(x, dtype=float)
        return first + second

    def pairs(rng):
        return [Case((one.arguments[0][:2],), one.part, one.working) for one in cases(rng)]

    exercise = replace(DOUBLE, reference=pair, cases=pairs)
    assert "one shape" not in rules(case_failures(exercise, pairs(np.random.default_rng(1))))


def test_a_misconception_with_other_parameters_and_a_sentence_said_twice_are_named():
    kept = Misconception("kept_too", BELIEFS[0].sentence, lambda v: np.sqrt(np.abs(v)))
    found = exercise_rules(misconceptions=(*BELIEFS, kept))
    assert "misconception kept_too has other parameters" in found
    assert "Two misconceptions have one sentence" in found


def test_a_worked_example_behind_other_cases_is_named():
    found = exercise_rules(cases=lambda rng: cases(rng)[::-1])
    assert "A worked example stands behind other cases." in found


def test_cases_that_raise_are_named():
    failure = exams_of(replace(DOUBLE, reference=lambda x: 1 / 0))
    assert "ZeroDivisionError" in str(failure)


def test_a_right_answer_in_another_style_that_is_refused_is_named(tmp_path):
    (tmp_path / "neuron_more.py").write_text(
        "def double__sum(x):\n    return x + x\n\n"
        "def double__wrong(x):\n    return x * x\n\n"
        "def triple__sum(x):\n    return x + x + x\n",
        encoding="utf-8",
    )
    styles = load_alternatives(tmp_path)
    exams = [prepare(DOUBLE, 1)]
    found = rules(
        [
            *alternative_failures(exams, styles["neuron.double"]),
            *unknown_alternatives(styles, {"neuron.double": DOUBLE}),
        ]
    )
    assert "double__wrong is refused (value" in found
    assert "double__sum is refused" not in found
    assert "neuron.triple, which is not an exercise" in found
    assert "neuron.double has 2 right answers" in found


def test_each_kind_that_a_row_wants_must_cover_it():
    wanted = [Row("N1", "01_neuron", ("Q", "M", "T")), Row("N2", "01_neuron", ("E",))]
    found = rules(uncovered(lesson(), wanted))
    assert found.startswith("01_neuron.py: N1 of the curriculum is covered by no question.")
    assert found.count("covered by no") == 1


@pytest.mark.parametrize(
    ("code", "covers"),
    [("widgets.neuron_widget()", True), ("plots.line()", False), ("1  # widgets.f()", False)],
)
def test_a_row_that_wants_a_widget_is_covered_where_one_is_called(code, covers):
    shown = lesson("print(neuron.net_input(np.ones(2), np.ones(2), 1.0))", code)
    assert (list(uncovered(shown, [Row("N2", "01_neuron", ("W",))])) == []) is covers


def test_rows_of_other_lessons_are_not_asked_for():
    assert list(uncovered(lesson(), [Row("P1", "02_perceptron", ("Q",))])) == []


def test_a_row_that_the_curriculum_does_not_have_is_named():
    assert "no row N77" in rules(unknown_rows(lesson('covers="N11"', 'covers="N77"')))


def test_the_curriculum_has_every_row_once_with_known_kinds():
    plan = rows()
    assert len({row.id for row in plan}) == len(plan) == 73
    assert {kind for row in plan for kind in row.kinds} == set("EQMWT")
    assert [row.id for row in plan if row.lesson == "03_xor"] == ["X1", "X2", "X3", "X4", "X5"]


def test_a_lesson_whose_names_are_defined_first_has_no_forward_reference():
    assert list(forward_references(lesson())) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from nnlib import neuron\n", ""),
        ("import numpy as np\n", ""),
        ("    products = np.asarray(weights)", "    products = later(weights)"),
    ],
)
def test_a_name_that_nothing_defines_is_named(old, new):
    assert "is used before it is defined" in rules(forward_references(lesson(old, new)))


def test_what_a_demo_defines_is_not_there_for_later_cells():
    changed = lesson('print("progress()")', "x = 1\n\n# %%\nprint(x)")
    assert "`x` is used before it is defined" in rules(forward_references(changed))


def test_only_a_demo_may_use_the_students_own_answer():
    shown = lesson('print("progress()")', "print(net_input)")
    assert list(forward_references(shown)) == []
    needed = lesson('# %% demo=true\nprint("progress()")', '# %% provided="z"\nz = net_input')
    assert "the student's own answer" in rules(forward_references(needed))


def test_a_lesson_that_shows_its_answer_is_named():
    solution = "products = np.asarray(weights) * np.asarray(x)\n# return products.sum() + bias"
    shown = lesson("# A neuron adds up.", f"# {solution}")
    assert "The solution of neuron.net_input stands in" in rules(leaks(shown))
    sentence = lesson("# A neuron adds up.", "# ReLU can give 7.3, which is no probability.")
    assert "A sentence of neuron.output_activation stands in" in rules(leaks(sentence))
    rubric = lesson("# A neuron adds up.", "# 1 point for both learn.")
    assert "The rubric of neuron.compare stands in" in rules(leaks(rubric))


def test_a_lesson_that_keeps_its_secrets_has_no_leak():
    assert list(leaks(lesson())) == []


def test_a_missing_exercise_and_a_missing_end_are_named():
    found = rules(unused_exercises([lesson()], {"neuron.double": DOUBLE, **NET_INPUT}))
    assert "No lesson holds this exercise." in found
    assert "neuron.net_input" not in found
    found = rules(structure_failures(lesson("progress()", "bye")))
    assert "does not end with the student's progress" in found


def test_a_wall_of_text_is_named_and_a_table_is_none():
    lines = "\n".join(["# A neuron adds up."] * 12 + ["# | 1 | 2 |"] * 5)
    assert list(walls_of_text(lesson("# A neuron adds up.", lines))) == []
    found = rules(walls_of_text(lesson("# A neuron adds up.", f"# Once more.\n#\n{lines}")))
    assert found.startswith("01_neuron.py, line 8: The cell has 13 lines of text.")


def test_a_question_that_covers_nothing_is_named():
    found = rules(question_failures(lesson(' covers="N11"', "")))
    assert found.startswith(
        "01_neuron.py, line 22: The question neuron.output_activation covers no"
    )


def runs(tmp_path, old="", new=""):
    file = tmp_path / "01_neuron.py"
    file.write_text(TEXT.replace(old, new, 1) if old else TEXT, encoding="utf-8")
    return rules(run_failures(lesson(old, new, str(file))))


def test_a_lesson_that_runs_unsolved_and_solved_has_no_failure(tmp_path):
    assert runs(tmp_path) == ""


def test_a_wrong_solution_is_named(tmp_path):
    found = runs(tmp_path, "products.sum() + bias", "products.sum()")
    assert "The solution of neuron.net_input earns" in found


def test_a_cell_that_stops_is_named_in_each_run(tmp_path):
    found = runs(tmp_path, 'print("progress()")', "1 / 0  # progress()")
    assert "The unsolved notebook stops at the cell demo-08" in found
    assert "does not run as a script (ZeroDivisionError" in found


def test_a_script_that_warns_is_named(tmp_path):
    warning = "np.log(np.zeros(1))  # progress()"
    found = runs(tmp_path, 'print("progress()")', warning)
    assert "does not run as a script (RuntimeWarning: divide by zero" in found
    assert "notebook" not in found


def test_a_demo_that_needs_the_answer_stops_the_unsolved_notebook(tmp_path):
    found = runs(tmp_path, "print(neuron.net_input(", "print(net_input(")
    assert "(NotImplementedError: )" in found
    assert "script" not in found


def test_an_answer_outside_the_solution_region_earns_points_unsolved(tmp_path):
    inside = (
        "    products = np.asarray(weights) * np.asarray(x)\n    return products.sum() + bias\n"
    )
    outside = f"    if len(x):\n        return np.dot(weights, x) + bias\n{BEGIN}{inside}"
    found = runs(tmp_path, f"{BEGIN}{inside}", outside)
    assert "neuron.net_input earns points unsolved (100%)" in found


BEGIN = "    ### BEGIN SOLUTION\n"


def test_a_mistake_in_one_lesson_does_not_hide_the_failures_of_another(tmp_path):
    (tmp_path / "01_neuron.py").write_text(TEXT.replace("[x]", "[ ]"), encoding="utf-8")
    (tmp_path / "02_more.py").write_text("# %% [markdown]\n# # More\n", encoding="utf-8")
    found = rules(course_failures(tmp_path, NET_INPUT))
    assert "01_neuron.py, line 22" in found
    assert "02_more.py: The lesson does not end with" in found


def test_the_command_prints_each_failure_and_fails(tmp_path, monkeypatch):
    monkeypatch.setattr("autograder.cli.lint.load", lambda: NET_INPUT)
    (tmp_path / "01_neuron.py").write_text("x = 1\n", encoding="utf-8")
    shown = CliRunner().invoke(command, ["--solutions", str(tmp_path)])
    assert shown.exit_code == 1
    assert "Text stands before the first cell marker." in shown.output
    assert "failures." in shown.output
