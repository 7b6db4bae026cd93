"""Print how long the files and functions of the packages are: python tools/sizes.py."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles


def main() -> None:
    """Print a line for each package."""
    heads = ("files", "file lines", "functions", "function lines")
    print("{:12} {:>6} {:>18} {:>10} {:>18}".format("package", *heads))
    for package in ("nnlib", "autograder"):
        files = sorted(Path(package).rglob("*.py"))
        lines = [len(file.read_text(encoding="utf-8").splitlines()) for file in files]
        functions = [length for file in files for length in function_lengths(file)]
        print(
            f"{package:12} {len(files):6} {spread(lines):>18} "
            f"{len(functions):10} {spread(functions):>18}"
        )


def function_lengths(file: Path) -> Iterator[int]:
    """Yield the length of each function of a file, without its signature and docstring."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            if body:
                yield (body[-1].end_lineno or 0) - body[0].lineno + 1


def spread(lengths: list[int]) -> str:
    """Return the median, the 90th percentile and the maximum."""
    return f"{median(lengths):.0f} / {quantiles(lengths, n=10)[-1]:.0f} / {max(lengths)}"


if __name__ == "__main__":
    main()
