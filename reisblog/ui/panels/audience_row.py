"""Who may see a thing, as three buttons of which one is down."""

from __future__ import annotations

from reisblog.model.records import Audience
from reisblog.texts import _
from reisblog.ui.panels.segments import SegmentRow
from reisblog.ui.showing import audience_name


class AudienceRow(SegmentRow):
    """Lets one choose between class, conversation and only you."""

    def __init__(self) -> None:
        super().__init__(
            _("To be seen by"), {audience: audience_name(audience) for audience in Audience}
        )

    def show_audience(self, audience: Audience) -> None:
        """Show which it is."""
        self.show_value(audience)
