"""The saved queries, one ``.cypher`` file a question, and what runs them."""
