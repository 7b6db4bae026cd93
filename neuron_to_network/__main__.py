"""Start the commands: `python -m neuron_to_network`."""

from nnlib.needs import NotInstalledError, needs


def main() -> None:
    """Run a command, or say in one sentence what is not installed."""
    try:
        with needs("lessons"):
            from neuron_to_network.commands import commands  # needs click, which may be missing
        commands()
    except NotInstalledError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
