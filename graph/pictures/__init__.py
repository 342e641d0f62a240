"""Pictures: what each shows, where everything in it goes, and the files that show it.

pages (what) → picture → layers of a story, maps (where) → html, svg (how); plots of figures.
"""
