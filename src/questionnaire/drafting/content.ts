import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { ItemBasis } from '../questionnaire.ts';
import type { ContentChapter, ContentItem } from './bank/content-item.ts';
import { DUTIES } from './bank/duties.ts';
import { POLITICS } from './bank/politics.ts';
import { THEORY } from './bank/theory.ts';
import { TRAINING } from './bank/training.ts';
import { findBasis } from './find-basis.ts';
import type { Variant } from './order.ts';

/** A content item as a questionnaire asks it. */
export interface Content {
  readonly id: string;
  readonly text: string;
  /** Null where the corpus does not speak of it. */
  readonly basis: ItemBasis | null;
}

/** What of the bank the approved text holds, as this group of people would say it. */
function groundedContent(
  index: CorpusIndex,
  items: readonly ContentItem[],
  variant: Variant,
): Content[] {
  return items.flatMap(({ id, text, wording, anchor }) => {
    const basis = findBasis(index, anchor);
    return basis === null ? [] : [{ id, text: wording?.[variant] ?? text, basis }];
  });
}

/** Of each chapter, where no topics were given. */
const USUAL_COUNTS = { theory: 2, politics: 2, duties: 4 };
/** Of politics what is about the audience's work, such as 宣传干部; the rest is what all need. */
const MOST_ABOUT_WORK = 1;
/** Their work is training, before anything else. */
const TRAINERS = /党校|行政学院|干部学院|干训|培训/u;

export interface UsualContent {
  readonly politics: readonly Content[];
  readonly duties: readonly Content[];
}

/** Chapters 二 to 四 as they fit an audience; what its work is about comes first. */
export function usualContent(index: CorpusIndex, audience: string, variant: Variant): UsualContent {
  const choose = (chapter: ContentChapter, ofWork: readonly ContentItem[], count: number) => {
    const usual = chapter.usual[variant].flatMap((id) =>
      chapter.items.filter((one) => one.id === id),
    );
    const others = chapter.items.filter((item) => !usual.includes(item));
    const all = [...new Set([...ofWork, ...usual, ...others])];
    return groundedContent(index, all, variant).slice(0, count);
  };
  const about = ({ items }: ContentChapter) => items.filter((item) => item.about.test(audience));
  const ofWork = TRAINERS.test(audience)
    ? [...about(TRAINING), ...about(DUTIES)]
    : [...about(DUTIES).slice(0, USUAL_COUNTS.duties - 1), ...about(TRAINING)];
  return {
    politics: [
      ...choose(THEORY, [], USUAL_COUNTS.theory),
      ...choose(POLITICS, about(POLITICS).slice(0, MOST_ABOUT_WORK), USUAL_COUNTS.politics),
    ],
    duties: choose(DUTIES, ofWork, USUAL_COUNTS.duties),
  };
}

/** What of the bank is about a topic. */
export function bankContent(index: CorpusIndex, topic: string, variant: Variant): Content[] {
  const items = [DUTIES, THEORY, POLITICS, TRAINING].flatMap((chapter) => chapter.items);
  return groundedContent(
    index,
    items.filter((item) => item.about.test(topic)),
    variant,
  );
}
