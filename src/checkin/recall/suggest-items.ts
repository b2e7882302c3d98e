import type { Section } from '../../text/outline.ts';
import { clausesOf, sentencesOf } from '../../text/sentences.ts';
import { sliceOf } from '../../text/span.ts';
import { faultsOf } from './check-item.ts';
import type { RecallItem } from './item.ts';

/** What can be asked for, and how it is told in a text. */
const ASKED: readonly (readonly [kind: RecallItem['kind'], pattern: RegExp])[] = [
  ['figure', /\d+(?:至\d+)?(?:年内?|个月|天|学时|门|种|名|次|%)|\d+\/\d+/gu],
  [
    'body',
    /(?:中央|国家|省级|市级|县级|各级|地方)[\p{Script=Han}（）]{1,12}?(?:党委|政府|组织部|党校|部门|机构|委员会|学院)/gu,
  ],
  ['term', /“[^“”]{2,12}”/gu],
  ['list-member', /(?<=、)[\p{Script=Han}]{3,10}(?=、|和|等)/gu],
];
const SHORTEST_SENTENCE = 14;
const LONGEST_SENTENCE = 120;

/**
 * Questions that a material could be asked about, for a trainer to choose from and to mend: figures,
 * bodies, terms and members of lists, with wrong options of the same kind from the same texts. Pure.
 *
 * @param texts approved texts by material
 */
export function suggestItems(
  material: string,
  outline: readonly Section[],
  texts: ReadonlyMap<string, string>,
): RecallItem[] {
  const text = texts.get(material) ?? '';
  const field = [...texts.values()].join('\n');
  return outline.flatMap(({ place, body }) =>
    sentencesOf(text, body)
      .flatMap((sentence) => clausesOf(text, sentence))
      .flatMap((span) => {
        const quote = sliceOf(text, span).replace(/[；;。]$/u, '');
        if (quote.length < SHORTEST_SENTENCE || quote.length > LONGEST_SENTENCE) return [];
        return ASKED.flatMap(([kind, pattern]) => {
          const found = [...quote.matchAll(pattern)][0];
          if (found === undefined || !isWhole(found[0])) return [];
          const base = { id: '', kind, material, place, quote, struck: false };
          const item = { ...base, answer: found[0], answerAt: found.index };
          const wrong = wrongFor({ ...item, wrong: [] }, pattern, field, texts);
          return wrong === null ? [] : [{ ...item, wrong }];
        });
      }),
  );
}

/** Three of the same kind that the gates let pass; null where the texts have no three. */
function wrongFor(
  item: RecallItem,
  pattern: RegExp,
  field: string,
  texts: ReadonlyMap<string, string>,
): string[] | null {
  const unit = /[^\d/至]*$/u.exec(item.answer)?.[0] ?? '';
  const others = [...new Set([...field.matchAll(pattern)].map(([one]) => one))]
    .filter((one) => one !== item.answer && isWhole(one))
    .filter((one) => item.kind !== 'figure' || one.endsWith(unit))
    .sort((one, other) => distance(one, item) - distance(other, item));
  const chosen: string[] = [];
  for (const option of others) {
    const wrong = [...chosen, option];
    if (faultsOf({ ...item, wrong }, texts).length === 0) chosen.push(option);
    if (chosen.length === 3) return chosen;
  }
  return null;
}

/** With every bracket closed. */
function isWhole(option: string): boolean {
  return option.split('（').length === option.split('）').length;
}

/** The more alike in length, the harder to tell by looking. */
function distance(option: string, { answer }: RecallItem): number {
  return Math.abs(option.length - answer.length);
}
