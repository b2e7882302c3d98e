import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../src/answering/answer.ts';
import type { Facet, FacetKind } from '../../../src/seminar/grounding/facets.ts';
import type { TopicNature } from '../../../src/seminar/grounding/topic-nature.ts';
import { lintQuestion } from '../../../src/seminar/lint/lint-questions.ts';
import { spokenOf } from '../../../src/seminar/lint/rules.ts';
import { general } from '../../../src/seminar/questions/fields/general.ts';
import { KINDS } from '../../../src/seminar/questions/question.ts';
import { Slots } from '../../../src/seminar/questions/slots.ts';
import { stemsFor } from '../../../src/seminar/questions/stems/stems.ts';

const CITATION: Citation = {
  ...{ material: 'plan', title: '规划', place: '三（一）', text: '', start: 0, end: 0 },
};
const WORDS: Readonly<Record<FacetKind, string>> = {
  task: '完善需求调研机制',
  soft: '探索训后跟踪考核机制',
  figure: '每年培训不少于5天',
  list: '综合运用研讨式、案例式、模拟式等方法',
  purpose: '增强理论教育的吸引力',
};
const FACETS = Object.entries(WORDS).map(
  ([kind, words]): Facet => ({ kind: kind as FacetKind, words, citation: CITATION }),
);

/** New for each stem, since a statement wears out. */
function slotsOf(subject: string, nature: TopicNature): Slots {
  return new Slots({
    ...{ subject, nature, trouble: `${subject}走过场`, unit: '本县', people: '干训干部' },
    ...{ situation: '调研表回收率很高', field: general, facets: FACETS, key: 'stems' },
  });
}

const ALL = KINDS.flatMap((kind) =>
  stemsFor(kind).flatMap((stem) =>
    (['师资库', '需求调研'] as const).map((subject) => {
      const nature = stem.needs === 'principle' ? 'principle' : 'work';
      return { kind, ...stem.word(slotsOf(subject, nature)) };
    }),
  ),
);

describe('every way to ask', () => {
  it('passes the lint, with two or three follow-ups and something to hand in', () => {
    for (const { text, followUps, expected } of ALL) {
      expect(lintQuestion({ id: '', text }), text).toEqual([]);
      expect([2, 3], text).toContain(followUps.length);
      for (const one of followUps) expect(one).toMatch(/？$/u);
      expect(expected).not.toMatch(/[？。]/u);
    }
  });

  it('offers no choice of two in place of a question', () => {
    for (const { text, followUps } of ALL) {
      for (const one of [text, ...followUps]) {
        expect(spokenOf(one)).not.toMatch(/还是|(\p{Script=Han})不\1|是不是|能不能|会不会/u);
      }
    }
  });

  it('asks of what is proposed only where something may have been proposed', () => {
    const before = ALL.filter(({ kind }) =>
      ['fact', 'feeling', 'meaning', 'analyse', 'evaluate'].includes(kind),
    );
    for (const { text } of before) expect(spokenOf(text)).not.toMatch(/对策|各条措施|各条想法/u);
  });

  it('has no two that ask the same', () => {
    const texts = ALL.map(({ text }) => text);
    expect(texts.filter((one, at) => texts.indexOf(one) !== at && one.includes('师资库'))).toEqual(
      [],
    );
  });
});
