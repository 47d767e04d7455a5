"""Our own Word template, and the program that builds it."""
