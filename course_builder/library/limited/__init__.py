"""Programs that read other people's files, each in a process of its own that can reach little and is soon over."""
