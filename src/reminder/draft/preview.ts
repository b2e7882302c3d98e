import { SMALLEST_GROUP } from '../../checkin/store.ts';
import { dateIn } from '../../clock.ts';
import { chooseChannel } from '../../delivery/choose-channel.ts';
import type { DeliveryStore } from '../../delivery/store.ts';
import type { Recipient } from '../../people/audience/people-in.ts';
import { nameOf, type Person, type TrainingClass } from '../../people/person.ts';
import type { PeopleStore } from '../../people/store.ts';
import type { RestDays } from '../calendar/rest-days.ts';
import { recipientsOf } from '../recipients-of.ts';
import type { Reminder } from '../reminder.ts';
import { type FirstOccurrences, firstOccurrences } from '../schedule/first-occurrences.ts';
import { scheduleInWords } from '../schedule/timing-in-words.ts';
import type { ReminderStore } from '../store.ts';
import { type DraftProblem, problemsOf } from './check-draft.ts';
import { messageFor } from './message.ts';
import { remarksOn } from './preview-remarks.ts';

/** What a preview is made from. */
export interface PreviewParts {
  readonly people: Pick<PeopleStore, 'people' | 'classes'>;
  readonly reminders: Pick<ReminderStore, 'allWishes'>;
  readonly deliveries: Pick<DeliveryStore, 'reach'>;
  readonly restDays: RestDays;
  /** Whether a bot is set up. */
  readonly hasBot: boolean;
  /** IANA zone in which times count unless another is named. */
  readonly zone: string;
}

/** Who gets what and when, if a draft is confirmed now. */
export interface Preview {
  /** What keeps it from being confirmed; none where it can be. */
  readonly problems: readonly DraftProblem[];
  /** As one of them reads it; empty where nothing is written yet. */
  readonly message: string;
  /** Of a notice: whose message it is; null where it is nobody's. */
  readonly example: string | null;
  readonly classes: readonly TrainingClass[];
  /** When it is sent, in words; its zone is named where that is not the usual one. */
  readonly schedule: string;
  /** In the audience. */
  readonly people: number;
  /** Of a study reminder: who of them has opted in; null where that is fewer than five. */
  readonly optedIn: number | null;
  /** Instants at which messages go first, three at most; `due` where they are moved from. */
  readonly first: readonly { readonly due: Date; readonly at: Date }[];
  /** People without a channel; names of a notice's alone. */
  readonly unreached: { readonly count: number; readonly names: readonly string[] };
  readonly remarks: readonly string[];
}

const DATES_SHOWN = 3;
const NAMES_SHOWN = 10;

export async function previewOf(draft: Reminder, parts: PreviewParts, now: Date): Promise<Preview> {
  const [everyone, classes] = [await parts.people.people(), await parts.people.classes()];
  const when = datesOf(draft, everyone, classes, parts.restDays, now);
  const recipients = recipientsOf(draft, everyone, classes, dateIn(draft.zone, now));
  const problems = problemsOf(draft, { recipients, classes, dates: when.sent, ...parts }, now);
  const example = exampleAmong(recipients);
  return {
    problems,
    message: draft.text === '' ? '' : messageOf(draft, example),
    example: draft.kind === 'study' || example === null ? null : nameOf(example.person),
    classes,
    schedule: scheduleInWords(draft, draft.zone === parts.zone ? undefined : draft.zone),
    people: recipients.length,
    optedIn: draft.kind === 'study' ? await optedIn(recipients, parts) : null,
    first: when.sent,
    unreached: await unreachedOf(draft, recipients, parts, now),
    remarks: remarksOn(draft, { classes, when }, now),
  };
}

/** Who would get a draft if it went now. */
export async function recipientsNow(
  draft: Reminder,
  { people }: Pick<PreviewParts, 'people'>,
  now: Date,
): Promise<Recipient[]> {
  const [everyone, classes] = [await people.people(), await people.classes()];
  return recipientsOf(draft, everyone, classes, dateIn(draft.zone, now));
}

/** The first dates on which somebody is there to get it. */
function datesOf(
  draft: Reminder,
  everyone: readonly Person[],
  classes: readonly TrainingClass[],
  restDays: RestDays,
  now: Date,
): FirstOccurrences {
  const found = firstOccurrences(draft, restDays, now, DATES_SHOWN);
  const sent = found.sent.filter(
    ({ due }) => recipientsOf(draft, everyone, classes, dateIn(draft.zone, due)).length > 0,
  );
  return { ...found, sent };
}

/** Somebody with a name, so that the example looks as most do. */
function exampleAmong(recipients: readonly Recipient[]): Recipient | null {
  return recipients.find(({ person }) => person.name !== '') ?? recipients[0] ?? null;
}

/** A study reminder names nobody: whoever is in it is there by their own wish. */
function messageOf(draft: Reminder, example: Recipient | null): string {
  if (example === null) return draft.text;
  if (draft.kind === 'class') return messageFor(draft, example);
  const nobody = { ...example.person, name: '（姓名）', unit: '（单位）' };
  return messageFor(draft, { ...example, person: nobody });
}

/** The message of a draft to one person, in the audience or not. */
export async function messageTo(
  person: Person,
  draft: Reminder,
  { people }: Pick<PreviewParts, 'people'>,
): Promise<string> {
  const named = draft.audience.find(({ classId }) => classId !== null)?.classId;
  const trainingClass = (await people.classes()).find(({ id }) => id === named) ?? null;
  return messageFor(draft, { person, trainingClass });
}

async function optedIn(
  recipients: readonly Recipient[],
  { reminders }: Pick<PreviewParts, 'reminders'>,
): Promise<number | null> {
  const wanting = new Set(
    (await reminders.allWishes()).filter(({ isOn }) => isOn).map(({ person }) => person),
  );
  const count = recipients.filter(({ person }) => wanting.has(person.id)).length;
  return count < SMALLEST_GROUP ? null : count;
}

async function unreachedOf(
  { kind }: Reminder,
  recipients: readonly Recipient[],
  { deliveries, hasBot }: Pick<PreviewParts, 'deliveries' | 'hasBot'>,
  now: Date,
): Promise<Preview['unreached']> {
  const ids = recipients.map(({ person }) => person.id);
  const reach = await deliveries.reach(ids, now);
  const lost = recipients.filter(({ person }) => {
    const ways = reach.get(person.id);
    return ways === undefined || chooseChannel(ways, hasBot).kind === 'failed';
  });
  const names = lost.slice(0, NAMES_SHOWN).map(({ person }) => nameOf(person));
  return { count: lost.length, names: kind === 'study' ? [] : names };
}
