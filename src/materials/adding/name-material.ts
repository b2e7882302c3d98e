import { extname } from 'node:path';
import type { Manifest } from '../../corpus/manifest.ts';

const ID = /^[a-z0-9][a-z0-9-]*$/u;
const LONGEST_ID = 60;

/** Why an id that somebody chose cannot name a new material; null where it can. */
export function againstId(id: string, manifest: Manifest): string | null {
  if (!ID.test(id) || id.length > LONGEST_ID) {
    return `资料编号“${shortened(id)}”不能使用。编号用小写字母、数字和连字符，以字母或数字开头，不超过 ${LONGEST_ID} 个字符，例如 peixun-guihua。`;
  }
  return isTaken(id, manifest)
    ? `资料编号“${id}”已有资料。上传的是它的新版本的，请注明替代“${id}”；否则请换一个编号。`
    : null;
}

/** An id for a material that has none: its file name where that is plain letters, else its day. */
export function freeId(fileName: string, today: string, manifest: Manifest): string {
  const stem = fileName.slice(0, fileName.length - extname(fileName).length).toLowerCase();
  const isPlain = /^[a-z][a-z0-9 _.-]*$/u.test(stem);
  const plain = stem.replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '');
  const base = isPlain && plain.length > 1 ? plain.slice(0, LONGEST_STEM) : `material-${today}`;
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!isTaken(id, manifest)) return id;
  }
}

/** Leaves room for a number behind it. */
const LONGEST_STEM = 48;

/** Names nothing but id, version and a plain extension: what came as a name never reaches the disk. */
export function fileNameOf(
  id: string,
  version: number,
  sentName: string,
  isFree: (name: string) => boolean,
): string {
  const extension = /^\.[a-z0-9]{1,8}$/u.exec(extname(sentName).toLowerCase())?.[0] ?? '';
  for (let count = 1; ; count++) {
    const name = `${id}-v${version}${count === 1 ? '' : `-${count}`}${extension}`;
    if (isFree(name)) return name;
  }
}

function isTaken(id: string, { entries, broken }: Manifest): boolean {
  return entries.some((one) => one.id === id) || broken.some((one) => one.id === id);
}

function shortened(id: string): string {
  return id.length > LONGEST_ID ? `${id.slice(0, LONGEST_ID)}…` : id;
}
