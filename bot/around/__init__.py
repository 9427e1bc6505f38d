"""Around the four stages: questions asked in two steps or once more, what a chat carries on, what can be asked next."""
