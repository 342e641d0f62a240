"""Where everything on a story goes: layers from left to right, or from top to bottom."""
