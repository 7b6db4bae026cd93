"""Cut a worker off from the machine, by every layer that the system has.

In come the limits of a submission and the course's own texts, which nobody may read; out comes a
process without network, other processes and files of others, and the proof of how far that goes.
What the system offers is found once (`layers`, `namespaces`); a child uses it on itself
(`confine`), and what it is refused comes back as `refusals`.
"""
