import { type CallLimits, type ChatModel, ModelFailure } from '../../model/model.ts';
import { echoesPrompt } from '../../model/prompt-echo.ts';
import type { Prompts } from '../../model/prompts.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { FoundAnswer } from '../answer-question.ts';
import { type CheckedClaim, checkClaim, type DraftClaim } from '../gates/check-claim.ts';
import type { Finding, ShownPassages } from '../gates/gate.ts';
import { refuseBeside } from '../refuse.ts';
import { type ComposedClaim, Composition } from './composition.ts';
import { draft } from './draft.ts';
import { type DraftedAnswer, instead, SOME_LEFT_OUT } from './drafted-answer.ts';
import { readDraft } from './read-draft.ts';
import { passagesAsData } from './shown-passages.ts';

/** What a draft is made of and with. */
export interface DraftRequest {
  readonly index: CorpusIndex;
  /** The answer that needs no model: what is left when nothing else is. */
  readonly found: FoundAnswer;
  readonly shown: ShownPassages;
  /** In which the claims are to be written, such as `zh`. */
  readonly language: string;
  readonly chat: ChatModel;
  readonly prompts: Prompts;
  readonly limits: CallLimits;
  /** Aborted once the person has left. */
  readonly left: AbortSignal;
}

/** A turn of the model: what came of the draft that it wrote. */
interface Turn {
  /** Claims that passed the gates. */
  passed: number;
  readonly rejected: { readonly claim: DraftClaim; readonly checked: CheckedClaim }[];
  readonly findings: Finding[];
  isRefusal: boolean;
  failure: ModelFailure | null;
}

/**
 * Has a model draft an answer, and gives each claim as soon as it has passed the gates. What was
 * rejected goes back once, with the findings; where nothing passes, the answer is the one that
 * needs no model. Never throws for what the endpoint does.
 */
export async function* draftAnswer(
  request: DraftRequest,
): AsyncGenerator<ComposedClaim, DraftedAnswer> {
  const { found, shown, limits, left } = request;
  if (shown.size === 0) return instead(found.answer, 'not-asked', []);
  const composition = new Composition(found);
  const first = yield* takeTurn(request, composition, null);
  const isRepaired = isWorthRepair(first) && !limits.signal.aborted;
  const last = isRepaired ? yield* takeTurn(request, composition, first) : first;
  const findings = isRepaired ? [...first.findings, ...last.findings] : first.findings;
  if (!composition.isEmpty) {
    const isWhole = isRepaired
      ? last.failure === null && last.passed >= first.rejected.length
      : first.failure === null && first.rejected.length === 0;
    const remark = isWhole && !composition.isCut ? '' : SOME_LEFT_OUT;
    return { ...composed(request, composition), course: 'drafted', remark, findings };
  }
  if (first.isRefusal || last.isRefusal) return refused(request, findings);
  if (composition.isBesideThePoint && found.answer.outcome !== 'answered') {
    return refused(request, findings);
  }
  const failure = last.failure ?? first.failure;
  const course = failure === null ? 'did-not-pass' : courseOf(failure, left);
  return instead(found.answer, course, findings);
}

/** What was rejected can be mended; a draft that cannot be read at all can be written again. */
function isWorthRepair({ failure, rejected, passed }: Turn): boolean {
  if (failure === null) return rejected.length > 0;
  return failure.kind === 'malformed' && passed + rejected.length === 0;
}

/** @param before the turn that is to be repaired; null for the first */
async function* takeTurn(
  request: DraftRequest,
  composition: Composition,
  before: Turn | null,
): AsyncGenerator<ComposedClaim, Turn> {
  const turn: Turn = { passed: 0, rejected: [], findings: [], isRefusal: false, failure: null };
  const { chat, index, shown, found, limits, language } = request;
  const grounds = { index, shown, language, question: found.question.text };
  const prompt = promptFor(request, before);
  try {
    for await (const part of readDraft(chat.stream(prompt, limits))) {
      if (part.kind === 'outcome') {
        turn.isRefusal = part.outcome === 'not-in-corpus';
        if (turn.isRefusal) break;
        continue;
      }
      if (composition.says(part.claim.text)) continue;
      // A model that shows its orders has been talked into it: nothing more of it is read.
      if (echoesPrompt(part.claim.text, prompt.system)) {
        throw new ModelFailure('malformed', 'use a draft that repeats its prompt');
      }
      const checked = checkClaim(part.claim, grounds);
      turn.findings.push(...checked.findings);
      if (checked.passes) {
        turn.passed++;
        yield* composition.add(checked);
      } else turn.rejected.push({ claim: part.claim, checked });
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    turn.failure = error;
  }
  return turn;
}

function promptFor({ prompts, found, shown, index, language }: DraftRequest, before: Turn | null) {
  const inputs = {
    question: JSON.stringify(found.question.text),
    language,
    passages: passagesAsData(shown, index),
  };
  if (before === null) return prompts.fill('answer', inputs, draft);
  return prompts.fill('repair', { ...inputs, findings: findingsAsData(before) }, draft);
}

/** Each rejected claim with what was found against it; what the names mean stands in the prompt. */
function findingsAsData({ rejected, failure }: Turn): string {
  if (failure !== null) return JSON.stringify({ outcome: failure.kind });
  return rejected
    .map(({ claim, checked }) => JSON.stringify({ claim, findings: checked.findings }))
    .join('\n');
}

function composed({ found }: DraftRequest, { claims, quotes }: Composition) {
  const { question, methods, related } = found.answer;
  const lead = claims.map(({ text }) => text).join('\n');
  return {
    question,
    outcome: 'answered',
    lead,
    quotes,
    nearest: [],
    methods,
    related,
    claims,
  } as const;
}

/** A pair that was approved for the very question outweighs a model that does not see the answer. */
function refused({ found }: DraftRequest, findings: readonly Finding[]): DraftedAnswer {
  const { answer, settledBy } = found;
  if (settledBy === 'approved-pair' || answer.outcome !== 'answered') {
    return instead(answer, 'refused', findings);
  }
  return instead({ ...answer, ...refuseBeside(answer.quotes) }, 'refused', findings);
}

function courseOf({ kind }: ModelFailure, left: AbortSignal) {
  if (left.aborted) return 'left';
  if (kind === 'cancelled' || kind === 'timeout') return 'too-slow';
  if (kind === 'resting' || kind === 'over-budget') return kind;
  return 'endpoint-failed';
}
