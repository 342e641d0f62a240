"""Pages to look at: what a picture shows, where everything goes, and the writing of the page.

pages (what) → picture → layout, maps, places, tags (where) → page, svg, templates (how it looks).
"""
