import { describe, expect, it } from 'vitest';
import {
  createPlacer,
  type Exemplar,
} from '../../../../src/materials/ledger/cluster/create-placer.ts';
import type { Meaning } from '../../../../src/materials/ledger/cluster/meaning.ts';

/** Words of a text stand apart; `=经费` is an official word, `@八` a place, `#people` what is asked for. */
function meaningOf(text: string): Meaning {
  const words = text.split(' ');
  const weigh = (mark: string) =>
    new Map(words.filter((word) => word[0] === mark).map((word) => [word.slice(1), 1]));
  return {
    terms: new Map(words.filter((word) => /^[^=@#]/u.test(word)).map((word) => [word, 1])),
    officials: weigh('='),
    places: weigh('@'),
    slots: [...weigh('#').keys()].join(),
  };
}

const place = (text: string, ...exemplars: Exemplar[]) =>
  createPlacer(exemplars, meaningOf).topicOf(text);

describe('a wording joins a topic', () => {
  it.each([
    ['in nearly the same words, wherever they lead', '请 假 怎么 批 @一', '请 假 怎么 批 呢 @二'],
    ['with words in common that lead to one place', '请 假 谁 批 准 @七', '请 假 该 找 谁 @七'],
    ['by other words for the same official one', '钱 哪里 出 =经费 @八', '银子 哪里 来 =经费 @八'],
  ])('%s', (_, there, asked) => {
    expect(place(asked, { topic: 'there', text: there })).toBe('there');
  });
});

describe('a wording stands alone', () => {
  it.each([
    ['where it leads elsewhere', '请 假 谁 批 准 @七', '请 假 该 找 谁 @六'],
    ['where another kind of thing is asked for', '请 假 谁 批 @七', '请 假 谁 批 呢 @七 #days'],
    ['where only common words are shared', '请 假 谁 批 @七', '谁 讲 课 好 @七'],
    ['with the same official word and nothing else', '钱 =经费 @八', '银子 =经费 @八'],
    ['where its words say nothing', '请 假 谁 批 @七', '@七'],
  ])('%s', (_, there, asked) => {
    expect(place(asked, { topic: 'there', text: there })).toBeNull();
  });
});

it('goes to the topic that is most alike, and to the older one of two', () => {
  const [one, other] = ['请 假 谁 来 @七', '请 假 谁 批 @七'];
  const asked = '请 假 谁 批 准 @七';
  expect(place(asked, { topic: 'one', text: one }, { topic: 'other', text: other })).toBe('other');
  expect(place(asked, { topic: 'older', text: other }, { topic: 'newer', text: other })).toBe(
    'older',
  );
});

it('compares no more of a large topic than of others', () => {
  const placer = createPlacer([], meaningOf);
  for (let at = 0; at < 12; at++) placer.add({ topic: 'large', text: `旧 ${at} 言 @一` });
  placer.add({ topic: 'large', text: '新 话 @一' });
  expect(placer.topicOf('新 话 @一')).not.toBe('large');
});

describe('with vectors of an endpoint', () => {
  // What any two questions have in common in such models, and what these have.
  const common = [1, 1, 1];
  const vector = (...own: number[]) => [...common, ...own];
  const others = Array.from({ length: 9 }, (_, at) => ({
    topic: `other-${at}`,
    text: `别 ${at} @九`,
    vector: vector(...Array.from({ length: 10 }, (_, axis) => (axis === at ? 2 : 0))),
  }));
  const there = {
    topic: 'there',
    text: '钱 哪里 出 @八',
    vector: vector(0, 0, 0, 0, 0, 0, 0, 0, 0, 2),
  };
  const placer = createPlacer([...others, there], meaningOf);

  it('joins other words of the same meaning', () => {
    expect(placer.topicOf('谁 掏 腰包 @八', there.vector)).toBe('there');
  });

  it('is not led by what all questions have in common', () => {
    expect(placer.topicOf('谁 掏 腰包 @八', vector(1, 1, 1, 1, 1, 1, 1, 1, 1, 0))).toBeNull();
  });

  it('does not believe them where the texts lead elsewhere', () => {
    expect(placer.topicOf('谁 掏 腰包 @三', there.vector)).toBeNull();
  });

  it('keeps apart what only sounds alike', () => {
    const asked = '钱 哪里 存 @八';
    expect(placer.topicOf(asked)).toBe('there');
    expect(placer.topicOf(asked, vector(1, 1, 1, 1, 1, 1, 1, 1, 1, -1))).toBeNull();
  });
});

it('places ten thousand wordings in seconds', () => {
  const words = Array.from({ length: 3000 }, (_, at) => `词${at}`);
  const wording = (at: number) =>
    [
      '培训',
      '干部',
      '怎么',
      ...[1, 7, 31, 101].map((step) => words[(at * step) % words.length]),
    ].join(' ');
  const placer = createPlacer([], meaningOf);
  const begun = performance.now();
  for (let at = 0; at < 10_000; at++) {
    const text = `${wording(at % 6000)} @${at % 6}`;
    placer.add({ topic: placer.topicOf(text) ?? `${at}`, text });
  }
  expect(performance.now() - begun).toBeLessThan(15_000);
});
