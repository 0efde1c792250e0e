"""What stands on the canvas, one kind a module."""
