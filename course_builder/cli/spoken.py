"""Commands whose help is in the reader's language and ends with examples."""

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from course_builder.cli.words import Say, Text

USAGE = Text("Användning: ", "Usage: ")
OPTIONS = Text("Val", "Options")
COMMANDS = Text("Kommandon", "Commands")
EXAMPLES = Text("Exempel", "Examples")
HELP = Text("Visa den här hjälpen.", "Show this help.")
LANG = Text(
    "Språk för hjälp och meddelanden (annars COURSE_BUILDER_LANG, annars svenska).",
    "Language of help and messages (else COURSE_BUILDER_LANG, else Swedish).",
)


class SpokenCommand(click.Command):
    """A click command that says its help by itself; `examples` are whole lines to copy."""

    def __init__(self, *args: Any, say: Say, examples: Sequence[str] = (), **kwargs: Any) -> None:
        context = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
        kwargs |= {"context_settings": context, "options_metavar": f"[{say(OPTIONS).upper()}]"}
        super().__init__(*args, **kwargs)
        self.say = say
        self.examples = examples

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.say(HELP)
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), self.say(USAGE))

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help text says what the arguments are."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(self.say(OPTIONS)):
            formatter.write_dl([*records, ("--lang sv|en", self.say(LANG))])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.examples:
            with formatter.section(self.say(EXAMPLES)):
                for line in self.examples:
                    formatter.write(f"  {line}\n")


class SpokenGroup(SpokenCommand, click.Group):
    """Imports a command's module when the command is called, so that the others cost nothing."""

    def __init__(self, *args: Any, modules: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.modules = modules
        self.subcommand_metavar = f"{self.say(COMMANDS).upper()[:-2]} …"

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.modules:
            return None
        command: click.Command = import_module(f"course_builder.cli.{cmd_name}").command(self.say)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.modules:
            raise click.NoSuchCommand(args[0], possibilities=self.modules, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(self.say(COMMANDS)):
            formatter.write_dl([(name, self._about(ctx, name)) for name in self.modules])
        super().format_options(ctx, formatter)

    def _about(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        first_sentence = re.split(r"(?<=\.)\s", (command and command.help) or "", maxsplit=1)[0]
        return first_sentence
