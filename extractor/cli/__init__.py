"""The command `baocao`. What it needs is imported when a command runs, so that `--help` is there at once."""

__all__ = ["main"]


def main() -> None:
    """Run the command line."""
    from extractor.cli.app import make_app

    make_app()(prog_name="baocao")
