"""Present, undo and redo."""

from reisblog.model import edits
from reisblog.model.history import STEPS, History
from reisblog.model.journey import Journey


def titled(history, title, *, key=None):
    history.commit("Title", edits.entitle(history.present, title=title), key=key)


def begun():
    return History(Journey(id="reis"))


def test_typing_is_one_step_until_something_else_is_done():
    history = begun()
    for title in ("M", "Mi", "Mij"):
        titled(history, title, key="title")
    history.seal()
    titled(history, "Mijn", key="title")
    assert history.undo() == "Title"
    assert history.present.title == "Mij"
    history.undo()
    assert (history.present.title, history.undo_label) == ("", None)


def test_typing_on_after_undo_and_redo_is_a_new_step():
    history = begun()
    titled(history, "M", key="title")
    history.undo()
    history.redo()
    titled(history, "Mi", key="title")
    history.undo()
    assert history.present.title == "M"


def test_what_changes_nothing_is_no_step():
    history = begun()
    titled(history, "")
    assert history.undo_label is None


def test_a_new_step_takes_the_place_of_what_was_undone():
    history = begun()
    titled(history, "een")
    history.undo()
    titled(history, "twee")
    assert history.redo_label is None
    assert history.redo() is None


def test_undoing_back_to_what_was_saved_counts_as_saved():
    history = begun()
    titled(history, "een")
    assert not history.is_saved
    history.mark_saved(history.present)
    titled(history, "twee")
    assert not history.is_saved
    history.undo()
    assert history.is_saved


def test_only_so_many_steps_are_kept_and_every_value_they_lead_to():
    history = begun()
    for number in range(STEPS + 5):
        titled(history, str(number))
    history.undo()
    kept = {journey.title for journey in history.kept()}
    assert kept == {"", *(str(number) for number in range(4, STEPS + 5))}


def test_listeners_hear_of_every_change_once():
    history, heard = begun(), []
    history.listen(lambda journey, changes: heard.append((journey.title, changes.head["title"])))
    titled(history, "een")
    history.undo()
    history.redo()
    assert heard == [("een", "een"), ("", ""), ("een", "een")]


def test_what_is_carried_is_no_step_and_in_no_file_yet():
    history = begun()
    titled(history, "een")
    history.mark_saved(history.present)
    titled(history, "twee")
    history.undo()
    heard = []
    history.listen(lambda journey, changes: heard.append(set(changes.head)))
    history.carry(lambda journey: edits.entitle(journey, traveller="Noor"))
    assert heard == [{"traveller"}]
    assert (history.undo_label, history.redo_label) == ("Title", "Title")
    assert not history.is_saved
    for move in (history.undo, history.redo, history.redo):
        move()
        assert history.present.traveller == "Noor"
    assert history.present.title == "twee"
    history.undo()
    history.carry(lambda journey: edits.entitle(journey, traveller=""))
    assert history.is_saved
