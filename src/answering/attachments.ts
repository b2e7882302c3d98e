import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { Span } from '../text/span.ts';
import type { Question } from './question.ts';

/** A place where the text names an attachment whose content the corpus does not hold. */
export interface Mention extends Span {
  readonly material: string;
  readonly place: string;
  /** As a reader cites it: 专栏3. */
  readonly label: string;
  /** What carries it, such as 年轻干部理想信念强化计划; empty where only the label stands. */
  readonly name: string;
}

const MENTION = /([^，。；：、（）()\n]{0,40})（((?:专栏|附件|附表|附录)[0-9０-９一二三四五六七八九十]*)）/gu;
/** Verbs before the name: 实施, 组织实施, 落实. */
const LEADING_VERB = /^(?:组织实施|深入实施|大力实施|实施|落实|制定|执行)/u;

const ASKS_NAME =
  /叫(?:什么|啥|作)|什么(?:计划|名)|哪个(?:计划|专栏|附件)|名称|名字|第?几个?(?:专栏|附件)|(?:专栏|附件)几|哪(?:几|些)个?(?:专栏|附件)|多少个?专栏|哪一?(?:条|处|部分|节|款|段)|在哪|出自|提到|点名|对应/u;

/** All mentions in the corpus of attachments that it does not hold. */
export function mentionsIn(index: CorpusIndex): Mention[] {
  return index.store.materials().flatMap(({ id }) => {
    const text = index.store.materialText(id) ?? '';
    const outline = index.store.outline(id);
    const included = new Set(outline.map(({ place }) => place));
    return [...text.matchAll(MENTION)].flatMap((match) => {
      const label = (match[2] as string).normalize('NFKC');
      if (included.has(label)) return [];
      const lead = match[1] as string;
      const name = lead.replace(LEADING_VERB, '');
      const start = match.index + lead.length - name.length;
      const section = outline.find(({ body }) => body.start <= start && start < body.end);
      const end = match.index + match[0].length;
      return [{ material: id, place: section?.place ?? '', label, name, start, end }];
    });
  });
}

export type AttachmentVerdict =
  /** The question is not about an attachment. */
  | { readonly about: 'nothing' }
  /** It asks which there are, what they are called or where they stand: the text says. */
  | { readonly about: 'names'; readonly mentions: readonly Mention[] }
  /** It asks for what only the attachment could say. */
  | { readonly about: 'content'; readonly mentions: readonly Mention[] };

export function judgeAttachments(
  question: Question,
  mentions: readonly Mention[],
): AttachmentVerdict {
  const named = mentions.filter((mention) => isNamed(mention, question));
  const asksAll = /专栏|附件|附表|附录/u.test(question.plain);
  if (named.length === 0 && !asksAll) return { about: 'nothing' };
  const meant = named.length > 0 ? named : atNamedPlaces(mentions, question);
  if (meant.length === 0) return { about: 'nothing' };
  return { about: ASKS_NAME.test(question.plain) ? 'names' : 'content', mentions: meant };
}

function isNamed({ label, name }: Mention, { places, plain }: Question): boolean {
  if (places.includes(label)) return true;
  return name.length >= 6 && withoutQuotationMarks(plain).includes(withoutQuotationMarks(name));
}

function withoutQuotationMarks(text: string): string {
  return text.replace(/[“”"'‘’]/gu, '');
}

function atNamedPlaces(mentions: readonly Mention[], { places }: Question): readonly Mention[] {
  const there = mentions.filter(({ place }) => places.includes(place));
  return there.length > 0 ? there : mentions;
}
