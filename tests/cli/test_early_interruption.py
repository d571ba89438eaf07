import subprocess
import sys

CODE = """
import sys, types
class Loader:
    def find_spec(self, name, path=None, target=None):
        if name == "claimcmp.cli.main":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Loader())
from claimcmp.__main__ import run
run()
"""


def test_an_interruption_while_the_program_is_loaded_shows_no_traceback() -> None:
    result = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=60, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (130, "", "Interrupted.\n")
