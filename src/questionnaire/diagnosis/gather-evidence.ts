import { withoutTitleMarks } from '../../text/title-marks.ts';
import { QUADRANT_NAMES } from '../analysis/analysis.ts';
import { score } from '../report/report-words.ts';
import { FEWEST } from '../survey.ts';
import { aboutTenths, peopleAtLeast } from './coarse-totals.ts';
import type { DiagnosedSurvey, DiagnosisInput, Evidence } from './diagnosis.ts';

/** Evidence with what it is of. */
export interface Placed {
  readonly evidence: Evidence;
  /** In words; empty where only the place is known. */
  readonly subject: string;
  /** Title and chapter of a material; null where it is of none. */
  readonly chapter: { readonly title: string; readonly chapter: string } | null;
}

/** A chapter that fewer answers than this recall right is recalled poorly; own judgement. */
const WEAK_RECALL = 0.7;
/** From here on it is recalled well, which speaks against a need; own judgement. */
const GOOD_RECALL = 0.85;

/** What the sources say, each on its own. Totals of fewer than five people are passed over. */
export function gatherEvidence(input: DiagnosisInput): Placed[] {
  return [
    ...input.surveys.flatMap(gaps),
    ...input.unanswered.filter(({ people }) => people >= FEWEST).map(unansweredEvidence),
    ...recalls(input),
  ];
}

/** Content items that are important and little mastered. */
function gaps({ title, analysis, content }: DiagnosedSurvey): Placed[] {
  return analysis.needs
    .filter(({ mwds, quadrant }) => mwds > 0 && quadrant === 'focus')
    .map((need): Placed => {
      const basis = content.items.find(({ id }) => id === need.id)?.basis ?? null;
      const scores = `加权差距${score(need.mwds)}，在${analysis.needs.length}项中排第${need.rank}位`;
      return {
        subject: need.text,
        chapter: basis === null ? null : placed(basis.title, basis.place),
        evidence: {
          ...{ kind: 'gap', speaksFor: true, people: need.answered, strength: need.mwds },
          told: `${need.answered}人`,
          sentence: `《${withoutTitleMarks(title)}》中“${need.text}”的${scores}，属于“${QUADRANT_NAMES.focus}”（${need.answered}人）。`,
        },
      };
    });
}

function unansweredEvidence({
  title,
  place,
  people,
}: DiagnosisInput['unanswered'][number]): Placed {
  const told = peopleAtLeast(people);
  return {
    subject: '',
    chapter: placed(title, place),
    evidence: {
      ...{ kind: 'unanswered', speaksFor: true, people, told, strength: people },
      sentence: `有${told}提问而现有资料没有答案，最接近的内容在《${withoutTitleMarks(title)}》${place}。`,
    },
  };
}

function recalls({ recalled, titles }: DiagnosisInput): Placed[] {
  return recalled.flatMap(({ material, chapter, people, answers, right }): Placed[] => {
    const title = titles.get(material);
    // A material that is gone cannot be named, and nobody could look it up.
    if (title === undefined || people < FEWEST || answers === 0) return [];
    const share = right / answers;
    if (share >= WEAK_RECALL && share < GOOD_RECALL) return [];
    const speaksFor = share < WEAK_RECALL;
    const told = peopleAtLeast(people);
    const result = `《${withoutTitleMarks(title)}》${chapter}的复习题答对${aboutTenths(share)}（${told}）`;
    return [
      {
        subject: '',
        chapter: placed(title, chapter),
        evidence: {
          ...{ kind: 'recall', speaksFor, people, told, strength: 1 - share },
          sentence: speaksFor ? `${result}，掌握不牢。` : `${result}，掌握较好。`,
        },
      },
    ];
  });
}

/** 三（二） stands in the chapter 三; a place that has none stands for itself. */
function placed(title: string, place: string) {
  const chapter = /^(?:第[一二三四五六七八九十百]+章|[一二三四五六七八九十百]+(?=$|[（、]))/u.exec(
    place,
  );
  return { title: withoutTitleMarks(title), chapter: chapter?.[0] ?? place };
}
