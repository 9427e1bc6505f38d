"""The rules of a fact base: each is one function, and its docstring is the manual that authors read."""
