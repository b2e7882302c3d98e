import type { CallLimits, TokenMeter } from '../../model/model.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { Kit } from '../kit.ts';
import { citedSpanOf, givesOrders } from './held.ts';
import { type ImprovedKit, improvedKit } from './improved-kit.ts';
import { KitDraft } from './kit-draft.ts';
import { quotedIn } from './quoted.ts';
import { type RewriteParts, rewritePart } from './rewrite-part.ts';
import { type Item, type Part, partsOf } from './rewriting.ts';

export interface ImprovingParts extends RewriteParts {
  /** Whether a material's text, its headings included, may go to the endpoint. */
  mayLeave(material: string): boolean;
}

/** Tokens of a stage in and out: about 3,000 for six questions, and as many again for their repair. */
const LEAST_FOR_PART = 6000;

/**
 * The same kit in better words: a model rewrites the questions stage by stage, all stages at the same
 * time, and every rewriting passes the checks or is left out. Stages, levels, basis, times and groups
 * are never the model's. Whatever the endpoint does, a whole kit comes back.
 */
export async function improveKit(
  kit: Kit,
  parts: ImprovingParts,
  limits: CallLimits,
): Promise<ImprovedKit> {
  const { sent, atHome } = sentParts(kit, parts);
  const draft = new KitDraft(kit);
  const shares = sharesOf(limits.tokens, sent.length);
  const rewritten = await Promise.all(
    sent.map((part, at) => {
      const tokens = shares[at] as TokenMeter;
      return rewritePart(part, kit.order, draft, parts, { ...limits, tokens });
    }),
  );
  return improvedKit(draft.kit, rewritten, atHome);
}

/** How many calls a kit is rewritten in, repairs not counted. */
export function callsFor(kit: Kit): number {
  return partsOf(kit).length;
}

/**
 * What goes to the endpoint: nothing that rests on text which may not leave or is approved no more, or
 * that quotes it; nothing at all where the order is written for a model or names such a text's heading.
 */
function sentParts(
  kit: Kit,
  { index, mayLeave }: ImprovingParts,
): { readonly sent: readonly Part[]; readonly atHome: readonly Item[] } {
  const parts = partsOf(kit);
  const all = parts.flatMap(({ items }) => items);
  const { topic, audience, situation } = kit.order;
  const isForModel = [topic, audience].some(givesOrders);
  if (isForModel || namesInternal(index, topic, mayLeave)) return { sent: [], atHome: all };
  const notToBeSent = [
    ...kit.basis.filter(({ material }) => !mayLeave(material)).map(({ text }) => text),
    // A question may quote what a trainer told; see `situationOf`.
    ...(givesOrders(situation) ? [situation] : []),
  ];
  const staysHome = ({ basis, ...item }: Item) =>
    basis.some((one) => !mayLeave(one.material) || citedSpanOf(index, one) === null) ||
    [item.text, ...item.followUps, item.expected]
      .flatMap((text) => quotedIn(text).quotes)
      .some(({ words }) => notToBeSent.some((text) => text.includes(words)));
  return {
    sent: parts
      .map((part) => ({ ...part, items: part.items.filter((item) => !staysHome(item)) }))
      .filter(({ items }) => items.length > 0),
    atHome: all.filter(staysHome),
  };
}

/** A topic picked from the outline of a text is a heading of it, and no question goes without it. */
function namesInternal(
  { store }: CorpusIndex,
  topic: string,
  mayLeave: (material: string) => boolean,
): boolean {
  const headed = store
    .materials()
    .filter(({ id }) => store.outline(id).some(({ headings }) => headings.at(-1)?.endsWith(topic)));
  return headed.length > 0 && !headed.some(({ id }) => mayLeave(id));
}

/**
 * A part of the budget for each call, so that calls at the same time keep to it together. Where it does
 * not reach for all, the first ones have enough and the others nothing.
 */
function sharesOf(whole: TokenMeter, parts: number): TokenMeter[] {
  const paid = Math.min(parts, Math.max(1, Math.floor(whole.left() / LEAST_FOR_PART)));
  const budget = Math.floor(whole.left() / paid);
  return Array.from({ length: parts }, (_, at) => {
    let spent = at < paid ? 0 : budget;
    return {
      left: () => Math.max(0, Math.min(budget - spent, whole.left())),
      spend: (tokens) => {
        spent += tokens;
        whole.spend(tokens);
      },
    };
  });
}
