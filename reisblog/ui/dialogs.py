"""The dialogs of the platform, behind one door that tests can replace."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QSettings, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from reisblog.texts import _

if TYPE_CHECKING:
    from PySide6.QtGui import QPageLayout, QPageSize
    from PySide6.QtPrintSupport import QPrinter

JOURNEY_SUFFIX = "reisblog"
_PICTURES = "*.jpg *.jpeg *.png *.webp *.heic *.heif *.avif"


_QT = "qt"


def remember_in(folder: Path) -> None:
    """Have Qt keep what its own file dialogs remember here, and not in its own place."""
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(native, user, str(folder / _QT))


def forget_in(folder: Path) -> None:
    """Remove what was remembered there."""
    shutil.rmtree(folder / _QT, ignore_errors=True)


class Dialogs:
    """Asks for files and folders, and shows finished ones; nothing means: rather not."""

    def open_journey(self, parent: QWidget | None, folder: Path) -> Path | None:
        """Which journey to open."""
        dialog = QFileDialog(parent, _("Open a journey"), str(folder), _journeys())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _chosen(dialog)

    def save_journey(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        """Where to keep the journey; the dialog itself asks before a file is replaced."""
        return _save(parent, _("Save the journey"), suggestion, _journeys(), JOURNEY_SUFFIX)

    def save_book(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        """Where the travel book should come."""
        kind = _("Travel book ({pattern})").format(pattern="*.pdf")
        return _save(parent, _("Make travel book"), suggestion, kind, "pdf")

    def save_picture(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        """Where the picture of the map should come."""
        kind = _("Picture ({pattern})").format(pattern="*.png")
        return _save(parent, _("Make a picture"), suggestion, kind, "png")

    def save_class_map(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        """Where the maps of a class should come: as sheets (PDF), or as a picture."""
        sheets = _("Sheets for the wall ({pattern})").format(pattern="*.pdf")
        picture = _("Picture ({pattern})").format(pattern="*.png")
        kinds = f"{sheets};;{picture}"
        dialog = _to_save(parent, _("Keep the class map"), suggestion, kinds, "pdf")

        def rename(kind: str) -> None:
            suffix = "png" if kind == picture else "pdf"
            dialog.setDefaultSuffix(suffix)
            named = [Path(name) for name in dialog.selectedFiles()] or [suggestion]
            dialog.selectFile(named[0].with_suffix(f".{suffix}").name)

        dialog.filterSelected.connect(rename)
        return _chosen(dialog)

    def journeys(self, parent: QWidget | None, folder: Path) -> list[Path]:
        """Which journeys to hang side by side."""
        dialog = QFileDialog(parent, _("Journeys for the class map"), str(folder), _journeys())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return _all_chosen(dialog)

    def save_map(self, parent: QWidget | None, suggestion: Path) -> tuple[Path, str] | None:
        """Where the blank map should come, and on which paper: a4, a3 or a2."""
        words = _("Map on {paper} ({pattern})")
        papers = {
            words.format(paper=paper.upper(), pattern="*.pdf"): paper
            for paper in ("a3", "a4", "a2")
        }
        picture = _("Picture ({pattern})").format(pattern="*.png")
        drawing = _("Drawing ({pattern})").format(pattern="*.svg")
        kinds = ";;".join([*papers, picture, drawing])
        dialog = _to_save(parent, _("Make the blank map"), suggestion, kinds, "pdf")
        suffixes = {picture: "png", drawing: "svg"}

        def rename(kind: str) -> None:
            suffix = suffixes.get(kind, "pdf")
            dialog.setDefaultSuffix(suffix)
            named = [Path(name) for name in dialog.selectedFiles()] or [suggestion]
            dialog.selectFile(named[0].with_suffix(f".{suffix}").name)

        dialog.filterSelected.connect(rename)
        path = _chosen(dialog)
        return None if path is None else (path, papers.get(dialog.selectedNameFilter(), "a3"))

    def photos(self, parent: QWidget | None, folder: Path) -> list[Path]:
        """Which photos to bring in."""
        kinds = ";;".join(
            [_("Photos ({pattern})").format(pattern=_both_cases(_PICTURES)), _("All files (*)")]
        )
        dialog = QFileDialog(parent, _("Choose photos"), str(folder), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return _all_chosen(dialog)

    def photo(self, parent: QWidget | None, folder: Path) -> Path | None:
        """Which photo to bring in, a single one."""
        kinds = ";;".join(
            [_("Photos ({pattern})").format(pattern=_both_cases(_PICTURES)), _("All files (*)")]
        )
        dialog = QFileDialog(parent, _("Choose a photo"), str(folder), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return _chosen(dialog)

    def folder(self, parent: QWidget | None, folder: Path) -> Path | None:
        """Which folder to follow."""
        dialog = QFileDialog(parent, _("Follow a folder"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _chosen(dialog)

    def has_printer(self) -> bool:
        """Whether this computer knows any printer."""
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - seldom wanted

        return bool(QPrinterInfo.availablePrinterNames())

    def printer(
        self,
        parent: QWidget | None,
        *,
        title: str,
        size: QPageSize,
        orientation: QPageLayout.Orientation,
        pages: int,
    ) -> QPrinter | None:
        """Which printer to print on, and how.

        Args:
            parent: the window it belongs to.
            title: what is printed.
            size: of the paper that is wanted.
            orientation: of the first page.
            pages: how many there are.
        """
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(size)
        printer.setPageOrientation(orientation)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        chosen = bool(dialog.exec())
        dialog.deleteLater()
        return printer if chosen else None

    def show_file(self, path: Path) -> str:
        """Open a file in the program that the person uses for it; gives what to say if none is."""
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            return ""
        return _(
            "No program on this computer opens this file. It is there all the same: in “{folder}”."
        ).format(folder=path.parent)

    def show_in_folder(self, path: Path) -> str:
        """Show where a file is, with the file itself lit where the platform can do that.

        Gives what to say where no program shows folders.
        """
        if sys.platform == "win32":
            shown = _started("explorer.exe", f"/select,{path}")
        elif sys.platform == "darwin":
            shown = _started("open", "-R", str(path))
        else:
            shown = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
        if shown:
            return ""
        return _("No program on this computer shows folders. The file is in “{folder}”.").format(
            folder=path.parent
        )


def _started(program: str, *arguments: str) -> bool:
    started, _number = QProcess.startDetached(program, list(arguments))
    return bool(started)


def _journeys() -> str:
    return _("Journey ({pattern})").format(pattern=f"*.{JOURNEY_SUFFIX}")


def _both_cases(patterns: str) -> str:
    """Cameras write IMG_2041.JPG, and some platforms take a pattern literally."""
    return f"{patterns} {patterns.upper()}"


def _save(
    parent: QWidget | None, title: str, suggestion: Path, kind: str, suffix: str
) -> Path | None:
    return _chosen(_to_save(parent, title, suggestion, kind, suffix))


def _to_save(
    parent: QWidget | None, title: str, suggestion: Path, kinds: str, suffix: str
) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(suggestion.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(suggestion.name)
    return dialog


def _chosen(dialog: QFileDialog) -> Path | None:
    return next(iter(_all_chosen(dialog)), None)


def _all_chosen(dialog: QFileDialog) -> list[Path]:
    chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
    dialog.deleteLater()
    return chosen
