import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { offerCheckIn } from './check-in.ts';
import { askRecall } from './recall.ts';

/** Agreed: what was asked for is done at once. */
export async function consent(
  { next }: DeedOf<'consent'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const at = on.now.toISOString();
  const agreed: PersonalOccasion = { ...on, person: { ...on.person, consentedAt: at } };
  const reply =
    next === 'recall'
      ? await askRecall({ material: null, place: null }, agreed)
      : await offerCheckIn(null, agreed);
  const change = { kind: 'consent', person: on.person.id, at } as const;
  return { ...reply, changes: [{ of: 'people', change }, ...(reply.changes ?? [])] };
}
