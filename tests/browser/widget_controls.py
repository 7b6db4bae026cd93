"""The controls of one widget on a page, each moved as a hand moves it: by pointer and by key."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from tests.browser.notebook_page import NotebookPage
from tests.browser.wire import settle

CONTROLS = ".widget-slider, .widget-dropdown, .widget-play, .widget-button"
KINDS = ("widget-slider", "widget-dropdown", "widget-play", "widget-button")
UNKNOWN = (  # of these no widget has one yet; the first must be driven, too
    ".widget-checkbox, .widget-toggle-buttons, .widget-toggle-button, .widget-text, "
    ".widget-radio, .widget-select, .widget-select-multiple, .widget-inline-vbox"
)
TRACK_SHARE = 0.35


@dataclass(frozen=True)
class Move:
    """One way of moving one control; a menu has so many choices, and any other control none."""

    name: str
    act: Callable[[], None]
    choices: int = 0


@dataclass(frozen=True)
class WidgetControls:
    """The controls under one cell."""

    lesson: NotebookPage
    cell_id: str
    keys: tuple[str, str] = ("ArrowRight", "ArrowLeft")  # up, and down where there is no more up

    @cached_property
    def output(self):
        """What stands under the cell."""
        return self.lesson.output(self.cell_id)

    @cached_property
    def image(self):
        """The picture of the widget."""
        image = self.output.locator("img")
        image.wait_for()
        return image

    def moves(self):
        """Return every way of moving every control that stands there now."""
        found = self.output.locator(CONTROLS).all()
        shown = [control for control in found if control.is_visible()]
        return [move for control in shown for move in self.moves_of(control)]

    def moves_of(self, control):
        """Return the ways of moving one control."""
        classes = control.get_attribute("class").split()
        kind = next(one for one in KINDS if one in classes)
        if kind == "widget-play":
            buttons = control.locator("button")
            return [
                Move("play: pointer", lambda: self.play(buttons.first)),
                Move("stop: pointer", buttons.nth(1).click),
            ]
        if kind == "widget-button":
            return [Move(f"{control.inner_text()}: pointer", control.click)]
        label = control.locator(".widget-label").inner_text()
        if kind == "widget-dropdown":
            menu = control.locator("select")
            choices = menu.locator("option").count()
            return [Move(f"{label}: key", lambda: self.choose_next(menu), choices)]
        handle = control.get_by_role("slider")
        return [
            Move(f"{label}: pointer", lambda: self.drag(handle)),
            Move(f"{label}: key", lambda: self.press_key(handle)),
        ]

    def changes_picture(self, move):
        """Make a move, wait until all is done, and tell whether another picture stands there."""
        before = self.image.get_attribute("src")
        move.act()
        settle(self.lesson.page)
        return self.image.get_attribute("src") != before

    def drag(self, handle):
        """Drag a slider towards its farther end by the pointer."""
        handle.scroll_into_view_if_needed()
        box = handle.bounding_box()
        track = handle.locator("xpath=ancestor::div[contains(@class, 'slider-container')]")
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        by = TRACK_SHARE * track.bounding_box()["width"] * (1 if share(handle) < 0.5 else -1)
        mouse = self.lesson.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + by, y, steps=4)
        mouse.up()

    def press_key(self, handle):
        """Move a slider with a key."""
        up, down = self.keys
        handle.press(up if share(handle) < 1 else down)

    def choose_next(self, menu):
        """Choose the next line of a menu with the arrow keys; after the last, the first."""
        index, count = menu.evaluate("menu => [menu.selectedIndex, menu.options.length]")
        menu.focus()
        # A closed menu does not get the arrows: JupyterLab goes to the next cell with them.
        for key in ("Space", "ArrowDown" if index < count - 1 else "Home", "Enter"):
            self.lesson.page.keyboard.press(key)

    def play(self, button):
        """Press play, let two pictures pass if they come, and press pause."""
        before = self.image.get_attribute("src")
        button.click()
        self.lesson.page.wait_for_timeout(100)
        self.lesson.page.evaluate(
            """async ([image, before]) => {
                for (let waited = 0; waited < 30 && image.src === before; waited += 1)
                    await new Promise(resolve => setTimeout(resolve, 100))
            }""",
            [self.image.element_handle(), before],
        )
        if button.locator(".fa-pause").count():
            button.click()


def share(handle):
    """Return where the handle stands, from 0 at one end of the track to 1 at the other."""
    low, now, high = (
        float(handle.get_attribute(f"aria-value{which}")) for which in ("min", "now", "max")
    )
    return (now - low) / (high - low)


def effects(controls, seen_later=()):
    """Make every move and every choice; return by the name of each whether the picture changed.

    A control may have to wait for its turn: a step back for a step, a deviation for the
    distribution that has one. So those without effect are tried again after each other move,
    but for those whose effect is `seen_later`.
    """
    changed = dict[str, bool]()

    def make(move):
        changed[move.name] = controls.changes_picture(move) or changed.get(move.name, False)

    def catch_up():
        for place in range(len(controls.moves())):
            now = controls.moves()[place:]  # a choice can put other controls there
            tried = now and (now[0].name in seen_later and now[0].name in changed)
            if now and not tried and not changed.get(now[0].name):
                make(now[0])

    catch_up()
    for menu in (move for move in controls.moves() if move.choices):
        for _ in range(menu.choices):
            make(menu)
            catch_up()
    for move in controls.moves():
        lacking = [name for name, did in changed.items() if not did and name not in seen_later]
        if lacking and not move.choices:
            make(move)
            catch_up()
    return changed
