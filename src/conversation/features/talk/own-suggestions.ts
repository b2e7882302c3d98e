import type { Suggestion } from '../../../suggestion/suggestion.ts';
import { choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { sentBlocks, shownOnce } from './sent-suggestion.ts';

const NOTHING =
  '没有等着告诉您的答复：已经看过，或者已经满三十天。有查询码的，发送“查询意见”和查询码，随时可以再看。';
const STAYS =
  '点“看过了”，这件意见是您提的这条记录随即删除；不点的，满三十天删除。查询码仍然有效。';
const SEEN = '好的，这几件意见是您提的，记录已经删除。要再看答复，请用查询码。';
const NOT_TOLD = '好的，不再告诉您，意见建议与您对应的记录已经全部删除。要看答复，请用查询码。';

/** The answers that somebody asked to be told of. */
export async function openOwnAnswers(on: PersonalOccasion): Promise<FeatureReply> {
  const settled = (await on.suggestions.wishedBy(on.person.id)).filter(isSettled);
  if (settled.length === 0) return say(NOTHING);
  return shownOnce('', [
    ...settled.flatMap((suggestion) => sentBlocks(suggestion, on)),
    remark(STAYS),
    choices('意见建议', ['看过了', { kind: 'drop-own-wishes', of: 'answered' }]),
  ]);
}

function isSettled({ state }: Suggestion): boolean {
  return state === 'answered' || state === 'declined';
}

/** Forgets that they were theirs. */
export function dropOwnWishes(
  { of }: DeedOf<'drop-own-wishes'>,
  { person }: PersonalOccasion,
): FeatureReply {
  return {
    placement: 'turn',
    blocks: [lead(of === 'answered' ? SEEN : NOT_TOLD)],
    changes: [
      { of: 'suggestion', change: { kind: 'drop-suggestion-wishes', person: person.id, of } },
    ],
  };
}
