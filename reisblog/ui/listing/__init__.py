"""The list: the whole journey as an outline that is read and edited without the map."""
