"""`python -m smq`."""

from smq.cli import main

main()
