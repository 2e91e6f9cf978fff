"""`python -m flows.cli` is `unfold`."""

from flows.cli import main

if __name__ == "__main__":
    main()
