"""How judge and worker speak, so that neither has to trust the bytes of the other.

In come requests and values of Python; out go frames of plain data (`frames`, `wire`), and back
comes what a worker replies, read strictly (`replies`), and the call that it is at (`calls`).
"""
