import { citationLine } from '../../../answering/answer-text.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { IndexedPassage } from '../../../retrieval/index/store-schema.ts';
import { placeOnPage } from '../../../text/pages.ts';
import type { Span } from '../../../text/span.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, notice, type Occasion, say } from '../../feature.ts';
import type { DraftButton, PassageBlock, Placement } from '../../reply.ts';
import type { DialogueContext } from '../../state.ts';

type QuoteReference = DialogueContext['quotes'][number];

const WITHDRAWN = '这份资料已停用或者撤下，不再引用。请重新提问。';
const CHANGED = '这份资料已经更新，现行文本中没有这段引文。请重新提问，以现行文本为准。';
const NOTHING_BEFORE = '还没有可以展开的引文。请先提一个问题。';

/** The passage that holds a quote, with the quote marked in it. */
export async function openQuote(quote: QuoteReference, occasion: Occasion): Promise<FeatureReply> {
  return showQuote(await occasion.index(), quote, 'aside');
}

/** The passage before or after one that was opened. */
export async function openPassage(
  { material, anchor }: DeedOf<'open-passage'>,
  occasion: Occasion,
): Promise<FeatureReply> {
  const index = await occasion.index();
  if (index.store.materialText(material) === null) return notice(WITHDRAWN);
  const passage = index.store.passageByAnchor(material, anchor);
  if (passage === null) return notice(CHANGED);
  return { placement: 'aside', blocks: [passageBlock(index, [passage], [])] };
}

/** The passage of what was quoted last, for 原文呢 and 还有吗. */
export async function showSource(occasion: Occasion): Promise<FeatureReply> {
  const quote = occasion.state.context?.quotes[0];
  if (quote === undefined) return say(NOTHING_BEFORE);
  return showQuote(await occasion.index(), quote, 'turn');
}

/** A quote that has moved in a corrected text is found again where it stands exactly once. */
function showQuote(index: CorpusIndex, quote: QuoteReference, placement: Placement): FeatureReply {
  const text = index.store.materialText(quote.material);
  const word = (problem: string) => ({ ...notice(problem), placement: endOf(placement) });
  if (text === null) return word(WITHDRAWN);
  const start = locate(text, quote);
  if (start === null) return word(CHANGED);
  const span = { start, end: start + quote.text.length };
  const passages = index.store.passagesCovering(quote.material, span);
  const found =
    passages.length > 0
      ? passages
      : index.store.passagesAt(quote.material, quote.place).slice(0, 1);
  if (found.length === 0) return word(CHANGED);
  return { placement, blocks: [passageBlock(index, found, [span])] };
}

/** A problem beside the history passes; one that answers a question stays. */
function endOf(placement: Placement): Placement {
  return placement === 'aside' ? 'notice' : placement;
}

function locate(text: string, quote: QuoteReference): number | null {
  if (text.startsWith(quote.text, quote.start)) return quote.start;
  const first = text.indexOf(quote.text);
  return first >= 0 && text.indexOf(quote.text, first + 1) < 0 ? first : null;
}

/** @param passages neighbours in one material, at least one */
function passageBlock(
  { store }: CorpusIndex,
  passages: readonly IndexedPassage[],
  marked: readonly Span[],
): PassageBlock<DraftButton> {
  const [first, last] = [passages[0], passages.at(-1)] as [IndexedPassage, IndexedPassage];
  const material = store.materials().find(({ id }) => id === first.material);
  if (material === undefined) throw new Error(`Cannot show a passage of "${first.material}"`);
  const { title, approver, firstPassage, endPassage } = material;
  const text = (store.materialText(first.material) ?? '').slice(first.start, last.end);
  const { place, headings } = first;
  const { page } = store.onPage(first.material, first.start);
  const neighbours: [string, number][] = [
    ['上一段', first.ordinal - 1],
    ['下一段', last.ordinal + 1],
  ];
  return {
    kind: 'passage',
    title,
    place: placeOnPage(place, page),
    headings,
    text,
    marks: marked.flatMap((span) => markWithin(span, first.start, text.length)),
    standing: `批准情况：${approver}`,
    line: citationLine({ text, title, place, page }),
    buttons: neighbours
      .filter(([, ordinal]) => firstPassage <= ordinal && ordinal < endPassage)
      .map(([label, ordinal]) => {
        const { anchor } = store.passage(ordinal);
        return { label, deed: { kind: 'open-passage', material: first.material, anchor } };
      }),
  };
}

function markWithin({ start, end }: Span, origin: number, length: number): Span[] {
  const mark = { start: Math.max(start - origin, 0), end: Math.min(end - origin, length) };
  return mark.start < mark.end ? [mark] : [];
}
