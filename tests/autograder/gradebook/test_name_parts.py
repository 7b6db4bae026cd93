"""Names in one piece, divided as the formgrader shows them: family name, given names."""

import pytest

from autograder.gradebook.people import name_parts

SHOWN = {
    "Ada Lovelace": "Lovelace, Ada",
    "Lovelace, Ada": "Lovelace, Ada",
    "García López, María": "García López, María",
    "Ludwig van Beethoven": "van Beethoven, Ludwig",
    "Juan de la Cruz": "de la Cruz, Juan",
    "Martin Luther King Jr.": "King Jr., Martin Luther",
    "DUPONT LEROY Marie": "DUPONT LEROY, Marie",
    "Marie DUPONT": "DUPONT, Marie",
    "J. R. R. Tolkien": "Tolkien, J. R. R.",
    "Seán O'Brien-Ng": "O'Brien-Ng, Seán",
    "Иван Петров": "Петров, Иван",
    "Петров Иван Сергеевич": "Петров, Иван Сергеевич",
    "Иван Сергеевич Петров": "Петров, Иван Сергеевич",
    "山田 太郎": "山田, 太郎",
    "김 민수": "김, 민수",
    "محمد علي": "علي, محمد",
    "De Vries": "Vries, De",
}


@pytest.mark.parametrize(("name", "shown"), SHOWN.items())
def test_a_name_reads_as_a_list_of_people_has_it(name, shown):
    first, last = name_parts(name)
    assert f"{last}, {first}" == shown


@pytest.mark.parametrize("name", ["Ada", "王小明", " Ada ", "Ada,"])
def test_a_single_name_is_the_one_that_is_sorted_by(name):
    assert name_parts(name) == ("", name.strip(" ,"))


def test_no_name_stays_none():
    assert name_parts("") == name_parts(" , ") == ("", "")
