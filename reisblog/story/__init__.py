"""The travel book: a journey laid out on pages and written as a PDF, without Qt.

Text is shaped and broken into lines first (``fonts``, ``runs``, ``typesetting``), things are laid
out on pages in points (``pages`` and what composes them), and only then drawn (``sheet``).
"""
