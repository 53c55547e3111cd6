#!/bin/bash
# Runs once, when the database is made: the role and the database of our nodes. They make their table themselves.
set -euo pipefail
psql --username postgres --dbname postgres --no-psqlrc --quiet -v ON_ERROR_STOP=1 -v password="$VAULT_PASSWORD" <<'SQL'
CREATE ROLE visits LOGIN PASSWORD :'password' CONNECTION LIMIT 60;
CREATE DATABASE vault OWNER visits;
REVOKE ALL ON DATABASE vault FROM PUBLIC;
REVOKE ALL ON DATABASE postgres FROM PUBLIC;
SQL
