/**
 * 学习提醒: opted into, capped. 班务通知: to people of one's own class, without opting in. 服务消息:
 * what a person has just asked for, sent at once; or what became of something that they had asked for
 * long ago, which waits for its time (see `isUnhurried`).
 */
export const MAILING_KINDS = ['study', 'class', 'service'] as const;

export type MailingKind = (typeof MAILING_KINDS)[number];

export const MAILING_NAMES: Readonly<Record<MailingKind, string>> = {
  study: '学习提醒',
  class: '班务通知',
  service: '服务消息',
};

/** A button under a message: its words, and the deed that a tap on it does, as plain data. */
export interface MessageButton {
  readonly label: string;
  readonly deed: unknown;
}

/** A message to one or more people, each of whom has a delivery of it. */
export interface Mailing {
  readonly id: string;
  readonly kind: MailingKind;
  /**
   * What it is made from, such as a reminder and one of its instants. There is never a second one
   * from the same source: whoever adds it again adds nothing.
   */
  readonly source: string;
  /** The reminder that it is an occurrence of; null where it is of none. */
  readonly reminder: string | null;
  /** What people see in a list of their messages. */
  readonly title: string;
  readonly buttons: readonly MessageButton[];
  /** Not held back by quiet hours or rest days, and sent before others. */
  readonly isUrgent: boolean;
  /** ISO instants: for when it was due, and when it was made. */
  readonly dueAt: string;
  readonly createdAt: string;
}
