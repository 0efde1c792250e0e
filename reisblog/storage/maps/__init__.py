"""Maps from a file: read strictly, made plain, and written out for window and paper.

The floors of it, arrows pointing down: ``files`` and ``operators`` write what ``reading`` gives;
that joins ``art`` (what is drawn) and ``geometry`` (where the places are), which look at a ``tree``
and tell ``faults``. docs/map.md says what a map-maker may use.
"""
