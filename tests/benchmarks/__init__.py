"""Side by side in one run: ours against a floor and against what people would use instead."""
