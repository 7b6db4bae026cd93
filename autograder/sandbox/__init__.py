"""Run a student's code in a worker that is cut off from the machine.

In come the source of cells, the arguments of calls and limits; out comes plain data about what the
code did: what cells printed and returned, what functions gave on each call, or a fault. `Session`
is the way in: it forks a worker from the `WarmProcess` and asks it over a socket, as `protocol/`
says; `worker/` is the other end.
"""
