"""What `dev.py` does, in Python's own library only: nothing else need be installed when it starts.

commands            the commands, each after set-up
environment         `.venv` in the checkout, made with uv or else with pip
stamp               whether that `.venv` still is as it was made
system_libraries    what Linux itself must bring along for Qt
display             a virtual screen, or the journey without one
terminal            how all of this speaks to a person
"""
