"""What each page keeps of the graph: which things and which relationships, and in which order."""
