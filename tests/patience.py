"""How long a test waits for what comes by itself."""

# Seconds, and many: only a fault makes a test wait to the end of them, while a busy machine makes it wait for longer
# than it does alone.
PATIENCE = 120.0
