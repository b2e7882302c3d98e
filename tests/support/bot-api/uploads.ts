import { BotApiError, badRequest } from './api-error.ts';
import { type CallArguments, textArgument, type UploadedFile } from './call-arguments.ts';
import { imageSize } from './image-size.ts';
import type { StoredFile } from './messages.ts';

const MAX_DOCUMENT = 50 * 1024 * 1024;
const MAX_PHOTO = 10 * 1024 * 1024;
const MAX_PHOTO_SIDES = 10_000;
const MAX_PHOTO_RATIO = 20;
const ATTACHED = 'attach://';

/** The most that a bot may download. */
const MAX_DOWNLOAD = 20 * 1024 * 1024;

export interface Uploads {
  /** @throws when a call brings no file, neither new nor known by its id */
  document(call: CallArguments): StoredFile;
  photo(call: CallArguments): StoredFile;
}

/** Files that people sent, which a bot may download. */
export interface Downloads {
  /** Takes a file in, as a Message tells of it. */
  take(name: string, bytes: Uint8Array): object;
  /** The method getFile. */
  file(call: CallArguments): object;
  /** What stands at a path, as getFile told it. */
  at(path: string): Buffer | undefined;
}

export function createDownloads(): Downloads {
  const sent: { readonly id: string; readonly path: string; readonly bytes: Buffer }[] = [];
  const fileOf = ({ id, bytes }: (typeof sent)[number]) => ({
    ...{ file_id: id, file_unique_id: `unique-${id}`, file_size: bytes.length },
  });
  return {
    take: (name, bytes) => {
      const number = sent.length + 1;
      const extension = /\.\w+$/u.exec(name)?.[0] ?? '';
      const path = `documents/file_${number}${extension}`;
      const one = { id: `sent-${number}`, path, bytes: Buffer.from(bytes) };
      sent.push(one);
      return { file_name: name, ...fileOf(one) };
    },
    file: (call) => {
      const found = sent.find(({ id }) => id === textArgument(call, 'file_id'));
      if (found === undefined) throw badRequest('invalid file_id');
      if (found.bytes.length > MAX_DOWNLOAD) throw badRequest('file is too big');
      return { ...fileOf(found), file_path: found.path };
    },
    at: (path) => sent.find((one) => one.path === path)?.bytes,
  };
}

export function createUploads(): Uploads {
  const known = new Map<string, StoredFile>();
  const store = (name: string, file: UploadedFile, size: object) => {
    const id = `${name}-${known.size + 1}`;
    const stored = { id, name: file.name, type: typeOf(file), bytes: file.bytes, ...size };
    known.set(id, stored);
    return stored;
  };
  const find = (call: CallArguments, name: string) => {
    const value = textArgument(call, name);
    const attached = value.startsWith(ATTACHED);
    if (value !== '' && !attached) {
      const again = known.get(value);
      if (again === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
      return { again };
    }
    const field = attached ? value.slice(ATTACHED.length) : name;
    const file = call.files.find((one) => one.field === field);
    if (file === undefined) throw badRequest(`there is no ${name} in the request`);
    if (file.bytes.length === 0) throw badRequest('file must be non-empty');
    return { file };
  };
  const document = (call: CallArguments) => {
    const { again, file } = find(call, 'document');
    if (again !== undefined) return again;
    if (file.bytes.length > MAX_DOCUMENT) throw new BotApiError(413, 'Request Entity Too Large');
    return store('document', file, {});
  };
  const photo = (call: CallArguments) => {
    const { again, file } = find(call, 'photo');
    return again ?? store('photo', file, checkPhoto(file.bytes));
  };
  return { document, photo };
}

function checkPhoto(bytes: Buffer): object {
  if (bytes.length > MAX_PHOTO) {
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; ` +
        `the maximum size is ${MAX_PHOTO} bytes`,
    );
  }
  const size = imageSize(bytes);
  if (size === undefined) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > MAX_PHOTO_SIDES || !(ratio <= MAX_PHOTO_RATIO)) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
  return size;
}

/** Told from the name, whatever the sender says of it. */
function typeOf({ name, type }: UploadedFile): string {
  if (name.endsWith('.txt')) return 'text/plain';
  if (name.endsWith('.pdf')) return 'application/pdf';
  return type;
}
