import type { Mailing, MailingKind } from './mailing.ts';

/**
 * `waiting` for its time; `ready` to be sent by its channel; `sending`: on its way right now; the
 * others are ends. `uncertain`: it was on its way when a process or the line broke, and is not sent
 * again.
 */
export const DELIVERY_STATES = [
  'waiting',
  'ready',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'skipped',
] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a message did not reach someone. */
export const FAILURE_REASONS = {
  /** The channel answers, now or before, that the person has shut it or never opened it. */
  blocked: '对方停用或者没有启用机器人',
  /** The channel does not take the message. */
  refused: '聊天平台拒收',
  'no-channel': '尚未登录，没有可用的渠道',
} as const;

export type FailureReason = keyof typeof FAILURE_REASONS;

/** Why a message was not meant to reach someone after all. Told in totals of five people or more. */
export const SKIP_REASONS = {
  'opted-out': '没有开启或者已经停止学习提醒',
  paused: '本人暂停',
  ignored: '连续三次没有回应，自动暂停',
  done: '已经有学习记录或者已经提交问卷',
  capped: '已达到本人的提醒次数',
  late: '错过了发送时间',
  left: '已不在接收范围',
  stopped: '发送人停止了发送',
} as const;

export type SkipReason = keyof typeof SKIP_REASONS;

/** A message to one person before it has gone anywhere. */
export interface NewDelivery {
  /** Names it in buttons: as an id of the conversation's. */
  readonly id: string;
  readonly person: string;
  /** As the person reads it; null where it is written when its time has come. */
  readonly text: string | null;
  /** ISO instants between which it may be sent; null for no end. */
  readonly notBefore: string;
  readonly notAfter: string | null;
}

/** One whose time has come. */
export interface DueDelivery extends NewDelivery {
  readonly mailing: string;
  /** See {@link Mailing.source}. */
  readonly source: string;
  readonly kind: MailingKind;
  readonly reminder: string | null;
  readonly isUrgent: boolean;
}

/** Where messages to a person can go. */
export interface Reach {
  /** Accounts of the person that have not turned out to be shut. */
  readonly open: readonly { readonly channel: string; readonly key: string }[];
  /** Channels whose account has turned out to be shut. */
  readonly shut: readonly string[];
  /** The channel that the person chose; null where they chose none. */
  readonly chosen: string | null;
}

/** What becomes of a delivery whose time has come. */
export type Release =
  /** By a channel that pushes, to one of its accounts. */
  | {
      readonly kind: 'push';
      readonly id: string;
      readonly text: string;
      readonly channel: string;
      readonly key: string;
    }
  /** Into the person's messages on the page: there at once. */
  | { readonly kind: 'inbox'; readonly id: string; readonly text: string }
  | {
      readonly kind: 'failed';
      readonly id: string;
      readonly text: string;
      readonly reason: FailureReason;
    }
  | { readonly kind: 'skipped'; readonly id: string; readonly reason: SkipReason }
  /** It waits on, until an ISO instant. */
  | {
      readonly kind: 'later';
      readonly id: string;
      readonly text: string | null;
      readonly notBefore: string;
    };

/** A message of a person, as they find it among their messages. */
export interface Message {
  readonly id: string;
  readonly kind: MailingKind;
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly deed: unknown }[];
  /** ISO instants: when it was sent or put there, and when the person first opened it. */
  readonly at: string;
  readonly openedAt: string | null;
  /** Not opened, and pushed by no channel: the person may not know of it yet. */
  readonly isUnread: boolean;
}
