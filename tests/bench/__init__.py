"""Benchmarks: commands that print figures, `python -m tests.bench.NAME`; never timed tests."""
