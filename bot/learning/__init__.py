"""The facts and all words of a base and of the two languages, made ready for questions."""
