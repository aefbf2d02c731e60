"""`python -m rashomon` is `rashomon`."""

from rashomon.cli import main

main()
