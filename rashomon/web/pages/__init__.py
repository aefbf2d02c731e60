"""The pages, one file each: a router that asks `query` and fills a template of the same name."""
