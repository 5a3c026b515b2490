"""``python -m pst_standards``: the command ``pst`` where its folder is not on the PATH."""

import sys

from pst_standards.cli import main

if __name__ == "__main__":
    sys.exit(main())
