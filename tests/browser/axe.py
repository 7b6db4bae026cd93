"""axe-core in a page: what somebody who sees little, or uses no mouse, would stumble over.

`make test-browser` brings axe-core from npm into `.axe/`. It runs in the page as the tests' own
scripts do, so a page's policy on scripts does not keep it out.
"""

from pathlib import Path

AXE = Path(__file__).parents[2] / ".axe" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = ("serious", "critical")
LONGEST = 300  # characters of an element that are told
RUN = """async ([include, exclude]) => {
    const scope = {include: include.map(one => [one]), exclude: exclude.map(one => [one])}
    const {violations} = await axe.run(include.length || exclude.length ? scope : document, {
        resultTypes: ["violations"],
    })
    return violations.flatMap(({id, impact, help, nodes}) => nodes.map(node => ({
        id, help, impact: node.impact || impact, html: node.html, why: node.failureSummary,
    })))
}"""


class NoAxeError(Exception):
    """axe-core is not there; the text says how it comes."""


def faults(page, *include, exclude=(), impacts=SERIOUS):
    """Return a line for each fault of these impacts, with the HTML of its element.

    Parameters
    ----------
    page
        A page of playwright's, as it is now: open first what is to be looked at.
    include, exclude
        CSS selectors: where to look, and where not; the whole page where there are none.
    impacts
        Of "minor", "moderate", "serious", "critical": those that count.
    """
    if not AXE.is_file():
        raise NoAxeError("axe-core is not installed: `make axe` brings it, by npm")
    for frame in page.frames:  # a frame is looked into only where axe-core runs in it too
        frame.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN, [list(include), list(exclude)])
    return [told(fault) for fault in found if fault["impact"] in impacts]


def told(fault):
    """Return one fault as text: the rule, the element and what would mend it."""
    html = " ".join(fault["html"].split())[:LONGEST]
    why = " ".join((fault["why"] or "").split())
    return f"{fault['impact']} {fault['id']}: {fault['help']}\n  {html}\n  {why}"
