"""The command `autograder` and the list of its parts."""

from copy import copy
from importlib import import_module

import click

from autograder.cli.console import ConsoleGroup
from nnlib.needs import needs

# command -> (module, the one line that --help shows)
COMMANDS = {
    "build": ("autograder.cli.build", "Build the notebooks from the lessons' text."),
    "check": ("autograder.cli.check", "Grade one notebook of your own."),
    "collect": ("autograder.cli.collect", "Collect what a learning platform gave."),
    "completion": ("autograder.cli.completion", "Let your shell complete what you type."),
    "course": ("autograder.cli.course", "Make and look after a course folder."),
    "demo": ("autograder.cli.demo", "Make a simulated class."),
    "export": ("autograder.cli.export", "Write grades for a platform or a spreadsheet."),
    "feedback": ("autograder.cli.feedback", "Write a page for each student."),
    "grade": ("autograder.cli.grade", "Grade every submission of a course folder."),
    "lint": ("autograder.cli.lint", "Check the course itself."),
    "report": ("autograder.cli.report", "Write the class report."),
}


class LazyGroup(ConsoleGroup):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and return its `command` under the name that is typed.

        Raises NotInstalledError where a library is missing.
        """
        if cmd_name not in COMMANDS:
            return None
        with needs("grading"):
            module = import_module(COMMANDS[cmd_name][0])
        command: click.Command = copy(module.command)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in sorted(COMMANDS.items())])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="neuron-to-network")
def main() -> None:
    """Build the course, check one notebook, grade a class."""
