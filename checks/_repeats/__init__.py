"""What a draft tells more than once, and how much speaks for two figures being one."""
