"""Names of students and of files that are more than names."""

from tests.autograder.hostile.attack import ALL, NOTHING, Attack, hand_in, honest

KIND = "names"


def student(name, suffix, keeps=ALL):
    """Return a right notebook of somebody with an odd name, which begins with the place."""

    def build(folder, scene):
        hand_in(folder, honest(scene))

    return Attack(name, KIND, build, keeps=keeps, may=ALL - keeps, student=suffix)


def refused(name, suffix):
    """Return the like with a name that the instructor may be asked to change before any grade."""
    return student(name, suffix, keeps=NOTHING)


def file(name, file_name, keeps=ALL):
    """Return a right notebook in a file with an odd name."""

    def build(folder, scene):
        hand_in(folder, honest(scene), file_name.replace("MARK", scene.mark))

    return Attack(name, KIND, build, keeps=keeps)


def files(name, *file_names):
    """Return several notebooks, none of which has the right name."""

    def build(folder, scene):
        for one in file_names:
            hand_in(folder, honest(scene), one)

    return Attack(name, KIND, build, keeps=NOTHING, may=ALL)


ATTACKS = (
    student("a student with dots", "..·.. ..x"),
    student("a student with a line end", "two\nlines"),
    refused("a student with a script", "<script>alert(1)<script>"),
    refused("a student with quotes", "\"it's\"'; drop table student; --"),
    student("a student with an apostrophe", "it's'; drop table student; --"),
    student("a student with format signs", "%s %n {0} {name!r} $HOME `id`"),
    student("a student written from right to left", "\u202egnp.txt\u2066\u200b"),
    student("a student with terminal sequences", "\x1b]0;title\x07\x1b[2J\x1b[31mred"),
    student("a student with a very long name", "x" * 230),
    student("a student with backslashes", "..\\..\\x\\"),
    student("a student in other scripts", "김민준 नेहा Айгерім é"),
    refused("a student with markup for pages", "&lt;b&gt;"),
    student("a student with markup for terminals", "[bold red]x [link=file]y =1+1"),
    student("a student with the name of a device", "CON.aux:stream"),
    file("a file that begins with a dash", "--help.ipynb"),
    file("a file with a line end", "a\nb.ipynb"),
    file("a file with a script", "<img src=x onerror=alert(1)>.ipynb"),
    file("a file with terminal sequences", "\x1b]0;MARK\x07\x1b[2J.ipynb"),
    file("a file written from right to left", "\u202eMARK\u2066.ipynb"),
    file("a file with format signs", "%s{0.__class__}[bold].ipynb"),
    file("a file whose name is no text", "caf\udce9.ipynb"),
    file("a file with a long name", "y" * 240 + ".ipynb"),
    file("a file in capitals", "01_NEURON.IPYNB"),
    files("several notebooks", "a.ipynb", "b.ipynb"),
)
