"""The recipe of the embedded model: parallel text in, an Argos package that reads glossary annotations out.

Four commands, each of them usable alone: `python -m training prepare | train | export | evaluate`. It needs
the dependency group `training`, which users of the tool never install; see README.md beside this file.
"""
