import { randomBytes } from 'node:crypto';

/** Bytes of randomness in an id that nobody may guess. */
const ID_BYTES = 12;

/** Short, opaque, and never the same twice; no command takes it for an option. */
export function makeId(): string {
  const id = randomBytes(ID_BYTES).toString('base64url');
  return id.startsWith('-') ? makeId() : id;
}

/** The parts of an action id, or null where it is none. */
export function readActionId(action: string): { set: string; position: number } | null {
  const [, set, position] = /^([\w-]{16})\.(\d{1,3})$/u.exec(action) ?? [];
  return set === undefined ? null : { set, position: Number(position) };
}
