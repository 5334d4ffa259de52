"""Files that people bring: received in pieces, looked into, written anew where that is safer, and kept in the media store."""
