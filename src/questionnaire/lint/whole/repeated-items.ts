import { likeness } from '../../../text/likeness.ts';
import { isQuestion, type QuestionItem } from '../../questionnaire.ts';
import { askedOf } from '../asked.ts';
import type { WholeRule } from '../rule.ts';
import { coreOf } from './core-of.ts';
import { sharedCharacters, viewOf } from './view-of.ts';

/** Cores that share this much of their pairs ask the same; measured on the development items. */
const SAME = 0.78;
/** With the same options word for word, less is enough. */
const ALIKE = 0.5;
/** With the same kinds of things to choose from, looked at from the same place. */
const IN_OTHER_WORDS = 0.3;
const MOST_COMPARED = 100;

export const REPEATED_ITEMS: WholeRule = {
  name: '题目重复',
  check: ({ items }) => {
    const cores = items
      .filter(isQuestion)
      .slice(0, MOST_COMPARED)
      .map((item) => ({
        item,
        core: coreOf(item.text, item.type === 'scale-pair'),
        kinds: kindsOf(item),
        isOfKinds: isOfKinds(item),
      }));
    return cores.flatMap((one, at) => {
      const earlier = cores.slice(0, at).find((other) => isSame(other, one));
      if (earlier === undefined) return [];
      return [
        {
          item: one.item.id,
          message: `与“${earlier.item.text.slice(0, 40)}”问的是一回事。`,
          mend: '删去其中一道，或者写明两道题的不同之处。',
        },
      ];
    });
  },
};

interface Core {
  readonly item: QuestionItem;
  readonly core: string;
  readonly kinds: string;
  /** Names of things or times; quantities and ranks may be of anything. */
  readonly isOfKinds: boolean;
}

/**
 * The options in one line; empty where they are lists that many questions share, which say nothing
 * of what is asked.
 */
function kindsOf(item: QuestionItem): string {
  if ((item.type !== 'single' && item.type !== 'multiple') || item.options.length < 3) return '';
  const { shape } = askedOf(item);
  if (shape === 'scale' || shape === 'yes-no' || shape === 'frequency') return '';
  return item.options
    .map((option) => coreOf(option, false) || option)
    .sort()
    .join('/');
}

function isOfKinds(item: QuestionItem): boolean {
  if ((item.type !== 'single' && item.type !== 'multiple') || item.options.length < 4) return false;
  const { shape } = askedOf(item);
  return shape === 'kinds' || shape === 'calendar' || shape === 'whole';
}

function isSame(one: Core, other: Core): boolean {
  if (one.core.length < 2 || other.core.length < 2) return false;
  const isChoice = ({ type }: QuestionItem) => type === 'single' || type === 'multiple';
  const sameType = one.item.type === other.item.type;
  if (one.core === other.core) return sameType || (isChoice(one.item) && isChoice(other.item));
  if (one.kinds !== '' && one.kinds === other.kinds) {
    // All of them are about training.
    const [core, earlier] = [one.core, other.core].map((words) => words.replaceAll('培训', ''));
    if (one.isOfKinds) {
      const isSameView = viewOf(one.item.text) === viewOf(other.item.text);
      if (!isSameView || hasOneFrame(one.core, other.core)) return false;
      return sharedCharacters(core ?? '', earlier ?? '') >= IN_OTHER_WORDS;
    }
    return likeness(core ?? '', earlier ?? '') >= ALIKE && !isParallel(one.core, other.core);
  }
  if (!sameType || Math.min(one.core.length, other.core.length) < 4) return false;
  if (likeness(one.core, other.core) < SAME) return false;
  return !isParallel(one.core, other.core);
}

/** 对脱产培训的支持程度 and 对网络培训的支持程度 differ in what they are about. */
function isParallel(one: string, other: string): boolean {
  const [middle, otherMiddle] = apart(one, other);
  if (middle === '' || otherMiddle === '')
    return /[不未没非无]|前|后|再|还|过|已|曾|实际|去年|近/u.test(middle + otherMiddle);
  return likeness(middle, otherMiddle) < 0.5;
}

const FRAME_LENGTH = 4;
/** One sentence with another matter put into it, 经济工作 and 社会治理. */
function hasOneFrame(one: string, other: string): boolean {
  const [middle, otherMiddle] = apart(one, other);
  if (one.length - middle.length < FRAME_LENGTH || middle === '' || otherMiddle === '')
    return false;
  return likeness(middle, otherMiddle) < 0.5;
}

/** What is left of each without what both begin and end with. */
function apart(one: string, other: string): readonly [string, string] {
  const [first, second] = [[...one], [...other]];
  const shorter = Math.min(first.length, second.length);
  let start = 0;
  while (start < shorter && first[start] === second[start]) start += 1;
  let end = 0;
  while (end < shorter - start && first.at(-1 - end) === second.at(-1 - end)) end += 1;
  return [
    first.slice(start, first.length - end).join(''),
    second.slice(start, second.length - end).join(''),
  ];
}
