"""Offline batch translation of articles into XLIFF drafts, with names and figures protected."""

__version__ = "0.1.0"
__all__ = ["__version__"]
