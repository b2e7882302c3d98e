import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { shortened } from '../../shortened.ts';
import { turnPages } from '../materials/turn-pages.ts';
import { lineOf } from './golden-words.ts';
import { type Judged, judged } from './judged.ts';

const PAGE = 8;
const WHAT =
  '资料有改动时，先用这些题核对：有一道由符合变为不符合，新的内容就先不启用，等管理员决定。';
const NONE = '还没有把关题。请先新增：写一个问题，把现在的答复定为应有的答复。';

/** What does not hold first; all of them, or those that have some words. */
export async function listGolden(
  shown: DeedOf<'list-golden'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { of, words, from } = shown;
  const all = await judged(await on.companions.golden(), on);
  const found = all.filter(
    (one) => (of === 'all' || !isHolding(one)) && (words === '' || hasWords(one, words)),
  );
  const sorted = [...found.filter((one) => !isHolding(one)), ...found.filter(isHolding)];
  const page = sorted.slice(from, from + PAGE);
  return {
    placement: 'turn',
    blocks: [
      heading(`把关题（${all.length} 道）`),
      ...(all.length === 0 ? [lead(NONE)] : [lead(totalsOf(all)), plain(WHAT)]),
      ...(found.length === 0 && all.length > 0 ? [remark(nothingOf(shown))] : []),
      ...(page.length === 0 ? [] : [plain(linesOf(page, from))]),
      ...(sorted.length > PAGE ? [remark(rangeOf(from, sorted.length))] : []),
      ...(page.length === 0 ? [] : [choices('打开把关题', ...opening(page, from))]),
      choices('把关题', ...waysOn(shown, sorted.length, all)),
    ],
  };
}

function isHolding({ now }: Judged): boolean {
  return now.state === 'holds';
}

function hasWords({ golden, isHidden }: Judged, words: string): boolean {
  const { question, contains, absent, places } = golden;
  if (isHidden) return false;
  return [question, ...contains, ...absent, ...places.map(({ place }) => place)].some((one) =>
    one.includes(words),
  );
}

function totalsOf(all: readonly Judged[]): string {
  const count = (state: Judged['now']['state']) =>
    all.filter(({ now }) => now.state === state).length;
  const others = [
    ...(count('fails') > 0 ? [`${count('fails')} 道不符合`] : []),
    ...(count('no-basis') > 0
      ? [`${count('no-basis')} 道所依据的资料已不再有效，请修改或者删除`]
      : []),
  ];
  const holding = `按现在的答复，${count('holds')} 道符合`;
  return `${[holding, ...others].join('，')}。`;
}

function nothingOf({ words, of }: DeedOf<'list-golden'>): string {
  if (words !== '') return `没有找到含有“${words}”的把关题。`;
  return of === 'all' ? '没有把关题。' : '没有不符合的把关题。';
}

function linesOf(page: readonly Judged[], from: number): string {
  return page.map((one, at) => lineOf(one, from + at + 1)).join('\n');
}

function rangeOf(from: number, total: number): string {
  return `第 ${from + 1} 至 ${Math.min(from + PAGE, total)} 道，共 ${total} 道`;
}

function opening(page: readonly Judged[], from: number): Button[] {
  return page.map(({ golden, isHidden }, at) => [
    shortened(`${from + at + 1}. ${isHidden ? '内部资料' : golden.question}`),
    { kind: 'open-golden', golden: golden.id },
  ]);
}

function waysOn(shown: DeedOf<'list-golden'>, total: number, all: readonly Judged[]): Button[] {
  const isAll = shown.of === 'all' && shown.words === '';
  const list = (of: 'all' | 'not-holding') =>
    ({ kind: 'list-golden', of, words: '', from: 0 }) as const;
  return [
    ...turnPages(shown, PAGE, total),
    ['新增把关题', { kind: 'ask-golden-words', golden: null, what: 'new' }],
    ...(all.length > PAGE
      ? ([['查找', { kind: 'ask-golden-words', golden: null, what: 'find' }]] as const)
      : []),
    ...(isAll && !all.every(isHolding) ? ([['只看不符合的', list('not-holding')]] as const) : []),
    ...(isAll ? [] : ([['全部把关题', list('all')]] as const)),
    ['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }],
  ];
}
