import type { KitQuestion } from '../kit.ts';
import { lintQuestion } from '../lint/lint-questions.ts';
import type { Kind } from './question.ts';

/** A way to narrow a question: what it is opened with, and what is asked on. */
interface Narrowing {
  readonly opening: string;
  readonly followUp: string;
}

const ONE_OCCASION: Narrowing = {
  opening: '只说最近一次、亲身经手的：',
  followUp: '那一次的时间、场合和经手的环节分别是什么？',
};
const ONE_PLACE: Narrowing = {
  opening: '只挑一处说：',
  followUp: '为什么挑这一处，当时的情形是怎样的？',
};
const ONE_ANSWER: Narrowing = {
  opening: '只挑最有把握的一条说：',
  followUp: '把握来自哪一件亲身经手的事？',
};
const WITHIN_MEANS: Narrowing = {
  opening: '以一个月为限，不增加人和经费：',
  followUp: '第一个星期做哪一步，由哪个岗位来做？',
};
const ONE_DEED: Narrowing = {
  opening: '只挑一件事做：',
  followUp: '这件事的第一步由哪个岗位来做，做完给谁看？',
};
const NARROWINGS = [ONE_OCCASION, ONE_PLACE, ONE_ANSWER, WITHIN_MEANS, ONE_DEED];

/** It says already when, how often or with what. */
const HOLDS_A_TIME =
  /一年|半年|全年|两年|十年|往年|今年|上一年|一个月|一周|三个月|下周|明年|最近一次|近半年|不增加|哪个月|时间点|时间线/u;
/** It asks for several things, of which one alone would be no answer. */
const ASKS_FOR_ALL = /哪几件|哪几类|分成|分到|归成几类|一张|一份.{0,6}(?:清单|安排|交接单)/u;
const LOOKS_BACK: ReadonlySet<Kind> = new Set(['fact', 'feeling', 'meaning', 'analyse', 'process']);
const LOOKS_AHEAD: ReadonlySet<Kind> = new Set(['create', 'decide']);
const MOST_FOLLOW_UPS = 3;

/** The same question held to less; null where it is narrow already, or can be no narrower. */
export function sharpened(question: KitQuestion, kind: Kind): KitQuestion | null {
  const isNarrow = NARROWINGS.some(({ opening }) => question.text.startsWith(opening));
  if (isNarrow || ASKS_FOR_ALL.test(question.text)) return null;
  const { opening, followUp } = narrowingFor(question.text, kind);
  const text = opening + question.text.replace(/^请每人讲一件经手的事：/u, '');
  if (lintQuestion({ id: '', text }).length > 0) return null;
  const followUps = [followUp, ...question.followUps].slice(0, MOST_FOLLOW_UPS);
  return { ...question, text, followUps };
}

function narrowingFor(text: string, kind: Kind): Narrowing {
  const isTimed = HOLDS_A_TIME.test(text);
  if (LOOKS_BACK.has(kind)) return isTimed ? ONE_PLACE : ONE_OCCASION;
  if (LOOKS_AHEAD.has(kind)) return isTimed ? ONE_DEED : WITHIN_MEANS;
  return ONE_ANSWER;
}
