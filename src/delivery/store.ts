import type { DueDelivery, Message, NewDelivery, Reach, Release } from './delivery.ts';
import type { Mailing } from './mailing.ts';
import type { DeliveryReport, Unreached } from './report.ts';

/** A change that is kept in one transaction with what leads to it. */
export type DeliveryChange =
  /** Adds nothing where there is a mailing from the same source. */
  | {
      readonly kind: 'add-mailing';
      readonly mailing: Mailing;
      readonly deliveries: readonly NewDelivery[];
    }
  /** The first time counts. */
  | {
      readonly kind: 'open-message';
      readonly person: string;
      readonly id: string;
      readonly at: string;
    };

/**
 * Messages to people, and what became of them.
 *
 * @throws UserFacingError from any method where the records cannot be used now (locked, full)
 */
export interface DeliveryStore {
  /** Deliveries whose time has come, the oldest first. */
  due(now: Date, limit: number): Promise<readonly DueDelivery[]>;
  /** Carries out what was decided of deliveries that still wait; those that do not stay as they are. */
  release(releases: readonly Release[], now: Date): Promise<void>;
  /**
   * Occurrences of reminders that are no urgent ones, and mailings that nobody waits for, messages of which
   * are ready for a channel.
   */
  readyNotices(): Promise<
    readonly { readonly mailing: string; readonly reminder: string | null }[]
  >;
  /**
   * What is ready of these mailings, or has come to its last moment, is decided on anew; so are notices
   * that a clock which was set forward has put off for months.
   */
  takeBack(mailings: readonly string[], now: Date): Promise<void>;
  /** Of people who are there; whoever is not is missing. */
  reach(people: readonly string[], now: Date): Promise<ReadonlyMap<string, Reach>>;
  /** The occurrences of a reminder, the newest first. */
  mailings(reminder: string, limit: number): Promise<readonly Mailing[]>;
  /** Those that were made from these, the newest first. */
  mailingsFrom(sources: readonly string[]): Promise<readonly Mailing[]>;
  /** @param mailing one of the reminder's; null for all of them */
  report(reminder: string, mailing: string | null): Promise<DeliveryReport>;
  /** Whom an occurrence of a reminder did not reach, by name. */
  unreached(reminder: string, mailing: string | null): Promise<readonly Unreached[]>;
  /** Messages of a person, whatever channel they came by, the newest first. */
  messages(
    person: string,
    limit: number,
    before?: string,
  ): Promise<{ readonly messages: readonly Message[]; readonly hasMore: boolean }>;
  /** Null where it is not the person's. */
  message(person: string, id: string): Promise<Message | null>;
  /** Messages that no channel has pushed and that the person has not opened. */
  unread(person: string): Promise<number>;
  /**
   * Wipes what messages of more than a year ago said and to whom they went; reports count them on.
   * Nothing that a clock which has just been set forward by years makes old.
   */
  forget(now: Date): Promise<void>;
  change(changes: readonly DeliveryChange[]): Promise<void>;
}
