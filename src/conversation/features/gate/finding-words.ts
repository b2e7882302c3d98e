import type { Difference, GateFindings, Judgement } from '../../../materials/gate/findings.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import type { FindingKind } from '../../deeds/gate.ts';
import type { PersonalOccasion } from '../../feature.ts';
import { mayShowWords } from '../materials/opened-material.ts';

/** In the order in which they matter. */
export const FINDING_KINDS: readonly FindingKind[] = [
  ...(['worse', 'failing', 'withoutBasis', 'better', 'changed'] as const),
];

export const FINDING_NAMES: Readonly<Record<FindingKind, string>> = {
  worse: '答得不如原来',
  better: '比原来好',
  changed: '引文有变化',
  failing: '一直不合要求',
  withoutBasis: '依据已不在',
};

/** Longest part of a quote that is shown. */
const MOST_SHOWN = 160;
const NOT_HERE = '内部资料，内容不在这里显示';

type First = Judgement['first'];
/** Whether the words of a material of this title may be shown where the person speaks. */
type MayShow = (title: string) => boolean;

/** Of a title that is not known here nothing is shown: the material may be an internal one that is gone. */
export async function showableTitles(on: PersonalOccasion): Promise<MayShow> {
  const all = await on.shelf.list();
  return (title) => {
    const ofTitle = all.filter(({ entry }) => entry.title === title);
    return ofTitle.length > 0 && ofTitle.every((one) => mayShowWords(one, on));
  };
}

/** Golden questions of a kind, each with what was answered and what is after the change. */
export function findingLines(
  findings: GateFindings,
  of: FindingKind,
  mayShow: MayShow,
): readonly string[] {
  switch (of) {
    case 'worse':
    case 'better':
    case 'changed':
      return findings[of].map((one) => differenceInWords(one, mayShow));
    case 'failing':
    case 'withoutBasis':
      return findings[of].map((one) => judgementInWords(one, mayShow));
    default:
      return of satisfies never;
  }
}

function differenceInWords({ before, after }: Difference, mayShow: MayShow): string {
  return [
    after.question,
    ...problemInWords(after, mayShow),
    `原来：${quoteInWords(before, mayShow)}`,
    `改后：${quoteInWords(after, mayShow)}`,
  ].join('\n');
}

function judgementInWords(judgement: Judgement, mayShow: MayShow): string {
  return [
    judgement.question,
    ...problemInWords(judgement, mayShow),
    `答复：${quoteInWords(judgement, mayShow)}`,
  ].join('\n');
}

/** It names words that the material should hold, or that were said of it. */
function problemInWords({ problem, first }: Judgement, mayShow: MayShow): readonly string[] {
  if (problem === null) return [];
  return [`问题：${first === null || mayShow(first.title) ? problem : NOT_HERE}`];
}

function quoteInWords({ first, outcome }: Judgement, mayShow: MayShow): string {
  if (first === null) return OUTCOME_NAMES[outcome];
  return `${wordsOf(first, mayShow)}（《${withoutTitleMarks(first.title)}》${first.place}）`;
}

function wordsOf({ title, text }: NonNullable<First>, mayShow: MayShow): string {
  if (!mayShow(title)) return NOT_HERE;
  const characters = [...text];
  const isLong = characters.length > MOST_SHOWN;
  return `「${isLong ? `${characters.slice(0, MOST_SHOWN).join('')}…` : text}」`;
}

const OUTCOME_NAMES: Readonly<Record<Judgement['outcome'], string>> = {
  answered: '有答复，没有引文',
  'not-in-corpus': '现有资料未载明',
  'not-included': '内容未收录',
  'out-of-scope': '超出范围',
};
