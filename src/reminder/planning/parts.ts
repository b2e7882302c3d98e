import type { RecallBank } from '../../checkin/recall/bank.ts';
import type { LearningStore } from '../../checkin/store.ts';
import type { Clock } from '../../clock.ts';
import type { MailingKind, MessageButton } from '../../delivery/mailing.ts';
import type { DeliveryStore } from '../../delivery/store.ts';
import type { PeopleStore } from '../../people/store.ts';
import type { RestDays } from '../calendar/rest-days.ts';
import type { ReminderStore } from '../store.ts';

/** Surveys that messages ask people to answer. */
export interface AskedSurveys {
  /** Null where it is gone. ISO instants; `closedAt` is null before the closing. */
  survey(
    id: string,
  ): Promise<{ readonly closesAt: string; readonly closedAt: string | null } | null>;
  /** Whether each of these people has submitted. */
  submittedOf(survey: string, people: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What planning and releasing look at. */
export interface PlanningParts {
  readonly reminders: ReminderStore;
  readonly deliveries: DeliveryStore;
  readonly people: PeopleStore;
  readonly learning: LearningStore;
  readonly surveys: AskedSurveys;
  readonly restDays: RestDays;
  readonly clock: Clock;
  /** IANA zone in which learners' own times count. */
  readonly zone: string;
  /** Whether messages can be pushed at all; else all go to the page. */
  readonly hasBot: boolean;
  /** The recall questions of the corpus as it is now. */
  recall(): Promise<RecallBank>;
  /** A new id of a mailing or a delivery, in the form of the conversation's. */
  newId(): string;
  /** What stands under a message. */
  buttonsOf(kind: MailingKind): readonly MessageButton[];
}
