"""The readers under inputs that nobody wrote: Hypothesis in the suite, atheris beside it (README.md)."""
