"""What must be gone: a photo everywhere, or all that the program keeps on this computer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reisblog.desk import Desk
from reisblog.errors import ReisblogError, SaveError
from reisblog.model.edits import Instead
from reisblog.model.records import Blur
from reisblog.photos.decoder import Intake
from reisblog.photos.exchange import Frame
from reisblog.resources import Folders
from reisblog.storage import recovery, traces
from reisblog.texts import _, ngettext
from reisblog.ui.copying import Copying
from reisblog.ui.jobs import Jobs
from reisblog.ui.messages import Messages
from reisblog.ui.pictures import Pictures
from reisblog.ui.preferences import Preferences
from reisblog.ui.safekeeping import Safekeeping
from reisblog.ui.session import Session
from reisblog.ui.workbench import Workbench


class Forgetting(QObject):
    """Removes for good; each time the person is asked before, and told after.

    Signals:
        shared: whether nothing is kept on this computer, after somebody was asked.
    """

    shared = Signal(bool)

    def __init__(
        self,
        folders: Folders,
        *,
        workbench: Workbench,
        session: Session,
        safekeeping: Safekeeping,
        copying: Copying,
        pictures: Pictures,
        preferences: Preferences,
        jobs: Jobs,
        messages: Messages,
        window: Callable[[], QWidget | None],
        chosen: Callable[[], AbstractSet[str]],
        parent: QObject | None = None,
    ) -> None:
        """Know everybody who keeps something.

        Args:
            folders: where the program keeps things.
            workbench: the open journey.
            session: saves it.
            safekeeping: work that was left behind.
            copying: what is on the clipboard.
            pictures: pixels of photos.
            preferences: recent files, and whether this computer is shared.
            jobs: background work.
            messages: the way to ask and to speak.
            window: what questions belong to.
            chosen: the ids of the photos that are chosen.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._folders = folders
        self._workbench = workbench
        self._session = session
        self._safekeeping = safekeeping
        self._copying = copying
        self._pictures = pictures
        self._preferences = preferences
        self._jobs = jobs
        self._messages = messages
        self._window = window
        self._chosen = chosen

    def remove_everywhere(self) -> None:
        """Remove the pictures of the chosen photos from everything that keeps them."""
        desk, chosen = self._workbench.desk, self._chosen()
        journey = desk.journey
        pictures = {photo.media for key, photo in journey.photos.items() if key in chosen}
        if not pictures or not self._is_sure(
            _what_goes(desk, len(pictures)), _("Keep it"), _("Remove everywhere")
        ):
            return
        if (release := self._keep(desk)) is not None:
            self._forget(desk, pictures, {}, release, self._tell_gone)

    def burn_hidden(self) -> None:
        """Let what is hidden in the chosen photos be gone from everything that keeps them."""
        desk, chosen = self._workbench.desk, self._chosen()
        blurs: dict[str, tuple[Blur, ...]] = {}
        for key, photo in desk.journey.photos.items():
            if key in chosen and photo.blurs:
                known = (*blurs.get(photo.media, ()), *photo.blurs)
                blurs[photo.media] = tuple(dict.fromkeys(known))
        if not blurs or not self._is_sure(
            _what_is_burnt(desk, len(blurs)), _("Keep it"), _("Unrecognisable for good")
        ):
            return
        release = self._keep(desk)
        if release is None:
            return
        media, decoder = desk.media, desk.decoder

        def burn(_progress: object) -> dict[str, Intake]:
            return {
                sha256: decoder.take_in(
                    media.read(sha256), name="", spool=media.spool, frame=Frame(None, hidden)
                ).result()
                for sha256, hidden in blurs.items()
            }

        def burnt(made: dict[str, Intake]) -> None:
            try:
                for new in made.values():
                    media.add(new.sha256, new.kind, new.rendition, new.cell)
            except ReisblogError as error:
                failed(error)
                return
            self._forget(desk, blurs.keys(), made, release, self._tell_burnt, blurs)

        def failed(error: ReisblogError) -> None:
            release()
            self._tell(error)

        self._jobs.run(burn, done=burnt, failed=failed)

    def _keep(self, desk: Desk) -> Callable[[], None] | None:
        """Let no other journey come meanwhile; nothing where one came while a save was awaited."""
        release = self._session.keep_on_desk()
        if desk is self._workbench.desk:
            return release
        release()
        return None

    def _forget(
        self,
        desk: Desk,
        pictures: AbstractSet[str],
        made: Mapping[str, Intake],
        release: Callable[[], None],
        tell: Callable[[], None],
        blurs: Mapping[str, tuple[Blur, ...]] | None = None,
    ) -> None:
        """Let pictures be gone everywhere.

        Args:
            desk: where they are.
            pictures: their SHA-256.
            made: what comes in the place of some of them.
            release: called at the end, however that comes.
            tell: says that it is done, where the journey has a file.
            blurs: what is hidden in what was made, by what it was made of.
        """
        hidden = blurs or {}
        instead = {
            sha256: Instead(new.sha256, new.kind, new.width, new.height, hidden.get(sha256, ()))
            for sha256, new in made.items()
        }
        is_copy, journey_id = desk.path is None, desk.journey.id
        try:
            forget_versions = desk.forget(pictures, instead)
        except OSError:
            release()
            self._tell_not_gone()
            return
        self._pictures.forget(pictures)
        self._copying.forget()
        nests = [left.nest for left in self._safekeeping.left]
        files = [new.path for new in made.values()]

        def work(_progress: object) -> None:
            try:
                forget_versions(None)
                for nest in nests:
                    recovery.forget(nest, journey_id, pictures, instead, files)
            except OSError as error:
                raise SaveError(_not_gone()) from error

        def done(_result: object) -> None:
            if is_copy:
                self._messages.tell(_("Gone from this journey."))
            else:
                self._session.save_anew(tell)
            release()

        def failed(error: ReisblogError) -> None:
            release()
            self._tell(error)

        self._jobs.run(work, done=done, failed=failed)

    def share_computer(self, shared: bool) -> None:  # noqa: FBT001  (a switch hands it in)
        """Keep nothing on this computer from now on, or what makes work lighter again."""
        if shared and self._is_sure(
            _(
                "On a shared computer Reisblog keeps nothing of you: no recent files, no earlier "
                "versions, and no work if the program stops. What it has kept of that goes now, "
                "also work that is in no file yet. Your own files stay. Save often."
            ),
            _("Back"),
            _("Keep nothing"),
        ):
            self._preferences.share(shared=True)
            self._workbench.desk.decoder.fleeting = True
            self._safekeeping.stop()
            traces.wipe_work(self._folders)
            self._messages.tell(
                _("Reisblog keeps nothing of you on this computer now. Save often.")
            )
        elif not shared:
            self._preferences.share(shared=False)
            self._workbench.desk.decoder.fleeting = False
            self._safekeeping.go_on()
        self.shared.emit(self._preferences.shared)

    def wipe_traces(self) -> None:
        """Tell what the program keeps on this computer, and remove it if the person is sure."""
        told = _told(traces.found(self._folders))
        if self._is_sure(told, _("Back"), _("Wipe everything")):
            self._safekeeping.drop_left()
            self._copying.forget()
            self._preferences.forget()
            traces.wipe(self._folders)
            said = _("What Reisblog kept on this computer is gone. Your own files are still there.")
            if traces.found(self._folders) != traces.NOTHING:
                said = _(
                    "What Reisblog kept is gone, but for what is open now: that goes when you "
                    "close it. Your own files are still there."
                )
            self._messages.tell(said)

    def _is_sure(self, text: str, leave: str, act: str) -> bool:
        return self._messages.ask(text, [leave, act], parent=self._window(), escape=0) == 1

    def _tell(self, error: ReisblogError) -> None:
        self._messages.tell(str(error), lasting=True)

    def _tell_gone(self) -> None:
        self._messages.tell(_("Gone from everywhere."))

    def _tell_burnt(self) -> None:
        self._messages.tell(_("What was hidden is gone from everywhere."))

    def _tell_not_gone(self) -> None:
        self._messages.tell(_not_gone(), lasting=True)


def _what_goes(desk: Desk, count: int) -> str:
    """What is at stake."""
    if desk.path is None:
        told = ngettext(
            "This photo goes from your journey and from what undo can bring back. This cannot be "
            "undone.",
            "These {count} photos go from your journey and from what undo can bring back. This "
            "cannot be undone.",
            count,
        )
        more = ""
        if desk.source is not None:
            more = " " + _("“{name}”, which this came from, keeps it.").format(
                name=desk.source.name
            )
        return told.format(count=count) + more
    told = ngettext(
        "This photo goes from your journey, from its file, from earlier versions and from "
        "what undo can bring back. This cannot be undone.",
        "These {count} photos go from your journey, from its file, from earlier versions "
        "and from what undo can bring back. This cannot be undone.",
        count,
    )
    return " ".join((told.format(count=count), _("Your journey is saved with it.")))


def _what_is_burnt(desk: Desk, count: int) -> str:
    """What is at stake."""
    told = ngettext(
        "What is hidden in this photo becomes unrecognisable for good: in your journey, in its "
        "file, in earlier versions and in what undo can bring back. This cannot be undone.",
        "What is hidden in these {count} photos becomes unrecognisable for good: in your journey, "
        "in its file, in earlier versions and in what undo can bring back. This cannot be undone.",
        count,
    ).format(count=count)
    if desk.path is not None:
        return " ".join((told, _("Your journey is saved with it.")))
    if desk.source is not None:
        keeps = _("“{name}”, which this came from, keeps it.").format(name=desk.source.name)
        return f"{told} {keeps}"
    return told


def _not_gone() -> str:
    return _(
        "The disk of this computer did not let everything go. Try once more, or wipe all traces "
        "under Edit, Settings."
    )


def _told(kept: traces.Traces) -> str:
    """What the program keeps, in words."""
    parts = [
        ngettext(
            "the name of {count} recent file", "the names of {count} recent files", kept.recent
        ),
        ngettext("{count} earlier version", "{count} earlier versions", kept.versions),
        ngettext("{count} piece of unsaved work", "{count} pieces of unsaved work", kept.left),
        ngettext("{count} map of a school", "{count} maps of schools", kept.maps),
    ]
    counts = (kept.recent, kept.versions, kept.left, kept.maps)
    listed = [part.format(count=count) for part, count in zip(parts, counts, strict=True) if count]
    listed.append(_("your settings, and pictures of the map"))
    return _(
        "Reisblog keeps on this computer: {things}. Your own files stay where they are."
    ).format(things=", ".join(listed))
