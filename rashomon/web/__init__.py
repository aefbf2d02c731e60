"""The ledger in a browser, on this machine only: one file a page in `pages/`, no script on any of them."""
