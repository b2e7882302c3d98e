import { withoutUnseen } from '../text/without-unseen.ts';
import type { Refusal } from './folder/change-folder.ts';
import type { Actor } from './material.ts';

const LONGEST_NAME = 100;
const LONGEST_REASON = 500;

/** Who signs a step, by a name that a line can hold. */
export function signerOf({ name, person }: Actor): Actor | Refusal {
  const by = lineOf(name);
  return by !== '' && by.length <= LONGEST_NAME
    ? { name: by, person }
    : { kind: 'refused', problem: `请写明经手人的姓名，不超过 ${LONGEST_NAME} 字。` };
}

/** A reason that is asked for, as a line can hold it. */
export function reasonOf(words: string): { readonly reason: string } | Refusal {
  const reason = lineOf(words);
  if (reason === '') return { kind: 'refused', problem: '请写明理由。' };
  return reason.length <= LONGEST_REASON
    ? { reason }
    : { kind: 'refused', problem: `理由不能超过 ${LONGEST_REASON} 字，请缩短。` };
}

/** Words as one line without what nobody sees. */
export function lineOf(words: string): string {
  return withoutUnseen(words).replace(/\s+/gu, ' ').trim();
}
