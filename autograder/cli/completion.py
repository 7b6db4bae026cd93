"""The command `autograder completion`."""

import click
from click.shell_completion import ShellComplete, get_completion_class

PROGRAM = "autograder"
VARIABLE = "_AUTOGRADER_COMPLETE"  # click's name for a program called autograder
SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    r"""Print what lets SHELL complete commands, options, assignments and students.

    \b
    bash  add to ~/.bashrc: eval "$(autograder completion bash)"
    zsh   add to ~/.zshrc, after compinit: eval "$(autograder completion zsh)"
    fish  autograder completion fish > ~/.config/fish/completions/autograder.fish
    """
    kind: type[ShellComplete] | None = get_completion_class(shell)
    if kind is not None:  # the choice above has no other
        click.echo(kind(context.find_root().command, {}, PROGRAM, VARIABLE).source())
