"""The rows as Qt wants them: what stays keeps its index, so that nothing jumps or folds."""

from __future__ import annotations

import itertools
from collections.abc import Container, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from reisblog.texts import _
from reisblog.ui.listing.rows import Kind, Row, bare

ROW: Final = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


_READ: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITTEN: Final = _READ | Qt.ItemFlag.ItemIsEditable


class Node:
    """One row where it stands.

    Attributes:
        place: among those beside it.
        depth: how many it stands below.
        beside: whether it, or what it stands below, is on the second track.
        source: the row it shows, with all that is in it.
        measured: a width and the height it has then, in pixels, as a view found out; Qt asks for
            that of all rows at every letter.
    """

    __slots__ = (
        *("beside", "children", "depth", "measured"),
        *("number", "parent", "place", "row", "source"),
    )

    def __init__(self, row: Row, parent: Node | None, number: int) -> None:
        self.number = number
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.place = 0
        self.children: list[Node] = []
        self.source: Row | None = None
        self.be(row)

    def be(self, row: Row) -> None:
        """Show this row."""
        self.row = row
        self.beside: bool = row.beside or (self.parent is not None and self.parent.beside)
        self.measured: tuple[int, int] | None = None


class RowModel(QAbstractItemModel):
    """A tree of rows that becomes another by the fewest changes."""

    def __init__(self, written: Container[Kind]) -> None:
        """Begin empty.

        Args:
            written: the kinds of rows whose words can be edited.
        """
        super().__init__()
        self._root = Node(Row(key="", kind=Kind.GROUP), None, 0)
        self._by_key: dict[str, Node] = {}
        # Qt keeps numbers: to a node that is gone it would keep a wild pointer.
        self._by_number: dict[int, Node] = {}
        self._numbers = itertools.count(1)
        self._written = written

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Become these rows."""
        self._sync(self._root, rows)

    def index_of(self, key: str) -> QModelIndex:
        """Where a row stands; nowhere when there is none."""
        node = self._by_key.get(key)
        return QModelIndex() if node is None else self.createIndex(node.place, 0, node.number)

    def row_at(self, index: Index) -> Row | None:
        """The row there."""
        node = self.node_at(index)
        return None if node is self._root else node.row

    def keys(self) -> list[str]:
        """Of all rows."""
        return list(self._by_key)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Where a row of a parent stands."""
        node = self.node_at(parent)
        if column == 0 and 0 <= row < len(node.children):
            return self.createIndex(row, 0, node.children[row].number)
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject has another
        """What a row stands below."""
        above = self.node_at(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.place, 0, above.number)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many stand below a row."""
        return len(self.node_at(parent).children)

    def columnCount(self, parent: Index | None = None) -> int:
        """One."""
        del parent
        return 1

    def headerData(  # noqa: N802  (Qt's)
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A word for the one column, which only a screen reader comes upon."""
        del section, orientation
        return _("Journey") if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, for finding and for speaking; and the row itself."""
        if not index.isValid():
            return None
        row = self.node_at(index).row
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.EditRole:
            return row.raw
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.told
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be read; most can be written on."""
        return _WRITTEN if self.node_at(index).row.kind in self._written else _READ

    # Becoming others

    def node_at(self, index: Index | None) -> Node:
        """What stands there; above all others, where nothing does."""
        if index is None or not index.isValid():
            return self._root
        return self._by_number.get(index.internalId(), self._root)

    def _at(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.place, 0, node.number)

    def _sync(self, node: Node, rows: Sequence[Row]) -> None:
        wanted = {row.key for row in rows}
        for place in range(len(node.children) - 1, -1, -1):
            if node.children[place].row.key not in wanted:
                self._take(node, place)
        here = {child.row.key: child for child in node.children}
        place = 0
        while place < len(rows):
            child = here.get(rows[place].key)
            if child is None:
                until = place
                while until < len(rows) and rows[until].key not in here:
                    until += 1
                self._put(node, place, rows[place:until])
                place = until
                continue
            if child.place != place:
                self._move(node, child.place, place)
            self._renew(child, rows[place])
            place += 1

    def _renew(self, node: Node, row: Row) -> None:
        if node.source is row:
            return  # of sixty haltes all but one are the same after a letter
        node.source = row
        shown = bare(row)
        if node.row != shown:
            node.be(shown)
            at = self._at(node)
            self.dataChanged.emit(at, at)
        self._sync(node, row.children)

    def _put(self, parent: Node, place: int, rows: Sequence[Row]) -> None:
        made = [self._grown(row, parent) for row in rows]
        self.beginInsertRows(self._at(parent), place, place + len(rows) - 1)
        parent.children[place:place] = made
        self._number(parent)
        for node in made:
            self._learn(node)
        self.endInsertRows()

    def _take(self, parent: Node, place: int) -> None:
        self.beginRemoveRows(self._at(parent), place, place)
        gone = parent.children.pop(place)
        self._number(parent)
        self._unlearn(gone)
        self.endRemoveRows()

    def _move(self, parent: Node, start: int, end: int) -> None:
        at = self._at(parent)
        self.beginMoveRows(at, start, start, at, end)
        parent.children.insert(end, parent.children.pop(start))
        self._number(parent)
        self.endMoveRows()

    def _grown(self, row: Row, parent: Node) -> Node:
        node = Node(bare(row), parent, next(self._numbers))
        node.children = [self._grown(child, node) for child in row.children]
        self._number(node)
        return node

    def _learn(self, node: Node) -> None:
        self._by_key[node.row.key] = node
        self._by_number[node.number] = node
        for child in node.children:
            self._learn(child)

    def _unlearn(self, node: Node) -> None:
        if self._by_key.get(node.row.key) is node:
            del self._by_key[node.row.key]
        self._by_number.pop(node.number, None)
        for child in node.children:
            self._unlearn(child)

    @staticmethod
    def _number(parent: Node) -> None:
        for place, child in enumerate(parent.children):
            child.place = place
