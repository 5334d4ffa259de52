"""The pages of docs/reference, one file each; a page is a function without arguments."""
