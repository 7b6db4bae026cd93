import pytest

from autograder.building.errors import LessonError
from autograder.building.lesson import (
    CodeExercise,
    Demo,
    Option,
    Plain,
    Prose,
    Provided,
    QuestionCell,
    WrittenCell,
)
from autograder.building.reader import read_lesson, read_lessons


def test_each_cell_of_the_text_becomes_one_cell_of_its_kind(lesson):
    kinds = [
        Prose,
        Provided,
        Prose,
        CodeExercise,
        Demo,
        Plain,
        QuestionCell,
        QuestionCell,
        WrittenCell,
    ]
    assert [type(cell) for cell in lesson.cells] == kinds


def test_text_and_code_are_kept_without_comment_signs_and_markers(lesson):
    assert lesson.cells[0].text == "# One neuron\n\nYou will add up what comes in."
    assert lesson.cells[4].code == "print(np.ones(3))"


def test_every_kind_of_cell_may_cover_rows(lesson):
    covers = [cell.covers for cell in lesson.cells]
    rows = [(), (), ("N1",), (), ("N2",), (), ("N11",), ("N2",), ("N1",)]
    assert covers == rows


def test_a_cell_knows_the_line_of_its_marker(lesson, text):
    lines = text.splitlines()
    assert all(lines[cell.line - 1].startswith("# %%") for cell in lesson.cells)
    assert lesson.cells[3].line == 1 + lines.index('# %% exercise="neuron.net_input"')


def test_a_choice_is_read_with_its_options_and_their_sentences(lesson):
    choice = lesson.questions[0]
    assert (choice.kind, choice.name, choice.points) == ("choice", "output_activation", 1)
    assert choice.prompt == "Which activation gives probabilities?"
    assert choice.options[1] == Option("b", "softmax", True, "Right: they sum to 1.")
    assert choice.right.answer == "b"


def test_a_number_is_read_with_the_wrong_numbers_that_are_known(lesson):
    number = lesson.questions[1]
    assert (number.kind, number.decimals, number.points) == ("number", 2, 1.5)
    answers = [(option.answer, option.right) for option in number.options]
    assert answers == [("1.25", True), ("2.50", False), ("-1.25", False)]


def test_a_written_question_is_parted_from_its_rubric(lesson):
    written = lesson.written[0]
    assert written.prompt == "Compare both neurons."
    assert written.rubric == "1 point: both learn.\n\n1 point: numbers against signals."


MISTAKES = {
    "an unknown attribute": ("demo=true", "demonstration=true", "Unknown marker 'demonstration'"),
    "stray words": ("demo=true", "a nice plot", "Unknown marker 'a nice plot"),
    "an unquoted id": (
        'exercise="neuron.net_input"',
        "exercise=neuron.net_input",
        "Unknown marker",
    ),
    "an unknown exercise": ("neuron.net_input", "neuron.net_output", "no exercise 'neuron.net_out"),
    "a malformed id": ('"neuron.compare"', '"Neuron compare"', "not an id of the form topic.name"),
    "two kinds at once": ("demo=true", 'demo=true provided="x"', "provided and demo at once"),
    "no points": ("points=2", "", "no points"),
    "points of zero": ("points=2", "points=0", "not a number above 0"),
    "a negative number of decimals": ("decimals=2", "decimals=-1", "a whole number from 0 to 10"),
    "an empty covers": ('covers="N11"', 'covers=""', "not rows of the curriculum"),
    "two right options": ("[ ] a)", "[x] a)", "2 options are marked [x]"),
    "no right option": ("[x] b)", "[ ] b)", "0 options are marked [x]"),
    "a mark that is none": ("[ ] a)", "[X] a)", "not marked '- [ ]"),
    "a missing sentence": ("#   > The identity changes nothing.\n", "", "has no sentence"),
    "text behind a sentence": ("nothing.\n", "nothing.\n#   More.\n", "Text follows the sentence"),
    "a letter out of turn": ("c) identity", "d) identity", "should begin with 'c)'"),
    "two equal options": ("c) identity", "c) softmax", "the same text"),
    "letters in a number": ("[ ] 2.5", "[ ] two", "'two' is not a number"),
    "too many digits": ("[ ] 2.5", "[ ] 2.505", "more digits than decimals=2"),
    "two equal numbers": ("[ ] 2.5", "[ ] 1.250", "equal when rounded"),
    "one known wrong number": (
        "# - [ ] 2.5\n#   > That is the sum; divide it by 2.\n",
        "",
        "at least two known wrong numbers",
    ),
    "no prompt": ("# Which activation gives probabilities?\n#\n", "", "no prompt"),
    "no rubric": ("# > Rubric\n", "", "needs a prompt and then one rubric"),
    "words beside the word rubric": ("# > Rubric\n", "# > Rubric (2 points)\n", "one rubric"),
    "text behind the rubric": ("signals.\n", "signals.\n#\n# Bye.\n", "follows the rubric"),
    "an unclosed region": ("    ### END SOLUTION\n", "", "not closed"),
    "no region": (
        "    ### BEGIN SOLUTION\n    products = weights * x\n    return products.sum() + bias\n"
        "    ### END SOLUTION\n",
        "    return 1\n",
        "no solution region",
    ),
    "a region in a demo": ("print(np.ones(3))", "### BEGIN SOLUTION", "outside an exercise"),
    "another function": ("def net_input(", "def output(", "does not define net_input alone"),
    "other parameters": ("(x, weights, bias)", "(x, w, b)", "parameters are not those"),
    "no docstring": ('    """Return w·x + b for one sample."""\n', "", "no docstring"),
    "no Python": ("print(np.ones(3))", "print(", "not valid Python"),
    "an empty cell": ('print("plain")\n', "", "cell is empty"),
    "text before the first cell": ("# %% [markdown]\n# # One", "x = 1\n\n# %%\n# # One", "before"),
    "no title": ("# # One neuron", "# One neuron", "does not begin with its title"),
    "an id twice": ('"neuron.compare"', '"neuron.count"', "is taken by"),
    "an answer name twice": ("neuron.count", "neuron.net_input", "is taken by"),
    "a raw cell": ("# %%\nprint", "# %% [raw]\n# print", "type 'raw'"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_file_and_rule(mistake, text, exercises):
    old, new, rule = MISTAKES[mistake]
    wrong = text.replace(old, new, 1)
    assert wrong != text
    with pytest.raises(LessonError) as caught:
        read_lesson(wrong, "01_neuron", exercises)
    assert rule in str(caught.value)
    assert str(caught.value).startswith("01_neuron.py, line ")
    assert caught.value.advice


def test_the_line_of_a_mistake_is_that_of_its_cell(text, exercises):
    wrong = text.replace("points=2", "")
    line = 1 + wrong.splitlines().index('# %% [markdown] written="neuron.compare" covers="N1" ')
    with pytest.raises(LessonError, match=f"line {line}: The written has no points"):
        read_lesson(wrong, "01_neuron", exercises)


def test_an_exercise_belongs_to_the_lesson_whose_text_holds_it(text, exercises):
    lesson = read_lesson(text, "02_perceptron", exercises)
    assert {cell.exercise.lesson for cell in lesson.exercises} == {"02_perceptron"}


def test_two_provided_cells_with_one_id_are_refused(text, exercises):
    twice = text + '\n# %% provided="imports"\nimport math\n'
    with pytest.raises(LessonError, match="provided id 'imports' is taken"):
        read_lesson(twice, "01_neuron", exercises)


def test_an_id_may_not_stand_in_two_lessons(tmp_path):
    text = (
        "# %% [markdown]\n# # Title\n\n"
        '# %% [markdown] written="neuron.same" points=1\n# Why?\n#\n# > Rubric\n# > Because.\n'
    )
    for name in ("01_one.py", "02_two.py"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(LessonError, match=r"02_two.py, line 4: The id 'neuron.same' is taken by"):
        read_lessons(tmp_path, {})


def test_a_file_that_is_not_named_like_a_lesson_is_refused(tmp_path):
    (tmp_path / "notes.py").write_text("x = 1", encoding="utf-8")
    with pytest.raises(LessonError, match="Call it NN_slug"):
        read_lessons(tmp_path, {})


def test_a_folder_without_lessons_is_refused(tmp_path):
    with pytest.raises(LessonError, match="There is no lesson here"):
        read_lessons(tmp_path, {})


def test_a_text_in_another_encoding_is_named_with_its_line(tmp_path):
    (tmp_path / "01_neuron.py").write_bytes("# one\n# Нейрон\n".encode("cp1251"))
    with pytest.raises(LessonError, match=r"line 2: The text is not in UTF-8\. Save it"):
        read_lessons(tmp_path, {})
