"""The pictures of the example journeys: painted scenes that lie on the map as photos would."""
