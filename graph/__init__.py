"""The domain: schema, identity, the database, ingest, networkx, pictures. It knows no source."""
