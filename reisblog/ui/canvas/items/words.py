"""What was written on the chosen thing, read where it was written."""

from __future__ import annotations

from reisblog.ui.canvas.beside import PADDING_PX, Spot
from reisblog.ui.canvas.items.paper import PaperItem

_SHADOW_PX = 3.0


class WordsItem(PaperItem):
    """A slip of the same size at any zoom: a caption, or a halte's story."""

    def __init__(self) -> None:
        super().__init__(PADDING_PX, shadow=_SHADOW_PX)
        self.record_id = ""
        self.setFlag(PaperItem.GraphicsItemFlag.ItemIgnoresTransformations)

    def say(self, record_id: str, words: str, spot: Spot) -> None:
        """Hold what a record says, as far as there is room."""
        self.record_id = record_id
        self.letter(words, spot.letters, width=spot.width, widest=spot.width)
        self.shorten(spot.most)
        self.hug()
