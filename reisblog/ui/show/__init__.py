"""The board: a journey told to a class, full screen."""
