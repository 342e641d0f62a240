"""The generated pages of the docs, a module each."""
