"""Reisblog: make a photo travelogue of your own learning on an illustrated landscape.

A journey is one immutable value. Every edit is a pure function from a journey to the next one;
everything else (undo, the canvas, the panels, the PDF) follows that value and never leads. The
floors, arrows pointing down only::

        running      starts the program, with a window or without
        app          builds every part and connects them
        ui    cli    the window; the command line
        handing_over a copy of a journey for others, without what is closed to them
        desk         one open journey, without Qt: history, media, file
        keeping      where the work at one journey is kept: file, pictures, log, earlier versions
        travel_book  the book of a journey made from what the floors below know
        book_pictures the photos of that book, made ready and kept for the next
        leaving      photos as they may leave: nothing hidden, nothing that was cropped away
        sheets       what is seen of a file before it is opened
        story  storage  photos  tools       siblings that never import one another
        model        values and pure functions
        errors  look  pdfium  resources  texts      the ground floor, open to all

Qt appears in ``ui``, ``app`` and ``running`` alone. ``lint-imports`` holds all of this.
"""

__version__ = "0.1.0"
