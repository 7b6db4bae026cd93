"""What runs beside the student's code: the warm process and the workers that it forks.

In come requests over a socket: fork a worker; run a cell, observe a function, read a variable. Out
go frames of plain data. Before a worker runs its first cell it is cut off by every layer that the
system has (`isolation/`), what it may hold is bounded (`memory/`), and a trial child has proved how
far that goes.
"""
