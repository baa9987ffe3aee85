"""`python -m extractnews` is the command line."""

from extractnews.cli import app

if __name__ == "__main__":
    app(prog_name="extractnews")
