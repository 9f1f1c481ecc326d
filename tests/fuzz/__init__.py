"""The readers under inputs that nobody has written: Hypothesis in the suite, atheris beside it (README.md)."""
