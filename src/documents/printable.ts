import { withoutUnseen } from '../text/without-unseen.ts';

/** In words that were cleaned when they came in, a control stands for nothing, not even a space. */
const STRAY_CONTROLS = /[^\P{Cc}\t\n\r]/gu;

/** Words as they can be put on paper: what XML 1.0 cannot hold is gone, and line feeds stay. */
export function printable(words: string): string {
  return withoutUnseen(words.replace(STRAY_CONTROLS, ''));
}
