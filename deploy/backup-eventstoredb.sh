#!/bin/bash
# Copies the files of one running EventStoreDB node in the order that its documentation asks for (Backup and restore): checkpoints of the index, the rest of the
# index, checkpoints of the log, chunks. Not while a scavenge runs on that node. The node must be in the cluster and up to date.
#
# usage: backup-eventstoredb.sh <data folder of the node> <folder of backups>
# Makes <folder of backups>/eventstoredb-<time in UTC>, or fails and leaves nothing under that name. How to restore: docs/operations.md.
set -euo pipefail
from=${1:?the data folder of the node}
to=${2:?the folder of backups}/eventstoredb-$(date -u +%Y%m%dT%H%M%SZ)
part=$to.part
umask 077
[ -f "$from/writer.chk" ] || { echo "$from holds no EventStoreDB log." >&2; exit 1; }
rm -rf "$part"
mkdir -p "$part"
cd "$from"

# Files of the index are merged and deleted at any time: the copy counts if the list of them (indexmap) is the same afterwards.
for try in 1 2 3 4 5 6 7 8 9 10; do
  rm -rf "$part/index"
  mkdir "$part/index"
  [ -d index ] || break
  if find index -name '*.chk' -exec cp --parents --preserve=timestamps -t "$part" {} + &&
    find index -type f ! -name '*.chk' -exec cp --parents --preserve=timestamps -t "$part" {} + &&
    { [ ! -f index/indexmap ] || cmp -s index/indexmap "$part/index/indexmap"; }; then
    break
  fi
  [ "$try" -lt 10 ] || { echo 'The index changed during each of ten copies.' >&2; exit 1; }
  sleep 3
done
for checkpoint in *.chk; do cp --preserve=timestamps "$checkpoint" "$part/"; done
for chunk in chunk-*.*; do
  case $chunk in *.tmp) ;; *) cp --preserve=timestamps "$chunk" "$part/" ;; esac
done
(cd "$part" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS)
sync
mv "$part" "$to"
echo "$to: $(du -sh "$to" | cut -f1), $(find "$to" -name 'chunk-*' | wc -l) chunks"
