"""Where the dots of each map go: one module an arrangement, positions out of plain numbers."""
