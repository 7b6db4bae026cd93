"""Remember a student's work: in their file, or in the session where there is no file to write.

The session's part lives in the namespace of the student's cells, so that hints count on and
solutions open even on a machine that keeps nothing.
"""

from dataclasses import dataclass

from autograder.messages import notebook
from autograder.student.display import Namespace
from autograder.student.progress_file import (
    OWN_FOLDER,
    Change,
    ItemRecord,
    NewerFormatError,
    Records,
    changed,
    in_a_browser,
    merged,
    progress_path,
    read,
    update,
)

SESSION = "_neuron_to_network_progress"


@dataclass(frozen=True)
class Memory:
    """The records, and a sentence for the student where something was wrong with their file."""

    records: Records
    note: str = ""

    def of(self, item_id: str) -> ItemRecord:
        """Return the record of one exercise or question."""
        return self.records.get(item_id, ItemRecord())


def recall(namespace: Namespace) -> Memory:
    """Return what is remembered."""
    path = progress_path()
    kept = session_records(namespace)
    if path is None:
        return Memory(kept)
    try:
        records, aside = read(path)
    except NewerFormatError:
        return Memory(kept, notebook.progress_is_newer())
    except OSError:
        return Memory(kept)
    return Memory(merged(records, kept), note_on(aside))


def remember(namespace: Namespace, item_id: str, change: Change) -> Memory:
    """Change what is remembered of one exercise and return everything."""
    path = progress_path()
    if path is None:
        return remember_in_session(namespace, item_id, change)
    try:
        records, aside = update(path, session_records(namespace), item_id, change)
    except NewerFormatError:
        return remember_in_session(namespace, item_id, change, notebook.progress_is_newer())
    except OSError:
        note = notebook.progress_not_kept() if path.parent.name == OWN_FOLDER else ""
        return remember_in_session(namespace, item_id, change, note)  # elsewhere no concern
    namespace.pop(SESSION, None)
    first = records == {item_id: change(ItemRecord())}
    return Memory(records, note_on(aside) or (where_kept() if first else ""))


def remember_in_session(
    namespace: Namespace, item_id: str, change: Change, note: str = ""
) -> Memory:
    """Change what the session remembers of one exercise and return everything."""
    records = changed(recall(namespace).records, item_id, change)
    namespace[SESSION] = {**session_records(namespace), item_id: records[item_id]}
    return Memory(records, note)


def session_records(namespace: Namespace) -> Records:
    """Return what the session keeps; nothing where a student's own variable has that name."""
    kept = namespace.get(SESSION)
    sound = isinstance(kept, dict) and all(
        isinstance(record, ItemRecord) for record in kept.values()
    )
    return dict(kept) if sound and kept is not None else {}


def where_kept() -> str:
    """Say where the work is, if that is a browser, which forgets it one day."""
    return notebook.kept_in_this_browser() if in_a_browser() else ""


def note_on(aside: str) -> str:
    """Say that a damaged file was set aside, if one was."""
    return notebook.progress_set_aside(aside) if aside else ""
