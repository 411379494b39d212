"""`python -m smq`."""

from smq.cli import main

if __name__ == "__main__":
    main()
