import { cleanLines, isPlain } from '../plain-item.ts';

/** A string of a form, which may be given by language: Chinese before the default before any. */
export function localised(value: unknown): string {
  if (typeof value === 'string') return cleanLines(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isPlain(value)) return '';
  const inOrder = [value['zh-cn'], value.zh, value.default, ...Object.values(value)];
  const found = inOrder.find((one) => typeof one === 'string' && one.trim() !== '');
  return typeof found === 'string' ? cleanLines(found) : '';
}
