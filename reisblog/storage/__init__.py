"""Files, without Qt: the project file, picture bytes, the map's geometry, preferences."""
