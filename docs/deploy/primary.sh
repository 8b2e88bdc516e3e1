#!/bin/bash
# Starts the primary. The first start makes the databases and their users, and
# lets in over the network by TLS and password only. PostgreSQL reads its key
# only if nobody else can, so it gets a copy of its own.
set -euo pipefail
tls=/var/lib/postgresql/tls
install -d -o postgres -g postgres -m 700 "$tls"
install -o postgres -g postgres -m 600 /run/secrets/database_key "$tls/key.pem"
install -o postgres -g postgres -m 644 /run/secrets/database_certificate "$tls/certificate.pem"
cat > /docker-entrypoint-initdb.d/whichpm.sh <<'FIRST'
psql --set=ON_ERROR_STOP=1 --username=postgres \
	--set=app="$(cat /run/secrets/whichpm_password)" --set=copy="$(cat /run/secrets/replication_password)" <<'SQL'
CREATE ROLE whichpm LOGIN PASSWORD :'app';
CREATE ROLE replication LOGIN REPLICATION PASSWORD :'copy';
CREATE DATABASE whichpm OWNER whichpm ENCODING 'UTF8';
SELECT pg_create_physical_replication_slot('standby1'), pg_create_physical_replication_slot('standby2');
SQL
cat > "$PGDATA/pg_hba.conf" <<'HBA'
local    all          all                       trust
hostssl  whichpm      whichpm      samenet      scram-sha-256
hostssl  replication  replication  samenet      scram-sha-256
HBA
# Only now: while it makes them there is no standby that could say yes.
cat >> "$PGDATA/postgresql.conf" <<'CONF'
synchronous_standby_names = 'ANY 1 (standby1, standby2)'
max_slot_wal_keep_size = '8GB'
CONF
FIRST
chmod 755 /docker-entrypoint-initdb.d/whichpm.sh
exec docker-entrypoint.sh postgres -c ssl=on -c ssl_key_file="$tls/key.pem" -c ssl_cert_file="$tls/certificate.pem"
