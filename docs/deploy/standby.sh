#!/bin/bash
# Starts a standby, named by STANDBY. The first start copies the primary, which
# is at PRIMARY once another server was promoted.
set -euo pipefail
home=/var/lib/postgresql
install -d -o postgres -g postgres -m 700 "$home/tls" "$PGDATA"
install -o postgres -g postgres -m 600 /run/secrets/database_key "$home/tls/key.pem"
install -o postgres -g postgres -m 644 /run/secrets/database_certificate "$home/tls/certificate.pem"
install -o postgres -g postgres -m 600 /dev/null "$home/pass"
echo "*:5432:*:replication:$(cat /run/secrets/replication_password)" > "$home/pass"
primary="host=${PRIMARY:-primary} user=replication passfile=$home/pass application_name=$STANDBY sslmode=verify-full sslrootcert=$home/tls/certificate.pem"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
	gosu postgres pg_basebackup --pgdata="$PGDATA" --dbname="$primary" --slot="$STANDBY" --wal-method=stream \
		--checkpoint=fast --write-recovery-conf
fi
exec gosu postgres postgres -c ssl=on -c ssl_key_file="$home/tls/key.pem" -c ssl_cert_file="$home/tls/certificate.pem"
