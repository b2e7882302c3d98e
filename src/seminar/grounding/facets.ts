import type { Citation } from '../../answering/answer.ts';
import { forceOf } from '../../answering/force.ts';
import { phrasesOf } from '../../text/sentences.ts';
import { sliceOf } from '../../text/span.ts';

/**
 * What a phrase of policy text offers to ask about: a task that is required (`task`), one that is
 * encouraged or explored (`soft`), a number to meet (`figure`), several things in a row (`list`), what
 * it is all for (`purpose`).
 */
export type FacetKind = 'task' | 'soft' | 'figure' | 'list' | 'purpose';

export interface Facet {
  readonly kind: FacetKind;
  /** A slice of the citation, without 其中 in front and punctuation behind. */
  readonly words: string;
  readonly citation: Citation;
}

const SHORTEST = 6;
/** A longer phrase cannot be taken in by ear. */
const LONGEST = 40;

const FIGURE =
  /\d+\s*(?:名|门|种|个月|次|人|年|%|\/\d)|\d+至\d+年|[一二三四五六七八九十]分之|每年/u;
const PURPOSE = /^(?:实现|增强|提高|提升|逐步形成|形成|推动优质|让干部|以评促改)/u;
/** What a required task begins with; what begins otherwise is a subject, a manner or a remnant. */
const TASK =
  /^(?:进一步|着力|大力|努力|注重|重视|有计划地|分级|定期|综合|及时|严肃|充分|研究)?(?:完善|加强|建立|健全|推进|推行|推广|实施|开展|加大|严格|严把|严控|规范|制定|出台|强化|突出|坚持|改进|发挥|运用|用好|做好|抓好|办好|保证|重视|注重|安排|选调|通报|创新|组织|加快|构建|评聘|利用|推荐|统筹|培训|讲清楚|要|把|落实|弘扬|发现|邀请|紧贴|丰富|开发|举办)/u;

/** @param isOn whether a phrase is on the topic; others of the citation are left alone */
export function facetsOf(citation: Citation, isOn: (phrase: string) => boolean): Facet[] {
  const span = { start: 0, end: citation.text.length };
  return (
    phrasesOf(citation.text, span)
      .map((one) => sliceOf(citation.text, one).replace(/^其中|[，；。：！？]+$/gu, ''))
      .filter((words) => SHORTEST <= words.length && words.length <= LONGEST && isOn(words))
      // What an attachment holds that is not included cannot be compared with.
      .filter((words) => !words.includes('专栏'))
      .flatMap((words) => kindsOf(words).map((kind) => ({ kind, words, citation })))
  );
}

function kindsOf(words: string): FacetKind[] {
  const force = forceOf(words);
  const kinds: FacetKind[] = [];
  if (FIGURE.test(words)) kinds.push('figure');
  if (isList(words)) kinds.push('list');
  if (force === 'encourages' || force === 'explores') kinds.push('soft');
  else if (PURPOSE.test(words)) kinds.push('purpose');
  else if (force === 'requires' && TASK.test(words) && kinds.length === 0) kinds.push('task');
  return kinds;
}

/** What is done to several is one thing (加大对甲、乙、丙的支持); what is done of several is a list. */
function isList(words: string): boolean {
  const isOpened = TASK.test(words) || /^(?:通过|突出|推动|以[^，]+为重点)/u.test(words);
  return words.split('、').length > 2 && isOpened && !/对|更加|作为|[向给]/u.test(words);
}
