import { badRequest } from './api-error.ts';

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** What a call brings, in the form the server sees: every argument is text, an object its JSON. */
export interface CallArguments {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly UploadedFile[];
  /** As it was sent, for people who read what was called. */
  readonly payload: Record<string, unknown>;
}

/** @param gone the caller hung up and hears no answer */
export type Method = (call: CallArguments, gone: AbortSignal) => unknown;

export function textArgument(call: CallArguments, name: string): string {
  return call.fields.get(name) ?? '';
}

/** The digits at the beginning, as the server reads numbers: anything else is zero. */
export function integerOf(text: string): number {
  return Number.parseInt(/^-?\d+/u.exec(text.trim())?.[0] ?? '0', 10);
}

export function integerArgument(call: CallArguments, name: string, usual: number): number {
  const text = textArgument(call, name);
  return text === '' ? usual : integerOf(text);
}

export function booleanArgument(call: CallArguments, name: string): boolean {
  return ['true', 'yes', '1'].includes(textArgument(call, name).trim().toLowerCase());
}

export function jsonArgument(call: CallArguments, name: string, refusal: string): unknown {
  try {
    return JSON.parse(textArgument(call, name));
  } catch {
    throw badRequest(refusal);
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it can be the number of a message, a thread or an update. */
export function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) < 2 ** 31;
}

/** Whether it can be the number of a person or a chat. */
export function isPeer(value: unknown): value is number {
  return Number.isInteger(value) && value !== 0 && Math.abs(value as number) < 2 ** 52;
}

/** A field of a JSON object that must be there; a number counts as text. */
export function requiredText(object: Record<string, unknown>, name: string): string {
  const value = object[name];
  if (value === undefined) throw new Error(`Can't find field "${name}"`);
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new Error(`Field "${name}" must be of type String`);
  }
  return String(value);
}

export function requiredInteger(object: Record<string, unknown>, name: string): number {
  const value = object[name];
  if (value === undefined) throw new Error(`Can't find field "${name}"`);
  if (!Number.isSafeInteger(value)) throw new Error(`Field "${name}" must be a valid Number`);
  return value as number;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
