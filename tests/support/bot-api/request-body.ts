import { BotApiError } from './api-error.ts';
import { type CallArguments, isObject, type UploadedFile } from './call-arguments.ts';
import { readForm } from './multipart.ts';

/** All fields but files, in bytes. */
const MAX_FIELDS = 1 << 20;

/** Of arguments with one name the first counts, those of the address before those of the body. */
export function readArguments(query: string, contentType: string, body: Buffer): CallArguments {
  const fields = new Map<string, string>();
  const payload: Record<string, unknown> = {};
  const add = (name: string, value: string, sent: unknown) => {
    if (fields.has(name)) return;
    fields.set(name, value);
    payload[name] = sent;
  };
  for (const [name, value] of new URLSearchParams(query)) add(name, value, readable(value));
  const files = readBody(contentType, body, add);
  return { fields, files, payload };
}

function readBody(
  contentType: string,
  body: Buffer,
  add: (name: string, value: string, sent: unknown) => void,
): readonly UploadedFile[] {
  const type = contentType.toLowerCase();
  if (body.length === 0) return [];
  if (type.includes('multipart/form-data')) {
    const form = readForm(contentType, body);
    for (const [name, value] of form.fields) add(name, value, readable(value));
    return form.files;
  }
  if (body.length > MAX_FIELDS) {
    throw new BotApiError(413, 'Request Entity Too Large: too many parameters');
  }
  if (type.includes('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
      add(name, value, readable(value));
    }
  } else if (type.includes('application/json')) {
    for (const [name, value] of Object.entries(readJsonObject(body))) {
      add(name, typeof value === 'string' ? value : JSON.stringify(value), value);
    }
  }
  // The server does not look into a body of any other type.
  return [];
}

function readJsonObject(body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    value = undefined;
  }
  if (!isObject(value)) throw new BotApiError(400, 'Bad Request: the body is not a JSON object');
  return value;
}

/** A form holds objects and lists as JSON; people read them more easily as what they are. */
function readable(value: string): unknown {
  if (!/^\s*[[{]/u.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
