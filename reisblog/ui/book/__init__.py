"""The travel book in the window: its pages, the choices about them, making it, printing it."""
