"""The ground under the record rooms: one SQLite file or one PostgreSQL database, and who may write when."""
