"""The checker of the site's links finds what leads nowhere and what comes from elsewhere."""

import pytest

from tools.site.links import Site, main

PAGE = '<h1 id="top">A page</h1><a href="{}">somewhere</a>'


@pytest.fixture
def site(tmp_path):
    """Return what makes a site of two pages; the first has what is given in it."""
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "one.html").write_text('<p id="part">Text</p>', encoding="utf-8")

    def made(text):
        (tmp_path / "index.html").write_text(text, encoding="utf-8")
        return tmp_path

    return made


@pytest.mark.parametrize(
    "link",
    [
        "",
        "#top",
        "lessons/one.html",
        "lessons/one.html#part",
        "https://example.org",
        "mailto:a@b.c",
    ],
)
def test_a_link_that_leads_somewhere_or_out_of_the_site_is_no_fault(site, link):
    assert list(Site(site(PAGE.format(link))).faults()) == []


@pytest.mark.parametrize(
    "link", ["two.html", "#bottom", "lessons/one.html#whole", "../outside.html", "lessons"]
)
def test_a_link_that_leads_nowhere_is_told(site, link):
    assert list(Site(site(PAGE.format(link))).faults()) == [f"index.html: {link} leads nowhere."]


@pytest.mark.parametrize(
    "element",
    [
        '<script src="https://cdn.example.org/a.js"></script>',
        '<img src="//example.org/a.png">',
        '<link rel="stylesheet" href="https://example.org/a.css">',
    ],
)
def test_what_a_page_loads_from_elsewhere_is_told(site, element):
    (fault,) = Site(site(element)).faults()
    assert fault.endswith("is loaded from elsewhere.")


def test_a_font_from_elsewhere_in_a_style_is_told(site):
    folder = site(PAGE.format(""))
    (folder / "a.css").write_text("@font-face { src: url('https://example.org/a.woff2') }")
    assert list(Site(folder).faults()) == [
        "a.css: https://example.org/a.woff2 is loaded from elsewhere."
    ]


def test_a_page_without_faults_ends_well_and_one_with_them_does_not(site, capsys):
    assert main(site(PAGE.format("#top"))) == 0
    assert capsys.readouterr().out == "2 pages, and every link leads somewhere.\n"
    assert main(site(PAGE.format("two.html"))) == 1


def test_the_notebooks_in_the_browser_are_looked_for_only_where_they_are_made(site):
    folder = site(PAGE.format("lite/lab/index.html?path=01_neuron.ipynb"))
    assert main(folder) == 0
    (folder / "lite" / "lab").mkdir(parents=True)
    (folder / "lite" / "lab" / "index.html").touch()
    assert main(folder) == 1
    (folder / "lite" / "files").mkdir()
    (folder / "lite" / "files" / "01_neuron.ipynb").touch()
    assert main(folder) == 0
