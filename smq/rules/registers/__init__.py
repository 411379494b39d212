"""Rules on registers: tables, their rows and cells, and the schemas that declare them."""
