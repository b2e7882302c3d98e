import type { GoldenQuestion } from '../../../corpus/golden.ts';
import type { GoldenState } from '../../../materials/gate/findings.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import type { PersonalOccasion } from '../../feature.ts';
import type { Judged } from './judged.ts';

export const STATE_WORDS: Readonly<Record<GoldenState, string>> = {
  holds: '符合',
  fails: '不符合',
  'no-basis': '依据已不再有效',
};

export const OUTCOME_WORDS: Readonly<Record<GoldenQuestion['outcome'], string>> = {
  answered: '直接答复，并引用原文',
  'not-in-corpus': '说明现有资料未载明',
  'not-included': '说明附件内容未收录',
  'out-of-scope': '说明超出范围',
};

export const HIDDEN = '这道题涉及内部资料，内容不在这里显示。请登录网页，在“把关题”中查看和办理。';

/** 问题（不符合：……）. */
export function lineOf({ golden, now, isHidden }: Judged, number: number): string {
  if (isHidden) return `${number}. （涉及内部资料，请登录网页查看）`;
  const { state, problem } = now;
  const why = problem === null ? '' : `：${problem}`;
  return `${number}. ${golden.question}${state === 'holds' ? '' : `（${STATE_WORDS[state]}${why}）`}`;
}

/** 《规划》五（一）; the id where the material is not there. */
export async function placeInWords(
  { material, place }: GoldenQuestion['places'][number],
  { shelf }: Pick<PersonalOccasion, 'shelf'>,
): Promise<string> {
  const [found] = (await shelf.list()).filter(({ entry }) => entry.id === material);
  return found === undefined
    ? `${material} ${place}`
    : `《${withoutTitleMarks(found.entry.title)}》${place}`;
}
