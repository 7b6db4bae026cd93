"""A course and what is to be graded come in; a result for each submission goes out, kept at once.

`run` reads as the steps of a run: `plan` says what has changed, `pool` gives submissions to
processes, `submission` grades one, held against its `assignment`; inside it, `notebook` leads from
the cells, which `examining` runs and judges, to points and notes.
"""
