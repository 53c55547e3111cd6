#!/bin/sh
# Makes the certificates by which the parts know each other: one authority of our own, one certificate for each EventStoreDB node and for the vault.
# A second run changes nothing, but renews a certificate with less than RENEW_DAYS left; RENEW=all renews each.
#
#   authority/ca.key, ca.crt   the authority; nothing else may read its key. Keep a copy of the key elsewhere, or take it away until the next renewal
#   trust/ca.crt               what clients and servers trust
#   esdb1/node.crt, node.key   and so on; the common name is the same on all, by which EventStoreDB nodes recognise each other
#   vault/server.crt, server.key
#
# Other names of nodes than these: EVENTSTORE_NODES. On several machines: copy each folder to its server, trust to all, authority to none.
#
# usage: certificates.sh [folder, /certificates unless said otherwise]; as root, so that each key can be given to the user of its server.
set -eu
umask 077

folder=${1:-/certificates}
authority_days=${AUTHORITY_DAYS:-3650}
days=${CERTIFICATE_DAYS:-397}
renew_days=${RENEW_DAYS:-60}
eventstore_user=${EVENTSTORE_USER_ID:-1000:1000} # the users inside the images
vault_user=${VAULT_USER_ID:-999:999}

cd "$folder"
mkdir -p authority trust

if [ ! -f authority/ca.crt ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days "$authority_days" -subj '/O=Partner visit network/CN=Authority of the stores' \
    -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout authority/ca.key.new -out authority/ca.crt 2>/dev/null
  mv authority/ca.key.new authority/ca.key
  echo 'made: the authority'
fi
cp authority/ca.crt trust/ca.crt.new
chmod 644 trust/ca.crt.new
mv trust/ca.crt.new trust/ca.crt

# folder, name of the files, common name, subject alternative names, owner of the key
certificate() {
  if [ "${RENEW:-}" != all ] && [ -f "$1/$2.crt" ] && openssl x509 -in "$1/$2.crt" -noout -checkend $((renew_days * 86400)) >/dev/null; then
    echo "stands: $1, until $(openssl x509 -in "$1/$2.crt" -noout -enddate | cut -d= -f2)"
    return
  fi
  if [ ! -f authority/ca.key ]; then
    echo "NOT RENEWED: $1, whose certificate is missing or has less than $renew_days days: the key of the authority is not here." >&2
    [ -f "$1/$2.crt" ] || exit 1
    return
  fi
  mkdir -p "$1"
  printf '%s\n' 'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature,keyEncipherment' \
    'extendedKeyUsage=serverAuth,clientAuth' 'authorityKeyIdentifier=keyid' "subjectAltName=$4" >"$1/extensions"
  openssl req -newkey rsa:3072 -nodes -sha256 -subj "/O=Partner visit network/CN=$3" -keyout "$1/$2.key.new" -out "$1/request" 2>/dev/null
  openssl x509 -req -in "$1/request" -CA authority/ca.crt -CAkey authority/ca.key -set_serial "0x$(openssl rand -hex 16)" \
    -days "$days" -sha256 -extfile "$1/extensions" -out "$1/$2.crt.new" 2>/dev/null
  rm "$1/extensions" "$1/request"
  openssl verify -CAfile authority/ca.crt "$1/$2.crt.new" >/dev/null
  chmod 644 "$1/$2.crt.new"
  chown "$5" "$1/$2.key.new"
  mv "$1/$2.key.new" "$1/$2.key"
  mv "$1/$2.crt.new" "$1/$2.crt"
  # Each server's user looks into its own folder.
  chmod 755 "$1"
  echo "made: $1, until $(openssl x509 -in "$1/$2.crt" -noout -enddate | cut -d= -f2)"
}

chmod 755 trust
for node in ${EVENTSTORE_NODES:-esdb1 esdb2 esdb3}; do
  certificate "$node" node eventstoredb-node "DNS:$node,DNS:localhost,IP:127.0.0.1" "$eventstore_user"
done
certificate vault server vault 'DNS:vault,DNS:localhost,IP:127.0.0.1' "$vault_user"
