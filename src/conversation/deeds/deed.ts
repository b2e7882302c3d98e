import { z } from 'zod';
import { goldenDeeds } from './golden.ts';
import { learningDeeds } from './learning.ts';
import { ledgerDeeds } from './ledger.ts';
import { materialDeeds } from './materials.ts';
import { messageDeeds } from './messages.ts';
import { peopleDeeds } from './people.ts';
import { questionnaireDeeds } from './questionnaires.ts';
import { reminderDeeds } from './reminders.ts';
import { seminarKitDeeds } from './seminar-kit.ts';
import { seminarLiveDeeds } from './seminar-live.ts';
import { surveyDeeds } from './surveys.ts';
import { talkDeeds } from './talk.ts';

/** What a button does; kept beside the reply, so it must be plain data. */
const deed = z.discriminatedUnion('kind', [
  ...talkDeeds,
  ...learningDeeds,
  ...messageDeeds,
  ...peopleDeeds,
  ...seminarKitDeeds,
  ...seminarLiveDeeds,
  ...reminderDeeds,
  ...questionnaireDeeds,
  ...surveyDeeds,
  ...materialDeeds,
  ...ledgerDeeds,
  ...goldenDeeds,
]);

export type Deed = z.infer<typeof deed>;

/** The deed of one kind. */
export type DeedOf<Kind extends Deed['kind']> = Extract<Deed, { kind: Kind }>;

/** Deeds as they were kept; null where an older version kept something that is no longer known. */
export function readDeed(stored: unknown): Deed | null {
  const parsed = deed.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
