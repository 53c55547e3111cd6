#!/bin/bash
# Puts one backup of backup-eventstoredb.sh in the place of the data of all three nodes (Backup and restore in EventStoreDB's documentation: one source may serve
# for a whole new cluster). All nodes, and ours, must be stopped. Afterwards delete the read models: docs/operations.md.
#
# usage: restore-eventstoredb.sh <folder of the backup> --replace <data folder of a node>...
set -euo pipefail
from=${1:?the folder of the backup}
[ "${2:-}" = --replace ] || { echo 'What the nodes hold now is deleted; say so by --replace.' >&2; exit 1; }
shift 2
[ $# -gt 0 ] || { echo 'No data folder was named.' >&2; exit 1; }
(cd "$from" && sha256sum --quiet --check SHA256SUMS)
for to in "$@"; do
  [ -d "$to" ] || { echo "$to is no folder." >&2; exit 1; }
done
for to in "$@"; do
  find "$to" -mindepth 1 -delete
  cp -r --preserve=timestamps "$from/." "$to/"
  rm "$to/SHA256SUMS"
  # Replaces the one restored, as the documentation asks for.
  cp "$to/chaser.chk" "$to/truncate.chk"
  chown -R "${EVENTSTORE_USER_ID:-1000:1000}" "$to"
  chmod -R u+rwX "$to"
  echo "restored: $to"
done
