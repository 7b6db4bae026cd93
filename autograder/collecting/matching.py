"""Find the student of the roster who handed a file in, or say who it may have been."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from autograder.collecting.layouts.claim import Claim
from autograder.collecting.people import bare, mailbox, near, new_id, orders, sections_of, squeezed
from autograder.collecting.sheets.worksheets import Row
from autograder.course.roster import Student
from autograder.notes import NO_NOTE, Cause, Note

NUMBERED = {"canvas": "canvas_id"}  # whose numbers stay the same in all assignments


@dataclass(frozen=True)
class Match:
    """The students who handed a file in, several for a group; without any, why, and who is near."""

    students: tuple[Student, ...] = ()
    why_not: str = ""
    suggestions: tuple[str, ...] = ()
    note: Note = NO_NOTE
    number_differs: bool = False


@dataclass
class Class:
    """The roster while files are matched; it learns numbers, and new students if it may.

    `aliases` has the ids that the instructor gave for names, `worksheet` Moodle's rows by number,
    `namesakes` the names that several people in what came have.
    """

    roster: dict[str, Student]
    platform: str
    may_add: bool
    aliases: Mapping[str, str] = field(default_factory=dict)
    worksheet: Mapping[str, Row] = field(default_factory=dict)
    namesakes: frozenset[str] = frozenset()
    added: dict[tuple[str, str], Student] = field(default_factory=dict)

    def match(self, claim: Claim) -> Match:
        """Return whose file this is: by number, e-mail, the university's number, then name."""
        row = self.row_of(claim)
        names = (row.name,) if row and row.name else self.names_of(claim)
        alias = next((self.aliases[name] for name in names if name in self.aliases), "")
        if alias in self.roster:
            return Match((self.roster[alias],))
        match = self.by_number(claim, row) or self.by_names(claim, names)
        if match and not (match.number_differs and self.may_add):
            return self.completed(match, row)
        if self.may_add:
            return Match((self.add(claim, row),))
        return Match(
            why_not="nobody in the roster has this name, number or e-mail address",
            suggestions=near(names or (claim.login,), self.roster.values()),
        )

    def completed(self, match: Match, row: Row | None) -> Match:
        """Take from the worksheet what the roster lacks of a single student who was matched."""
        if row is None or len(match.students) != 1 or not row.email:
            return match
        (student,) = match.students
        told = {"name": row.name, "email": row.email, "sis_id": row.sis_id}
        if student.email and mailbox(student.email) != mailbox(row.email):
            return match
        news = {name: text for name, text in told.items() if text and not getattr(student, name)}
        self.roster[student.id] = replace(student, **news)
        return replace(match, students=(self.roster[student.id],))

    def row_of(self, claim: Claim) -> Row | None:
        """Return the worksheet's row of a claim, whose number is Moodle's."""
        return self.worksheet.get(claim.number) if self.platform == "moodle" else None

    def known(self, claim: Claim) -> Match:
        """Return whose file this is among those who are known: nobody is added for it."""
        return replace(self, may_add=False, roster=dict(self.roster)).match(claim)

    def names_of(self, claim: Claim) -> tuple[str, ...]:
        """Return the names to look for; what may be a group before a name must be a known one."""
        if self.platform != "moodle" or not claim.names:
            return claim.names
        full = claim.names[0]
        sections = {part for student in self.roster.values() for part in sections_of(student)}
        cut = (name for name in claim.names[1:] if squeezed(full.removesuffix(name)) in sections)
        return (full, *cut)

    def by_number(self, claim: Claim, row: Row | None) -> Match | None:
        """Match by what belongs to one student alone."""
        for told, of in self.numbers(claim, row):
            students = [
                student for student in self.roster.values() if told and is_same(of(student), told)
            ]
            if len(students) == 1:
                return Match((students[0],), note=self.doubt(claim, students[0]))
        return None

    def numbers(
        self, claim: Claim, row: Row | None
    ) -> Iterator[tuple[str, Callable[[Student], str]]]:
        """Yield what is known about a student, the surest first, and where a roster has it."""
        if self.platform in NUMBERED:
            yield claim.number, lambda one: str(getattr(one, NUMBERED[self.platform]))
        if row:
            yield row.email, lambda one: one.email
            yield row.sis_id, lambda one: one.sis_id
        yield claim.login, lambda one: one.login
        yield claim.login, lambda one: one.id
        yield claim.login, lambda one: one.email
        yield claim.login, lambda one: one.sis_id

    def doubt(self, claim: Claim, student: Student) -> Note:
        """Return a note where the number is one student's and the name another's."""
        if self.platform not in NUMBERED or not claim.names or not student.name:
            return NO_NOTE
        if any(same_person(name, student.name) for name in claim.names):
            return NO_NOTE
        text = f"The number is that of {student.name}, but the file names {claim.names[0]}."
        return Note(Cause.WHOSE, text)

    def by_names(self, claim: Claim, names: Sequence[str]) -> Match | None:
        """Match by name, as a student or as a group."""
        if names and squeezed(names[0]) in self.namesakes:
            return self.namesake(claim, names[0])
        return self.by_name(claim, names) or self.group(names)

    def namesake(self, claim: Claim, name: str) -> Match | None:
        """Match one of several people of one name in what came: by the number, else not at all."""
        students = [student for student in self.roster.values() if is_number(student, claim)]
        if len(students) == 1:
            return Match((students[0],))
        if not self.may_add:
            why_not = f"several people who handed in are called {name}"
            return Match(why_not=why_not, suggestions=near((name,), self.roster.values()))
        key = squeezed(name), claim.number
        if key not in self.added:
            self.added[key] = self.add(claim, self.row_of(claim), f"{name} {claim.number}")
        text = f"Several people are called {name}: look whose it is."
        return Match((self.added[key],), note=Note(Cause.WHOSE, text))

    def by_name(self, claim: Claim, names: Sequence[str]) -> Match | None:
        """Match by name, then by name without accents; of two people of one name, neither."""
        for form in (str, bare):
            for name in names:
                students = self.called(form, name)
                if len(students) > 1:
                    students = [
                        student for student in students if is_number(student, claim)
                    ] or students
                if len(students) > 1:
                    return several(name, students)
                if students:
                    return self.learned(claim, students[0], name)
        return None

    def called(self, form: Callable[[str], str], name: str) -> list[Student]:
        """Return the students of a name, in a form in which names are compared."""
        wanted = orders(form(name))
        return [student for student in self.roster.values() if wanted & orders(form(student.name))]

    def learned(self, claim: Claim, student: Student, name: str) -> Match:
        """Match a student by name and keep the platform's number, unless another one is known."""
        column = NUMBERED.get(self.platform)
        if not column or not claim.number:
            return Match((student,))
        known = getattr(student, column)
        if known and known != claim.number:
            why_not = f"the roster has another number ({known}) for {name}"
            return Match(why_not=why_not, suggestions=(student.id,), number_differs=True)
        self.roster[student.id] = replace(student, **{column: claim.number})
        return Match((self.roster[student.id],))

    def group(self, names: Sequence[str]) -> Match | None:
        """Match a group's work with all whose section has its name."""
        wanted = {squeezed(name) for name in names}
        students = tuple(
            student for student in self.roster.values() if wanted & sections_of(student)
        )
        members = ", ".join(student.id for student in students)
        note = Note(Cause.GROUP_WORK, f"Handed in by a group: {members}.")
        return Match(students, note=note) if students else None

    def add(self, claim: Claim, row: Row | None, wanted: str = "") -> Student:
        """Add the student whom a file names to the roster."""
        name = (row.name if row else "") or (claim.names[0] if claim.names else claim.login)
        column = NUMBERED.get(self.platform)
        numbers = {column: claim.number} if column else {}
        about = {"email": row.email, "sis_id": row.sis_id} if row else {}
        id = new_id(wanted or claim.login or name or f"student {claim.number}", self.roster)
        self.roster[id] = Student(**{"id": id, "name": name, **numbers, **about})
        return self.roster[id]


def is_same(known: str, told: str) -> bool:
    """Return True if two numbers or addresses are one."""
    return mailbox(known) == mailbox(told)


def same_person(one: str, other: str) -> bool:
    """Return True if two names are one, accents left aside."""
    return bool(orders(bare(one)) & orders(bare(other)))


def is_number(student: Student, claim: Claim) -> bool:
    """Return True if the roster has a claim's number for a student."""
    return bool(claim.number) and claim.number in (student.moodle_id, student.canvas_id)


def several(name: str, students: Sequence[Student]) -> Match:
    """Return no match, where more than one student has a name."""
    ids = tuple(student.id for student in students)
    return Match(why_not=f"{len(ids)} students of the roster are called {name}", suggestions=ids)


def namesakes(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the names that stand beside several numbers in what came."""
    numbers: dict[str, set[str]] = {}
    for claim in claims:
        if claim.names and claim.number:
            numbers.setdefault(squeezed(claim.names[0]), set()).add(claim.number)
    return frozenset(name for name, students in numbers.items() if len(students) > 1)
