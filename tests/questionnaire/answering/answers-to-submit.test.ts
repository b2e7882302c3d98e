import { describe, expect, it } from 'vitest';
import { answersToSubmit } from '../../../src/questionnaire/answering/answers-to-submit.ts';
import { visibleItems } from '../../../src/questionnaire/answering/visible-items.ts';
import type { Answers } from '../../../src/questionnaire/answers.ts';
import type { Item, Questionnaire, ShowIf } from '../../../src/questionnaire/questionnaire.ts';

const any = (id: string, showIf: ShowIf | null = null) => ({
  ...{ id, text: id, hint: '', showIf, basis: null },
});
const single = (id: string, showIf: ShowIf | null = null): Item => ({
  ...any(id, showIf),
  ...{ type: 'single', isRequired: true, options: ['是', '否'], isBand: false },
});
const of = (items: readonly Item[]): Questionnaire => ({
  ...{ kind: 'needs', title: '问卷', introduction: '', audience: '', items },
});
const chose = (option: number) => ({ kind: 'single', option, other: '' }) as const;
const ids = (items: readonly Item[], answers: Answers) =>
  visibleItems(items, answers).map(({ id }) => id);

describe('visible items', () => {
  const items = [
    single('a'),
    single('b', { item: 'a', is: ['是'] }),
    single('c', { item: 'b', is: ['是'] }),
  ];

  it('hang on what was chosen earlier', () => {
    expect(ids(items, {})).toEqual(['a']);
    expect(ids(items, { a: chose(0) })).toEqual(['a', 'b']);
    expect(ids(items, { a: chose(1) })).toEqual(['a']);
  });

  it('do not hang on an answer to an item that is hidden itself', () => {
    expect(ids(items, { a: chose(1), b: chose(0) })).toEqual(['a']);
    expect(ids(items, { a: chose(0), b: chose(0) })).toEqual(['a', 'b', 'c']);
  });

  it('never show one that hangs on a later one, on itself, or on none', () => {
    const bad = [
      single('x', { item: 'y', is: ['是'] }),
      single('y'),
      single('z', { item: 'z', is: ['是'] }),
    ];
    expect(ids(bad, { x: chose(0), y: chose(0), z: chose(0) })).toEqual(['y']);
  });

  it('hang on any of the options of a multiple item, and on no name that every object has', () => {
    const many: Item = {
      ...{ ...any('constructor'), type: 'multiple', isRequired: true },
      ...{ options: ['甲', '乙'], least: null, most: null },
    };
    const after = single('after', { item: 'constructor', is: ['乙', '丙'] });
    expect(ids([many, after], {})).toEqual(['constructor']);
    const both = Object.fromEntries([
      ['constructor', { kind: 'multiple' as const, options: [0, 1], other: '' }],
    ]);
    expect(ids([many, after], both)).toEqual(['constructor', 'after']);
  });
});

describe('what is submitted', () => {
  it('leaves out answers to items that are not shown, and stands in the order of the items', () => {
    const items = [single('a'), single('b', { item: 'a', is: ['是'] }), single('c')];
    const given = { c: chose(1), b: chose(0), a: chose(1), gone: chose(0) };
    const made = answersToSubmit(of(items), given);
    expect(made).toEqual({ ok: true, answers: { a: chose(1), c: chose(1) } });
    expect(made.ok && Object.keys(made.answers)).toEqual(['a', 'c']);
  });

  it('names the required items that are shown and not answered whole', () => {
    const need: Item = {
      ...{ ...any('pair'), type: 'scale-pair', isRequired: true },
      ...{ pair: 'need', hasNotApplicable: true },
    };
    const rank: Item = {
      ...{ ...any('rank'), type: 'ranking', isRequired: true },
      ...{ options: ['甲', '乙', '丙'], most: 2 },
    };
    const words: Item = { ...any('words'), type: 'text', isRequired: false, most: 100 };
    const items = [single('a'), need, rank, words, single('hidden', { item: 'a', is: ['否'] })];
    const half: Answers = {
      a: chose(0),
      pair: { kind: 'scale-pair', importance: 4, competence: null },
      rank: { kind: 'ranking', order: [2] },
    };
    expect(answersToSubmit(of(items), half)).toEqual({ ok: false, missing: ['pair', 'rank'] });
    const whole: Answers = {
      a: chose(0),
      pair: { kind: 'not-applicable' },
      rank: { kind: 'ranking', order: [2, 0] },
    };
    expect(answersToSubmit(of(items), whole)).toEqual({ ok: true, answers: whole });
    const blank: Answers = { ...whole, words: { kind: 'text', text: ' ' } };
    expect(answersToSubmit(of(items), blank)).toEqual({ ok: true, answers: whole });
  });

  it('takes no answer of another kind and no option that there is not', () => {
    const items = [single('a'), single('b')];
    const wrong: Answers = { a: { kind: 'number', value: 1 }, b: chose(7) };
    expect(answersToSubmit(of(items), wrong)).toEqual({ ok: false, missing: ['a', 'b'] });
  });
});
