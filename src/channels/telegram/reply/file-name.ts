import { FILE_NAME_LENGTH } from './limits.ts';

/** Signs of Chinese file names that Telegram turns into blanks, and what stands for them. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/[（【〔［]/gu, '('],
  [/[）】〕］]/gu, ')'],
  [/[《》〈〉“”‘’「」『』]/gu, ''],
  [/[、，；：·—–/\\|:]+/gu, '-'],
];

/**
 * A file name as it arrives unchanged: Telegram keeps letters, digits and most ASCII signs, and 64
 * characters before the extension.
 */
export function fileNameFor(name: string): string {
  const clean = REPLACEMENTS.reduce((left, [sign, other]) => left.replace(sign, other), name)
    .replace(/[^\p{L}\p{N} !#$%()+,.;=@[\]^_{}~-]/gu, '')
    .trim();
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,16})?$/su.exec(clean) ?? [];
  const short = [...stem]
    .slice(0, FILE_NAME_LENGTH)
    .join('')
    .replace(/^[ .]+|[ .]+$/gu, '');
  return `${short === '' ? '文件' : short}${extension}`;
}
