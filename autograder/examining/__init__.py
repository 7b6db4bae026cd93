"""A repaired notebook and a session come in; each answer's verdict and the notes go out.

`execute` leads through it: it runs the cells in order, and `examine` judges each answer where its
check stands, by the `answer_key`. What answers may have been wrong for is put right by `loans` and
by a `second_look`; `findings` gives the verdicts, with the true cause of what could not run, in
the words of `sentences`. Nothing here knows of a course or a student: that is `grading`'s.
"""
