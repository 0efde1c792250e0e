"""The canvas: mirrors the journey on the map and turns pointer events into gestures."""
