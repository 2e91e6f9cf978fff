"""The memory: the log of events, the raw bytes, and what is folded from them."""
