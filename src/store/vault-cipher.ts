import {
  type CipherKey,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { KeyId } from '../domain/sealed.ts';
import { CannotOpen, type SealedField, type VaultKey } from './vault.ts';

/** AES-256-GCM with a random nonce: 12 bytes of nonce, the encrypted bytes, 16 bytes of tag. */
export const encrypt = (key: CipherKey, plain: Buffer, additionalData: string): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(additionalData));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/**
 * Throws `CannotOpen` where another key or other additional data encrypted it, or where it was
 * changed.
 */
export const decrypt = (key: CipherKey, encrypted: Buffer, additionalData: string): Buffer => {
  try {
    const nonce = encrypted.subarray(0, 12);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
      .setAAD(Buffer.from(additionalData))
      .setAuthTag(encrypted.subarray(-16));
    return Buffer.concat([decipher.update(encrypted.subarray(12, -16)), decipher.final()]);
  } catch {
    throw new CannotOpen();
  }
};

/** The key of a secret, with subkeys for sealing and for digests (rule 41). */
export const keyOf = (id: KeyId, secret: Buffer): VaultKey => {
  // Made into keys once: made anew for each text they cost more than the encryption.
  const sub = (use: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', use, 32)));
  const sealing = sub('seal');
  const digesting = sub('hmac');
  const additionalData = ({ stream, path }: SealedField) => `${stream}\n${path}\n${id}`;
  return {
    id,
    seal: (plain, field) =>
      `sealed:1:${id}:${encrypt(sealing, Buffer.from(plain), additionalData(field)).toString('base64url')}`,
    open: (sealed, field) =>
      decrypt(sealing, Buffer.from(sealed.split(':')[3] ?? '', 'base64url'), additionalData(field)).toString(),
    hmac: (text) => createHmac('sha256', digesting).update(text).digest('hex'),
  };
};
