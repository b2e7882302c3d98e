const MAX_STEM = 64;
const MAX_EXTENSION = 16;

/**
 * The name under which the server keeps an upload, and which people see: letters and digits stay,
 * any other sign beyond ASCII, Chinese punctuation too, becomes a space.
 */
export function cleanFileName(name: string): string {
  if (name.includes('\uFFFD')) return 'file';
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  const hasExtension = dot > 0;
  const stem = cleanPart(hasExtension ? base.slice(0, dot) : base, MAX_STEM);
  const extension = hasExtension ? cleanPart(base.slice(dot + 1), MAX_EXTENSION) : '';
  return [stem, extension].filter((part) => part !== '').join('.') || 'file';
}

function cleanPart(part: string, limit: number): string {
  const kept: string[] = [];
  for (const character of part) {
    if (kept.length === limit) break;
    if (isDropped(character)) continue;
    const replaced = isKept(character) ? character : ' ';
    if (kept.length === 0 && (replaced === ' ' || replaced === '.')) continue;
    kept.push(replaced);
  }
  return kept.join('').replace(/[ .]+$/u, '');
}

function isKept(character: string): boolean {
  if (/[\p{L}\p{N}]/u.test(character)) return true;
  return /[ -~]/u.test(character) && !/[<>:"/\\|?*&`']/u.test(character);
}

function isDropped(character: string): boolean {
  return /[\p{M}\p{Cf}\u00B7]/u.test(character);
}
