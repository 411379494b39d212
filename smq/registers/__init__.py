"""What tables say once they are read: names of a row, references, identifiers, terms. Pure."""

from smq.registers.names import names_of
from smq.registers.references import References

__all__ = ["References", "names_of"]
