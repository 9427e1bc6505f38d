"""What `recall` uses: the facts that a question fits, what can be told of them, and what speaks against it."""
