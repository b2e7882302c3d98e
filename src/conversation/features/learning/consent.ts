import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { offerCheckIn } from './check-in.ts';
import { askRecall } from './recall.ts';
import { recordText } from './record-study.ts';

/** Agreed: what was asked for is done at once. */
export async function consent(
  { next, text }: DeedOf<'consent'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const at = on.now.toISOString();
  const agreed: PersonalOccasion = { ...on, person: { ...on.person, consentedAt: at } };
  const reply = await carryOn(next, text, agreed);
  const change = { kind: 'consent', person: on.person.id, at } as const;
  return { ...reply, changes: [{ of: 'people', change }, ...(reply.changes ?? [])] };
}

function carryOn(
  next: DeedOf<'consent'>['next'],
  text: string | null,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  if (next === 'recall') return askRecall({ material: null, place: null }, on);
  return text === null ? offerCheckIn(null, on) : recordText(text, on);
}
