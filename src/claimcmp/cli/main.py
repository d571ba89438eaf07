"""The ``claimcmp`` program: its commands, and nothing that takes time to import."""

import os
from typing import Annotated

import typer

import claimcmp
from claimcmp.cli.annotate import annotate_command
from claimcmp.cli.boundary import ErrorBoundary
from claimcmp.cli.compare import compare_command
from claimcmp.cli.eval import eval_command
from claimcmp.cli.explain import explain_command, judge_command
from claimcmp.cli.extract import extract_command
from claimcmp.cli.init import init_command
from claimcmp.cli.looking import diff_command, show_command, verify_command
from claimcmp.cli.review import review_command
from claimcmp.cli.topics import app as topics_app

# The matrices of the models are small: a second thread mostly waits, and on a busy machine takes twice the time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

app = typer.Typer(
    cls=ErrorBoundary,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("init")(init_command)
app.command("extract")(extract_command)
app.command("compare")(compare_command)
app.command("explain")(explain_command)
app.command("judge")(judge_command)
app.command("annotate")(annotate_command)
app.command("show")(show_command)
app.command("verify")(verify_command)
app.command("diff")(diff_command)
app.command("review")(review_command)
app.command("eval")(eval_command)
app.add_typer(topics_app, name="topics")


def _show_version(value: bool) -> None:
    if value:
        print(f"claimcmp {claimcmp.__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Extract claims by topic from several documents, and compare what their sources say.

    Example: claimcmp extract seeds/ && claimcmp compare --topic sanctions
    """
