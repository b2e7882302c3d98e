import fc from 'fast-check';
import { cleanLine, cleanLines } from '../../../src/questionnaire/file/plain-item.ts';
import type { Item, Questionnaire, ShowIf } from '../../../src/questionnaire/questionnaire.ts';

/** What people and attackers write: markup, quotation marks, formulas, marks of expressions. */
const PIECES = [
  ...['培训', '需求', '干部', '其他', '请注明', '（', '）', '“', '”', '。', ' ', '1', 'a', 'other'],
  ...[
    '<script>alert(1)</script>',
    '<b>',
    '&lt;',
    '"',
    "'",
    '\\',
    '{q1}',
    ' or ',
    '=cmd',
    '😀',
    'é',
  ],
  ...['\u200B', '\u202E', '\n', '\u0000', '_', ',', ']', '[', '$&', '__proto__', 'none', '不适用'],
];

const words = (most: number, clean = cleanLine) =>
  fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
    .map((pieces) => clean(pieces.join('').slice(0, most)))
    .filter((text) => text !== '');
const wordsOrNone = (most: number) => fc.oneof(fc.constant(''), words(most, cleanLines));
const options = fc.uniqueArray(words(60), { minLength: 2, maxLength: 8 });

const body = fc.oneof(
  fc.record({ type: fc.constant('single' as const), options, isBand: fc.boolean() }),
  fc.record({ type: fc.constant('multiple' as const), options, isLimited: fc.boolean() }),
  fc.record({ type: fc.constant('ranking' as const), options, isLimited: fc.boolean() }),
  fc.record({
    type: fc.constant('scale-pair' as const),
    pair: fc.constantFrom('need' as const, 'change' as const),
    hasNotApplicable: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('number' as const),
    ends: fc.option(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(90))),
    unit: fc.constantFrom('', '天', '次'),
    isWhole: fc.boolean(),
  }),
  fc.record({ type: fc.constant('text' as const), most: fc.integer({ min: 1, max: 1000 }) }),
  fc.record({ type: fc.constant('section' as const) }),
);

const item = fc.record({
  body,
  text: words(150),
  hint: wordsOrNone(150),
  isRequired: fc.boolean(),
  /** Where it stands of the earlier items, if any; and how many of its options. */
  shownBy: fc.option(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 3 }))),
  basis: fc.option(
    fc.record({
      material: words(20),
      title: words(40),
      place: words(10),
      start: fc.nat(),
      text: fc.string({ minLength: 1 }),
    }),
  ),
});

/** Any questionnaire that may be published. */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .record({
    kind: fc.constantFrom('needs' as const, 'evaluation' as const),
    title: words(60),
    introduction: wordsOrNone(200),
    audience: fc.oneof(fc.constant(''), words(60)),
    items: fc.array(item, { minLength: 1, maxLength: 12 }),
  })
  .map(({ items, ...head }) => ({ ...head, items: built(items) }))
  .filter(({ items }) => items.some(({ type }) => type !== 'section'));

type Seed = Parameters<Parameters<typeof item.map>[0]>[0];

function built(seeds: readonly Seed[]): Item[] {
  const items: Item[] = [];
  for (const [at, seed] of seeds.entries()) items.push(itemFrom(seed, at, items));
  return items;
}

function itemFrom(
  { body: made, text, hint, isRequired, shownBy, basis }: Seed,
  at: number,
  earlier: readonly Item[],
): Item {
  const any = { id: `q${at + 1}`, text, hint, showIf: showIfOf(shownBy, earlier), basis };
  switch (made.type) {
    case 'section':
      return { ...any, type: made.type };
    case 'multiple': {
      const [least, most] = made.isLimited ? [1, made.options.length - 1] : [null, null];
      return { ...any, isRequired, type: made.type, options: made.options, least, most };
    }
    case 'ranking': {
      const most = made.isLimited ? made.options.length - 1 : null;
      return { ...any, isRequired, type: made.type, options: made.options, most };
    }
    case 'number': {
      const { ends, unit, isWhole, type } = made;
      const [least, most] = ends === null ? [null, null] : [ends[0], ends[0] + ends[1]];
      return { ...any, isRequired, type, unit, isWhole, least, most };
    }
    default:
      return { ...any, isRequired, ...made };
  }
}

function showIfOf(shownBy: Seed['shownBy'], earlier: readonly Item[]): ShowIf | null {
  const asked = earlier.filter((one) => one.type === 'single' || one.type === 'multiple');
  if (shownBy === null || asked.length === 0) return null;
  const by = asked[shownBy[0] % asked.length];
  return by === undefined ? null : { item: by.id, is: by.options.slice(0, shownBy[1]) };
}
