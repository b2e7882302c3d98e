import { shownText } from '../../answering/gates/shown-text.ts';
import { type CallLimits, type ChatModel, ModelFailure } from '../../model/model.ts';
import { echoesPrompt } from '../../model/prompt-echo.ts';
import type { Prompts } from '../../model/prompts.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { SeminarOrder } from '../order.ts';
import { checkRewriting } from './check-rewriting.ts';
import { type Finding, piecesOf } from './checks/check.ts';
import { heldBy } from './held.ts';
import type { KitDraft } from './kit-draft.ts';
import { promptInputs, type ToMend } from './prompt-inputs.ts';
import { type Item, type Part, type Rewriting, rewritings } from './rewriting.ts';

export interface RewriteParts {
  readonly chat: ChatModel;
  readonly prompts: Prompts;
  readonly index: CorpusIndex;
}

/** What became of an item that a model gave back. */
export type Fate =
  | { readonly kind: 'taken' }
  /** Given back as it was. */
  | { readonly kind: 'same' }
  | {
      readonly kind: 'rejected';
      readonly draft: Rewriting;
      readonly findings: readonly Finding[];
    };

/** How the rewriting of a part ended. */
export interface Rewritten {
  readonly part: Part;
  /** By item; none of one that the model did not come to. */
  readonly fates: ReadonlyMap<Item, Fate>;
  /** How many names the model made up. */
  readonly strangers: number;
  /** Null where the last call gave something to read. */
  readonly failure: ModelFailure | null;
}

/** A part on its way: one draft of the kit for all of its turns. */
interface Work {
  readonly order: SeminarOrder;
  readonly draft: KitDraft;
  readonly parts: RewriteParts;
  readonly limits: CallLimits;
  readonly fates: Map<Item, Fate>;
}

interface Turn {
  readonly strangers: number;
  readonly failure: ModelFailure | null;
  /** The model showed its orders: nothing more is asked of it. */
  readonly isEcho: boolean;
}

const ECHO: Finding = { rule: '泄露提示词', words: '不复述提示词。' };

/**
 * Has a model rewrite the items of a part, and takes what passes into the draft. What does not pass
 * goes back once, with the findings, and so does a reply that cannot be read. Never throws for what the
 * endpoint does.
 */
export async function rewritePart(
  part: Part,
  order: SeminarOrder,
  draft: KitDraft,
  parts: RewriteParts,
  limits: CallLimits,
): Promise<Rewritten> {
  const fates = new Map<Item, Fate>();
  const work = { order, draft, parts, limits, fates };
  const first = await takeTurn(part, [], work);
  const left = part.items.filter((item) => !isSettled(fates.get(item)));
  const isReadable = first.failure === null || first.failure.kind === 'malformed';
  if (left.length === 0 || !isReadable || first.isEcho || limits.signal.aborted) {
    return { part, fates, ...first };
  }
  const second = await takeTurn({ ...part, items: left }, toMend(left, first, fates), work);
  return { part, fates, ...second, strangers: first.strangers + second.strangers };
}

function isSettled(fate: Fate | undefined): boolean {
  return fate?.kind === 'taken' || fate?.kind === 'same';
}

function toMend(
  left: readonly Item[],
  { failure }: Turn,
  fates: ReadonlyMap<Item, Fate>,
): ToMend[] {
  if (failure !== null) return [{ outcome: 'malformed' }];
  return left.flatMap((item) => {
    const fate = fates.get(item);
    if (fate?.kind !== 'rejected') return [];
    return [{ id: item.id, draft: fate.draft, findings: fate.findings }];
  });
}

async function takeTurn(part: Part, mend: readonly ToMend[], work: Work): Promise<Turn> {
  const { order, parts, limits, fates } = work;
  const prompt = parts.prompts.fill('seminar', promptInputs(order, part, mend), rewritings);
  let strangers = 0;
  try {
    const { questions } = await parts.chat.complete(prompt, limits);
    const drafts = questions.map(cleaned);
    // A model that shows its orders has been talked into it: nothing of its reply is used.
    const echo = drafts.find((one) => echoesPrompt(piecesOf(one).join('\n'), prompt.system));
    if (echo !== undefined) {
      for (const item of part.items) {
        fates.set(item, { kind: 'rejected', draft: echo, findings: [ECHO] });
      }
      return { strangers, failure: null, isEcho: true };
    }
    const open = new Set(part.items);
    for (const one of drafts) {
      const item = part.items.find(({ id }) => id === one.id);
      if (item === undefined) strangers++;
      // Of an item that is given twice, the first one counts.
      else if (open.delete(item)) fates.set(item, fateOf(one, item, work));
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    return { strangers, failure: error, isEcho: false };
  }
  return { strangers, failure: null, isEcho: false };
}

function fateOf(rewritten: Rewriting, item: Item, { order, draft, parts }: Work): Fate {
  if (isSame(rewritten, item)) return { kind: 'same' };
  const findings = [
    ...checkRewriting(rewritten, item, heldBy(parts.index, item, order)),
    ...draft.likenessOf(rewritten, item),
  ];
  if (findings.length > 0) return { kind: 'rejected', draft: rewritten, findings };
  draft.take(rewritten, item);
  return { kind: 'taken' };
}

/** As it is checked and shown: what cannot be seen could hide a word from the checks. */
function cleaned({ id, text, followUps, expected }: Rewriting): Rewriting {
  return {
    id,
    text: shownText(text),
    followUps: followUps.map(shownText),
    expected: shownText(expected),
  };
}

function isSame(one: Rewriting, other: Rewriting): boolean {
  return (
    piecesOf(one).join('\n') === piecesOf(other).join('\n') &&
    one.followUps.length === other.followUps.length
  );
}
