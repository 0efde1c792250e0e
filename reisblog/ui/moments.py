"""When something was, as a person says it."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from reisblog import texts
from reisblog.texts import _


def spoken(when: datetime, *, now: datetime | None = None) -> str:
    """The day and the time, both in local time: "today 14:32", "Tuesday 24 November 9:05"."""
    now = now or datetime.now().astimezone()
    local = when.astimezone(now.tzinfo)
    locale = QLocale(texts.language())
    time = locale.toString(QTime(local.hour, local.minute), "H:mm")
    if local.date() == now.date():
        return _("today {time}").format(time=time)
    if local.date() == (now - timedelta(days=1)).date():
        return _("yesterday {time}").format(time=time)
    day = locale.toString(QDate(local.year, local.month, local.day), "dddd d MMMM")
    return f"{day} {time}"
