"""Picture bytes, without Qt: what comes from outside is decoded in separate, limited processes.

``decoder`` is the door. Behind it, in the worker process: ``formats`` says what a file is,
``intake`` makes clean bytes of it, ``renditions`` makes small versions.
"""
