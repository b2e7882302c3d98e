import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { UserFacingError } from '../../errors.ts';

const MEDIA_TYPES = [
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.js.map', 'application/json; charset=utf-8'],
] as const;

export interface StaticFile {
  readonly mediaType: string;
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
}

export interface StaticFiles {
  readonly page: StaticFile;
  /** What the page asks for, by paths within the folder. */
  readonly parts: ReadonlyMap<string, StaticFile>;
}

/**
 * Reads the files of the page into memory; nothing else is ever served, so no request can lead out
 * of the folder.
 *
 * @throws UserFacingError where the page itself is missing
 */
export function readStaticFiles(folder: string): StaticFiles {
  const parts = new Map<string, StaticFile>();
  let page: StaticFile | null = null;
  for (const path of pathsIn(folder)) {
    const name = relative(folder, path).replaceAll(sep, '/');
    const mediaType = MEDIA_TYPES.find(([ending]) => name.endsWith(ending))?.[1];
    if (name === 'index.html') page = readStaticFile(path, 'text/html; charset=utf-8');
    else if (mediaType !== undefined) parts.set(name, readStaticFile(path, mediaType));
  }
  if (page === null) {
    throw new UserFacingError(`文件夹“${folder}”里没有网页 index.html，请重新安装干训助手。`);
  }
  return { page, parts };
}

function readStaticFile(path: string, mediaType: string): StaticFile {
  const bytes = Uint8Array.from(readFileSync(path));
  return {
    mediaType,
    etag: `W/"${createHash('sha256').update(bytes).digest('base64url')}"`,
    bytes,
    gzipped: Uint8Array.from(gzipSync(bytes, { level: 9 })),
  };
}

/** A file as an answer to a request, smaller or without its bytes where the browser allows. */
export function sendStaticFile(file: StaticFile, asked: Headers): Response {
  const headers = {
    ETag: file.etag,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Encoding',
  };
  if (has(asked.get('if-none-match'), file.etag)) {
    return new Response(null, { status: 304, headers });
  }
  const zips = acceptsGzip(asked.get('accept-encoding')) && file.gzipped.length < file.bytes.length;
  const body = zips ? file.gzipped : file.bytes;
  return new Response(body, {
    headers: {
      ...headers,
      'Content-Type': file.mediaType,
      'Content-Length': String(body.length),
      ...(zips && { 'Content-Encoding': 'gzip' }),
    },
  });
}

function pathsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

function has(ifNoneMatch: string | null, etag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((one) => one.trim());
  return known.includes('*') || known.includes(etag);
}

function acceptsGzip(acceptEncoding: string | null): boolean {
  return (acceptEncoding ?? '')
    .split(',')
    .some((one) => /^\s*gzip\s*(?:;(?!\s*q=0(?:\.0*)?\s*$)|$)/iu.test(one));
}
