import type { Mention } from '../corpus/mentions.ts';
import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { Finding } from './finding.ts';
import type { Question } from './question.ts';
import { quotesOf } from './quotes.ts';

const ASKS_NAME =
  /叫(?:什么|啥|作)|什么(?:计划|名)|哪个(?:计划|专栏|附件)|名称|名字|第?几个?(?:专栏|附件)|(?:专栏|附件)几|哪(?:几|些)个?(?:专栏|附件)|多少个?专栏|哪一?(?:条|处|部分|节|款|段)|在哪|出自|提到|点名|对应/u;

export type AttachmentVerdict =
  /** The question is not about an attachment. */
  | { readonly about: 'nothing' }
  /** It asks which there are, what they are called or where they stand: the text says. */
  | { readonly about: 'names'; readonly mentions: readonly Mention[] }
  /** It asks for what only the attachment could say. */
  | { readonly about: 'content'; readonly mentions: readonly Mention[] };

/** Those that an answer names; more would say no more, and no answer has room for their quotes. */
const MOST_MENTIONS = 24;

export function judgeAttachments(
  question: Question,
  mentions: readonly Mention[],
): AttachmentVerdict {
  const words = withoutQuotationMarks(question.plain);
  const named = mentions.filter((mention) => isNamed(mention, question.places, words));
  const asksAll = /专栏|附件|附表|附录/u.test(question.plain);
  if (named.length === 0 && !asksAll) return { about: 'nothing' };
  const isOfUnknown = question.places.some((place) => place.startsWith('专栏'));
  if (named.length === 0 && isOfUnknown) return { about: 'nothing' };
  const meant = named.length > 0 ? named : atNamedPlaces(mentions, question);
  if (meant.length === 0) return { about: 'nothing' };
  return {
    about: ASKS_NAME.test(question.plain) ? 'names' : 'content',
    mentions: meant.slice(0, MOST_MENTIONS),
  };
}

/** @param words of the question, without quotation marks */
function isNamed({ label, name }: Mention, places: readonly string[], words: string): boolean {
  if (places.includes(label)) return true;
  return name.length >= 6 && words.includes(withoutQuotationMarks(name));
}

function withoutQuotationMarks(text: string): string {
  return text.replace(/[“”"'‘’]/gu, '');
}

function atNamedPlaces(mentions: readonly Mention[], { places }: Question): readonly Mention[] {
  const there = mentions.filter(({ place }) => places.includes(place));
  return there.length > 0 ? there : mentions;
}

/** Each attachment by label and name, quoted where the text names it. */
export function answerNames(index: CorpusIndex, mentions: readonly Mention[]): Finding {
  const lead = `${mentions.map(({ label, name }) => `${label}：${name}`).join('；')}。`;
  return {
    outcome: 'answered',
    lead,
    quotes: quotesOf(index, mentions),
    nearest: [],
    settledBy: 'rule',
  };
}
