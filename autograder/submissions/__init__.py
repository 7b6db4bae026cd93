"""What was handed in and what was given out come in; the notebook that is graded goes out.

`reading` takes the cells of whatever file came, `template` those of the released notebook;
`matching` finds which is which, and `repair` puts them right, with a note for each change.
"""
