import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;

/** Shuts what people answer, so that whoever has the records without the key reads none of it. */
export interface Sealer {
  /** Tells keys apart, and says nothing of the key. */
  readonly id: string;
  /**
   * @param about what it belongs to: it opens for that alone
   * @param block the sealed length is a multiple of it, so that it says little of what is in it
   */
  seal(plain: string, about: string, block: number): string;
  /** Null where it was sealed with another key, for something else, or was altered. */
  open(sealed: string, about: string): string | null;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Goes before the plain bytes: how many there are. */
const LENGTH_BYTES = 4;

/** @throws Error where the key has another length */
export function createSealer(key: Uint8Array): Sealer {
  if (key.byteLength !== KEY_BYTES) {
    throw new Error(`Cannot seal with a key of ${key.byteLength} bytes: it must have ${KEY_BYTES}`);
  }
  return {
    id: createHash('sha256')
      .update('ganxun questionnaire key\n')
      .update(key)
      .digest('hex')
      .slice(0, 16),
    seal: (plain, about, block) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about));
      const shut = Buffer.concat([cipher.update(padded(plain, block)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), shut]).toString('base64');
    },
    open: (sealed, about) => {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.byteLength < NONCE_BYTES + TAG_BYTES + LENGTH_BYTES) return null;
      const [nonce, rest] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)];
      const decipher = createDecipheriv(CIPHER, key, nonce)
        .setAAD(Buffer.from(about))
        .setAuthTag(rest.subarray(0, TAG_BYTES));
      try {
        const opened = [decipher.update(rest.subarray(TAG_BYTES)), decipher.final()];
        return unpadded(Buffer.concat(opened));
      } catch {
        return null;
      }
    },
  };
}

function padded(plain: string, block: number): Buffer {
  const text = Buffer.from(plain);
  const length = Math.ceil((LENGTH_BYTES + text.byteLength) / block) * block;
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32BE(text.byteLength);
  text.copy(bytes, LENGTH_BYTES);
  return bytes;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + bytes.readUInt32BE());
}
