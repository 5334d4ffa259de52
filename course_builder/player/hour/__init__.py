"""The APT hour on its screens: the room's, the leader's, and one screen for both."""
