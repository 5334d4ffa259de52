"""Other systems: completion lists in."""
