import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/seminar/questions/fields/field.ts';
import { FIELDS, fieldOf } from '../../../src/seminar/questions/fields/fields.ts';
import { general } from '../../../src/seminar/questions/fields/general.ts';

const YES_NO =
  /是否|有没有|能不能|要不要|会不会|该不该|可不可以|是不是|行不行|好不好|能否|可否|吗|没有[？，]|(\p{Script=Han}{1,2})[没不]\1/u;
const ASKS = /什么|哪|谁|怎么|怎样|如何|多少|几|为什么|多久|多长/;
const POLICY =
  /必须|不得(?!罪)|规定|应当|要求|严禁|务必|(?<!拿)不准|一律|文件精神|《|》|提拔|任用|晋升|处分|[0-9０-９]|%|％|百分之|学时不少于/;
/** Words that would draw in every topic of cadre education. */
const TOO_COMMON = ['培训', '干部', '教育', '学习', '工作', '学员', '单位', '问题', '能力', '建设'];

const all: readonly Field[] = [general, ...FIELDS];

function phrases(field: Field): readonly string[] {
  return [
    ...[...field.parties, ...field.steps, ...field.traces, ...field.moments, ...field.signs],
    ...[...field.counts, ...field.tensions.flat(), ...field.affected],
  ];
}

function texts(field: Field): readonly string[] {
  return field.own.map((question) => question.text);
}

function questions(field: Field): readonly string[] {
  return field.own.flatMap((question) => [question.text, ...question.followUps]);
}

function bigrams(text: string): ReadonlySet<string> {
  const han = text.replace(/[^\p{Script=Han}]/gu, '');
  return new Set(
    Array.from({ length: Math.max(han.length - 1, 0) }, (_, i) => han.slice(i, i + 2)),
  );
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / Math.max(a.size + b.size, 1);
}

function alike(sentences: readonly string[], limit: number): readonly string[] {
  const grams = sentences.map(bigrams);
  return sentences.flatMap((sentence, i) =>
    sentences
      .slice(i + 1)
      .filter((_, k) => dice(grams[i] ?? new Set(), grams[i + 1 + k] ?? new Set()) >= limit)
      .map((other) => `${sentence} = ${other}`),
  );
}

function repeated(list: readonly string[]): readonly string[] {
  return list.filter((item, i) => list.indexOf(item) !== i);
}

describe.each(FIELDS.map((field) => [field.name, field] as const))('%s', (_, field) => {
  it('has every slot filled', () => {
    const sizes = {
      parties: field.parties.length,
      traces: field.traces.length,
      moments: field.moments.length,
      counts: field.counts.length,
      tensions: field.tensions.length,
      affected: field.affected.length,
      own: field.own.length,
    };
    expect(sizes).toEqual({
      parties: 5,
      traces: 5,
      moments: 3,
      counts: 3,
      tensions: 3,
      affected: 3,
      own: 3,
    });
    expect(field.steps).toHaveLength(6);
    expect(field.signs).toHaveLength(6);
    expect(repeated(phrases(field))).toEqual([]);
  });

  it('is told by words that tell something, the longest first', () => {
    expect(field.words.length).toBeGreaterThanOrEqual(8);
    expect(repeated(field.words)).toEqual([]);
    const lengths = field.words.map((word) => word.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    expect(field.words.filter((word) => word.length < 2)).toEqual([]);
    expect(field.words.filter((word) => TOO_COMMON.includes(word))).toEqual([]);
    expect(fieldOf(field.name)).toBe(field);
  });

  it('asks open questions that one can answer from own work', () => {
    expect(questions(field).filter((text) => YES_NO.test(text))).toEqual([]);
    expect(questions(field).filter((text) => !ASKS.test(text))).toEqual([]);
    expect(questions(field).filter((text) => !text.endsWith('？'))).toEqual([]);
    expect(questions(field).filter((text) => text.split('？').length !== 2)).toEqual([]);
    const wrong = texts(field).filter((text) => text.length < 15 || text.length > 75);
    expect(wrong).toEqual([]);
    for (const { followUps, expected } of field.own) {
      expect([2, 3]).toContain(followUps.length);
      expect(expected).toMatch(/[^？]$/);
    }
  });

  it('asks back, asks into and asks ahead', () => {
    const kinds = field.own.map((question) => question.kind);
    expect(kinds.filter((kind) => kind === 'fact' || kind === 'feeling')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'analyse' || kind === 'evaluate')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'create' || kind === 'decide')).toHaveLength(1);
  });

  it('claims no policy', () => {
    const said = [...phrases(field), ...questions(field), ...field.own.map((q) => q.expected)];
    expect(said.filter((text) => POLICY.test(text))).toEqual([]);
  });

  it('has phrases that fit where they are put', () => {
    expect(field.moments.filter((moment) => !/(时|里|后|前|上|天|上午)$/.test(moment))).toEqual([]);
    const inner = [...phrases(field)].filter((phrase) => /[“”。？！；]|[，、]$/.test(phrase));
    expect(inner).toEqual([]);
    expect(
      [...field.counts, ...field.affected, ...field.tensions.flat()].filter((p) => /，/.test(p)),
    ).toEqual([]);
    expect(field.steps.filter((step) => step.length > 12)).toEqual([]);
    expect(phrases(field).filter((phrase) => YES_NO.test(phrase))).toEqual([]);
    expect(phrases(field).filter((phrase) => phrase.includes('UNIT'))).toEqual([]);
  });
});

describe('all fields together', () => {
  it('bear names of their own', () => {
    expect(repeated(all.map((field) => field.name))).toEqual([]);
  });

  it('share no long phrase', () => {
    const long = all.flatMap((field) => [
      ...[...field.moments, ...field.signs, ...field.counts],
      ...field.tensions.map((pair) => pair.join('与')),
      ...[...questions(field), ...field.own.map((question) => question.expected)],
    ]);
    expect(repeated(long)).toEqual([]);
  });

  it('share no question, not even in other words', () => {
    expect(alike(all.flatMap(questions), 0.5)).toEqual([]);
  });

  it.each(['signs', 'moments', 'counts'] as const)('share no %s in other words', (slot) => {
    const said = all.flatMap((field) => field[slot]);
    expect(alike(said, 0.6)).toEqual([]);
  });

  it('begin no two questions alike', () => {
    const openings = all.flatMap(texts).map((text) => text.slice(0, 6));
    expect(repeated(openings)).toEqual([]);
  });
});

describe('what the checks above would catch', () => {
  it.each([
    ...['课程表改没改？', '学员满意不满意？', '这样做好不好？', '能否先试讲？', '您愿意上台吗？'],
    ...['有没有更好的办法？', '告诉过提意见的人没有，怎么告诉的？'],
  ])('a yes-or-no question: %s', (text) => {
    expect(text).toMatch(YES_NO);
  });

  it.each(['必须配齐教师', '不得请假', '每年不少于12天', '按《规划》办', '百分之三十的课时'])(
    'a claim of policy: %s',
    (text) => {
      expect(text).toMatch(POLICY);
    },
  );

  it('a question asked again in other words', () => {
    const asked = ['这条意见最初是谁提的，后来去了哪里？', '这条意见最初由谁提出，后来去了哪里？'];
    expect(alike(asked, 0.5)).toHaveLength(1);
  });
});
