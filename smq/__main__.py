"""`python -m smq`."""

from smq.cli import program

if __name__ == "__main__":
    program()
