import { z } from 'zod';
import type { Weekday } from '../../clock.ts';
import { MESSAGE_CHANNELS } from '../../reminder/wishes.ts';

const day = z.number().int().min(1).max(7) as unknown as z.ZodType<Weekday>;
const days = z.array(day).nullable();
/** `HH:MM` */
const time = z.string().nullable();

/** What buttons of 学习提醒 and of one's own messages do. */
export const messageDeeds = [
  z.object({ kind: z.literal('open-wishes') }),
  /** Asks for the days and the time of someone who is not opted in. */
  z.object({ kind: z.literal('start-wishes') }),
  z.object({ kind: z.literal('choose-wished-days') }),
  /** `days` that have just been chosen; null where they stay. */
  z.object({ kind: z.literal('choose-wished-time'), days }),
  z.object({ kind: z.literal('choose-wished-number') }),
  z.object({ kind: z.literal('choose-pause') }),
  z.object({ kind: z.literal('choose-message-channel') }),
  /** Opts in, or changes what is not null. */
  z.object({
    kind: z.literal('set-wished-times'),
    days,
    time,
    mostAWeek: z.number().int().min(1).max(7).nullable(),
  }),
  z.object({ kind: z.literal('pause-reminders'), days: z.number().int().min(1).max(366) }),
  z.object({ kind: z.literal('resume-reminders') }),
  z.object({ kind: z.literal('stop-reminders') }),
  z.object({
    kind: z.literal('set-message-channel'),
    channel: z.enum(MESSAGE_CHANNELS),
  }),
  z.object({ kind: z.literal('list-messages'), before: z.string().nullable() }),
  z.object({ kind: z.literal('open-message'), id: z.string() }),
  /** 收到: the tap itself says that the message was read. */
  z.object({ kind: z.literal('acknowledge') }),
] as const;
