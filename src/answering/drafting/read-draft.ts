import { JSONParser } from '@streamparser/json';
import { ModelFailure } from '../../model/model.ts';
import type { DraftClaim } from '../gates/check-claim.ts';
import { draftedClaim, draftOutcome } from './draft.ts';

/** What a draft says, in the order in which it comes. */
export type DraftPart =
  | { readonly kind: 'outcome'; readonly outcome: 'answered' | 'not-in-corpus' }
  | { readonly kind: 'claim'; readonly claim: DraftClaim };

/** More than this is no answer to a question. */
const MOST_CLAIMS = 12;

/**
 * The parts of a draft, each as soon as its last character has come.
 *
 * @throws ModelFailure `malformed` where what comes is no draft; what came whole before has been given
 */
export async function* readDraft(chunks: AsyncIterable<string>): AsyncGenerator<DraftPart> {
  const parts: DraftPart[] = [];
  const parser = new JSONParser({ paths: ['$.outcome', '$.claims.*'], keepStack: false });
  let isBroken = false;
  let claims = 0;
  parser.onError = () => {
    isBroken = true;
  };
  parser.onValue = ({ value, key }) => {
    const part = partOf(key, value);
    if (part === null) isBroken = true;
    else parts.push(part);
  };
  for await (const chunk of chunks) {
    // What stands behind the end of the draft says nothing.
    if (!isBroken && !parser.isEnded) parser.write(chunk);
    for (const part of parts.splice(0)) {
      yield part;
      if (part.kind === 'claim' && ++claims === MOST_CLAIMS) return;
    }
    if (isBroken) break;
  }
  if (isBroken || !parser.isEnded) throw new ModelFailure('malformed', 'read a draft');
}

function partOf(key: unknown, value: unknown): DraftPart | null {
  if (key === 'outcome') {
    const outcome = draftOutcome.safeParse(value);
    return outcome.success ? { kind: 'outcome', outcome: outcome.data } : null;
  }
  const claim = draftedClaim.safeParse(value);
  return claim.success ? { kind: 'claim', claim: claim.data } : null;
}
