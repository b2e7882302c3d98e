import { BotApiError, badRequest } from './api-error.ts';
import type { UploadedFile } from './call-arguments.ts';
import { cleanFileName } from './file-name.ts';

const MAX_FILES = 50;
const MAX_HEADERS = 1 << 18;
const MAX_BOUNDARY = 70;

export interface Form {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly files: readonly UploadedFile[];
}

interface PartHeader {
  readonly name: string;
  readonly fileName: string | undefined;
  readonly type: string;
}

/** Reads a form as the server does, part headers byte by byte: a byte stands for a character here. */
export function readForm(contentType: string, body: Buffer): Form {
  const boundary = boundaryOf(contentType);
  const fields: [string, string][] = [];
  const files: UploadedFile[] = [];
  for (const { head, content } of partsOf(body, boundary)) {
    const { name, fileName, type } = readPartHeader(head);
    if (fileName === undefined) fields.push([name, content.toString('utf8')]);
    else files.push({ field: name, name: cleanFileName(fileName), type, bytes: content });
    if (files.length > MAX_FILES) {
      throw new BotApiError(413, 'Request Entity Too Large: too many files attached');
    }
  }
  return { fields, files };
}

function boundaryOf(contentType: string): string {
  const at = contentType.toLowerCase().indexOf('boundary');
  if (at === -1) throw badRequest('boundary not found');
  const equals = contentType.indexOf('=', at);
  if (equals === -1) throw badRequest('boundary value not found');
  const value = contentType.slice(equals + 1).split(';')[0] as string;
  const boundary = /^".+"$/u.test(value) ? value.slice(1, -1) : value;
  if (boundary === '' || boundary.length > MAX_BOUNDARY) {
    throw badRequest('boundary too big or empty');
  }
  return boundary;
}

function* partsOf(body: Buffer, boundary: string): Generator<{ head: string; content: Buffer }> {
  const first = body.indexOf(`--${boundary}`);
  if (first === -1) throw unexpectedEnd();
  let at = first + 2 + boundary.length;
  while (body.toString('latin1', at, at + 2) !== '--') {
    const headEnd = body.indexOf('\r\n\r\n', at);
    if (headEnd === -1) throw unexpectedEnd();
    if (headEnd === at) throw badRequest('headers in multipart/form-data are empty');
    if (headEnd - at > MAX_HEADERS) {
      throw new BotApiError(431, 'Request Header Fields Too Large: total headers size exceeded');
    }
    const contentEnd = body.indexOf(`\r\n--${boundary}`, headEnd + 4);
    if (contentEnd === -1) throw unexpectedEnd();
    const head = body.toString('latin1', at + 2, headEnd);
    yield { head, content: body.subarray(headEnd + 4, contentEnd) };
    at = contentEnd + 4 + boundary.length;
  }
}

function unexpectedEnd(): BotApiError {
  return badRequest('unexpected end of request content');
}

function readPartHeader(head: string): PartHeader {
  let name = '';
  let fileName: string | undefined;
  let type = 'application/octet-stream';
  for (const line of head.replace(/\r\n(?=[ \t])/gu, '').split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon === -1) throw badRequest("can't parse form data headers");
    const header = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (header === 'content-type') type = value;
    if (header !== 'content-disposition') continue;
    for (const [key, text] of dispositionParameters(value)) {
      if (key === 'name') name = text;
      if (key === 'filename') fileName = text;
    }
  }
  if (name === '') throw badRequest('field name in multipart/form-data not found');
  return { name, fileName, type };
}

/** A value without quotes ends at the next `;`; with or without, percent signs are decoded. */
function* dispositionParameters(disposition: string): Generator<[key: string, value: string]> {
  if (!disposition.startsWith('form-data;')) {
    throw badRequest('expected form-data content disposition');
  }
  let rest = disposition.slice('form-data;'.length).trim();
  for (let equals = rest.indexOf('='); equals !== -1; equals = rest.indexOf('=')) {
    const key = rest.slice(0, equals).trim();
    rest = rest.slice(equals + 1).trimStart();
    const read = rest.startsWith('"') ? readQuoted(rest) : readToken(rest);
    yield [key, decodeBytes(read.value)];
    rest = read.rest.trim();
  }
}

function readToken(text: string): { value: string; rest: string } {
  const end = text.indexOf(';');
  if (end === -1) return { value: text.trim(), rest: '' };
  return { value: text.slice(0, end).trim(), rest: text.slice(end + 1) };
}

function readQuoted(text: string): { value: string; rest: string } {
  const quoted = /^"((?:[^"\\]|\\[\s\S])*)"/u.exec(text);
  if (quoted === null) {
    throw badRequest('unclosed quoted string in Content-Disposition header');
  }
  const rest = text.slice(quoted[0].length).trimStart();
  if (rest !== '' && !rest.startsWith(';')) {
    throw badRequest("expected ';' in Content-Disposition header");
  }
  return { value: (quoted[1] as string).replace(/\\([\s\S])/gu, '$1'), rest: rest.slice(1) };
}

function decodeBytes(text: string): string {
  const bytes = text.replace(/%([0-9a-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
