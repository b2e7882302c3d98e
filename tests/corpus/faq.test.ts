import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Material } from '../../src/corpus/corpus.ts';
import { locateQuote, readFaq } from '../../src/corpus/faq.ts';
import type { ManifestEntry } from '../../src/corpus/manifest.ts';
import { UserFacingError } from '../../src/errors.ts';
import { outlineOf } from '../../src/text/outline.ts';
import { sliceOf } from '../../src/text/span.ts';
import { manifestEntry } from '../support/corpus-folder.ts';

const TEXT = [
  '培训规划',
  '一、要求',
  '（一）经费保障。各级政府要列入预算，保证需要。加强管理。',
  '（二）检查',
  '各级政府要列入预算，按时总结。',
].join('\n');

const MATERIAL: Material = {
  entry: manifestEntry({ file: 'plan.txt' }) as ManifestEntry,
  text: TEXT,
  outline: outlineOf(TEXT),
};

const pair = (changes: Record<string, unknown> = {}) => ({
  id: 'funding',
  questions: ['经费怎么保障？', '钱从哪来'],
  answer: '列入预算。',
  kind: 'statement',
  quotes: [{ material: 'plan', place: '一（一）', text: '保证需要。' }],
  ...changes,
});
const faqOf = (...pairs: unknown[]) => readFaq(stringify({ notice: '', pairs }), [MATERIAL]);
const quoting = (place: string, text: string, material = 'plan') =>
  faqOf(pair({ quotes: [{ material, place, text }] }));

describe('a pair', () => {
  it('keeps its questions, answer and kind as written', () => {
    const { questions, answer, kind } = pair();
    expect(faqOf(pair()).pairs).toEqual([
      expect.objectContaining({ id: 'funding', questions, answer, kind }),
    ]);
  });

  it.each([
    ['a sentence', '一（一）', '保证需要。', '保证需要。'],
    ['words at two places, at the place named', '一（二）', '要列入预算', '要列入预算'],
    ['a heading', '一', '一、要求', '一、要求'],
    ['the title', '标题', '培训规划', '培训规划'],
    ['text after a heading in its paragraph', '一（一）', '（一）经费保障。各级政府', '各级政府'],
  ])('is anchored in %s', (_name, place, text, slice) => {
    const [found] = quoting(place, text).pairs;
    const quotes = found?.quotes.map((quote) => [quote.place, sliceOf(TEXT, quote)]);
    expect(quotes).toEqual([[place, slice]]);
  });

  it('is anchored at the place named where the words stand at two', () => {
    const [found] = quoting('一（二）', '各级政府要列入预算').pairs;
    expect(found?.quotes[0]?.start).toBe(TEXT.lastIndexOf('各级政府要列入预算'));
  });

  it.each([
    ['changed by one character', '一（一）', '保证需求。', 'plan'],
    ['at another place', '一（二）', '保证需要。', 'plan'],
    ['at a place that is not there', '九', '保证需要。', 'plan'],
    ['over the end of its section', '一（一）', '加强管理。\n（二）', 'plan'],
  ])('is left out with the reason where its quote is %s', (_name, place, text, material) => {
    expect(quoting(place, text, material)).toEqual({
      pairs: [],
      excluded: [
        {
          id: 'funding',
          title: '经费怎么保障？',
          reason: `引文不在现行资料 ${material} 的“${place}”中，该问答暂不使用`,
        },
      ],
    });
  });

  it('is left out with the reason where its material is not in force', () => {
    expect(
      quoting('一（一）', '保证需要。', 'retired').excluded.map(({ reason }) => reason),
    ).toEqual(['所引资料 retired 未收录，该问答暂不使用']);
  });

  it('is left out whole where one of its quotes is lost, and the others serve', () => {
    const [kept] = pair().quotes;
    const lost = { material: 'plan', place: '二', text: '没有这句' };
    const { pairs, excluded } = faqOf(pair({ id: 'half', quotes: [kept, lost] }), pair());
    expect(pairs.map(({ id }) => id)).toEqual(['funding']);
    expect(excluded.map(({ id }) => id)).toEqual(['half']);
  });
});

describe('a faulty file', () => {
  const file = (...pairs: unknown[]) => stringify({ notice: '', pairs });

  it.each([
    ['broken YAML', 'pairs: [', 'faq.yaml'],
    ['no pairs', 'notice: ""', 'pairs'],
    ['an unknown field', file(pair({ note: '备注' })), 'pairs.0'],
    ['a missing answer', file(pair(), pair({ id: 'b', answer: undefined })), 'pairs.1.answer'],
    ['no question', file(pair({ questions: [] })), 'pairs.0.questions'],
    ['no quote', file(pair({ quotes: [] })), 'pairs.0.quotes'],
    ['an unknown kind', file(pair({ kind: 'opinion' })), 'pairs.0.kind'],
    ['the same id twice', file(pair(), pair()), 'funding'],
  ])('is refused in one line that says where: %s', (_name, yaml, where) => {
    const read = () => readFaq(yaml, [MATERIAL]);
    expect(read).toThrow(UserFacingError);
    expect(read).toThrow(where);
    expect(read).toThrow(/^[^\n]+请更正后重试。$/u);
  });
});

it('a quote stands on its page where a document has no headings', () => {
  const text = '培训须知\n学员须按时报到。\n食宿由学院统一安排。';
  const paged = { text, outline: outlineOf(text), pages: [0, text.indexOf('食宿')] };
  const quoted = '食宿由学院统一安排。';
  const start = text.indexOf(quoted);
  expect(locateQuote({ place: '第2页', text: quoted }, paged)).toEqual({ start, end: text.length });
  expect(locateQuote({ place: '第1页', text: quoted }, paged)).toBeNull();
  expect(locateQuote({ place: '前言', text: quoted }, { ...paged, pages: [] })).not.toBeNull();
});
