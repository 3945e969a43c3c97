"""``python -m statuquo`` is the command line."""

from statuquo.cli import main

if __name__ == "__main__":
    main()
