"""The helper that asks axe-core finds what is wrong, where it is told to look."""

PAGE = """<!doctype html><html lang="en"><head><title>A page</title></head><body><main>
<h1>Two pictures</h1><div id="left"><img src="left.png"></div><div id="right"><img src="right.png"
alt="A line that rises"></div></main></body></html>"""


def test_a_fault_is_told_with_its_element_and_only_where_one_looks(browser, axe):
    page = browser.new_page()
    page.set_content(PAGE)
    (fault,) = axe(page)
    assert fault.startswith("critical image-alt")
    assert '<img src="left.png">' in fault
    assert axe(page, "#left") == [fault]
    assert axe(page, "#right") == axe(page, exclude=["#left"]) == []
    page.close()


def test_a_policy_against_scripts_does_not_keep_it_out(browser, axe):
    policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
    page = browser.new_page()
    page.set_content(PAGE.replace("<title>", f"{policy}<title>"))
    assert len(axe(page)) == 1
    page.close()
