"""The class map: a wall of small maps, on the screen."""
