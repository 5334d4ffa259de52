"""Pictures and drawings that people bring, written anew so that nothing of the old file is left but what is seen."""
