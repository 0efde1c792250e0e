"""The side panel: the story, the backpack, the company, the legend, and what waits on top."""
