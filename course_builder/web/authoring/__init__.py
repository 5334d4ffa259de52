"""The pages where courses are written. One blueprint a file; addresses begin with `/write/`."""
