"""How Sphinx makes the site: `make site`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # tools stands beside docs and is not installed

from autograder.public_address import public_address

ADDRESS = public_address()

project = "From one neuron to a network"
html_title = project
language = "en"
html_baseurl = ADDRESS.site if ADDRESS.is_known else ""

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_click",
    "tools.site.docstrings",
    "tools.site.lessons",
    "tools.site.mathml",
]

nb_execution_mode = "off"  # the notebooks hold what a page shows
nb_ipywidgets_js = {}  # they would come from elsewhere
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_dmath_allow_space = False  # between two prices stands no formula
myst_heading_anchors = 4
html_math_renderer = "mathml"

default_role = "code"  # of what stands between backticks in a docstring
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
napoleon_google_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False

# Kept by the community around Jupyter and tested with axe-core there; loads nothing from elsewhere.
html_theme = "pydata_sphinx_theme"
html_context = {"default_mode": "auto"}
templates_path = ["_templates"]
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_search_summary = False  # it reads the pages again, which no browser does from the disk
html_theme_options = {
    "article_footer_items": [],
    "footer_end": [],
    "footer_start": [],
    "navbar_align": "left",
    "secondary_sidebar_items": ["page-toc"],
    "show_toc_level": 2,
    **({"github_url": ADDRESS.repository} if ADDRESS.is_known else {}),
}
html_sidebars: dict[str, list[str]] = {"start": [], "index": []}  # they stand alone
