"""The tools of those who write facts: `factbot check`, `diff`, `new`, `questions`, `schema`, `export`, `import`, `unanswered`."""
