"""Start the commands: `python -m neuron_to_network`."""

from importlib.util import find_spec

NEEDED = ("click", "jupyterlab", "nbformat")


def main() -> None:
    """Run a command, or say in one sentence what is not installed."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise SystemExit(
            f"The lessons need {', '.join(missing)}, and this Python has not got them. "
            'Install them with: pip install "neuron-to-network[lessons]"'
        )
    from neuron_to_network.commands import commands  # needs what was looked for above

    commands()


if __name__ == "__main__":
    main()
