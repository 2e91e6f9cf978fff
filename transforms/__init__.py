"""The pure core: values in, values out. No file, network, clock, environment or logger.

Read `transforms.document` first: it is the whole line from bytes to rows in one screen.
"""
