import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { KeyId } from '../domain/sealed.ts';
import { CannotOpen, KeyDestroyed, type SealedPlace, type Vault, type VaultKey } from './vault.ts';

const wrap = (key: Buffer, plain: Buffer, aad: string): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(aad));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};
const unwrap = (key: Buffer, sealed: Buffer, aad: string): Buffer => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(aad)).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  } catch {
    throw new CannotOpen();
  }
};

const keyOf = (id: KeyId, secret: Buffer): VaultKey => {
  const sub = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32));
  const sealing = sub('seal');
  const digesting = sub('hmac');
  const aad = ({ stream, path }: SealedPlace) => `${stream}\n${path}\n${id}`;
  return {
    id,
    seal: (plain, place) => `sealed:1:${id}:${wrap(sealing, Buffer.from(plain), aad(place)).toString('base64url')}`,
    open: (sealed, place) => unwrap(sealing, Buffer.from(sealed.split(':')[3] ?? '', 'base64url'), aad(place)).toString(),
    hmac: (text) => createHmac('sha256', digesting).update(text).digest('hex'),
  };
};

/**
 * The vault of one machine (rule 43): a SQLite file with a rollback journal and secure_delete, since with WAL a destroyed key stays readable in the file.
 * Keys are wrapped by the master key; a destroyed one leaves a tombstone, so that it is never made again.
 */
export class SqliteVault implements Vault {
  readonly #db: DatabaseSync;
  readonly #master: Buffer;
  readonly #cache = new Map<KeyId, VaultKey>();
  private constructor(db: DatabaseSync, master: Buffer) {
    this.#db = db;
    this.#master = master;
  }
  static open({ file, masterKeyFile }: { file: string; masterKeyFile: string }): SqliteVault {
    if (!existsSync(masterKeyFile)) writeFileSync(masterKeyFile, randomBytes(32), { mode: 0o600 });
    const db = new DatabaseSync(file);
    db.exec(
      'PRAGMA journal_mode=DELETE; PRAGMA secure_delete=ON; PRAGMA synchronous=EXTRA; CREATE TABLE IF NOT EXISTS keys (id TEXT PRIMARY KEY, wrapped BLOB) WITHOUT ROWID;',
    );
    return new SqliteVault(db, readFileSync(masterKeyFile));
  }
  async make(id: KeyId): Promise<VaultKey> {
    const known = this.#find(id);
    if (known === 'destroyed') throw new KeyDestroyed(id);
    if (known) return known;
    const secret = randomBytes(32);
    this.#db.prepare('INSERT INTO keys VALUES (?, ?)').run(id, wrap(this.#master, secret, id));
    return this.#kept(id, secret);
  }
  async open(id: KeyId): Promise<VaultKey | null> {
    const known = this.#find(id);
    return known === 'destroyed' ? null : known;
  }
  async destroy(id: KeyId): Promise<void> {
    this.#cache.delete(id);
    this.#db.prepare('INSERT INTO keys VALUES (?, NULL) ON CONFLICT DO UPDATE SET wrapped = NULL').run(id);
  }
  async close(): Promise<void> {
    this.#db.close();
  }
  #find(id: KeyId): VaultKey | null | 'destroyed' {
    const cached = this.#cache.get(id);
    if (cached) return cached;
    const row = this.#db.prepare('SELECT wrapped FROM keys WHERE id = ?').get(id) as { wrapped: Uint8Array | null } | undefined;
    if (!row) return null;
    if (row.wrapped === null) return 'destroyed';
    return this.#kept(id, unwrap(this.#master, Buffer.from(row.wrapped), id));
  }
  #kept(id: KeyId, secret: Buffer): VaultKey {
    const key = keyOf(id, secret);
    this.#cache.set(id, key);
    return key;
  }
}
