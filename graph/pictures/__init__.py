"""Pages to look at: what a picture shows, where everything goes, and the writing of the page.

picture (what) → layout, arrangement, lettering (where) → page_data, page, templates (how it looks).
"""
