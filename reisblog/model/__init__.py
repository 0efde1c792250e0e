"""Values and pure functions: no Qt, no files, no clock, no randomness but what is handed in."""
