import { z } from 'zod';
import { audiencePart as part } from './audience-part.ts';

const reminder = z.string();
const classId = z.string();

/** What the next text says of a draft: of its audience, where it begins, or of the words for it. */
export const writtenInReminder = z.enum(['audience', 'filter', 'text', 'gap', 'time']);

/** What buttons of reminders and notices do, for those who write them. */
export const reminderDeeds = [
  z.object({ kind: z.literal('list-reminders'), from: z.number().int() }),
  /** Which kind, or for which class. */
  z.object({ kind: z.literal('new-reminder') }),
  z.object({ kind: z.literal('draft-reminder'), of: z.enum(['study', 'class']) }),
  z.object({ kind: z.literal('draft-notice'), classId }),
  /** A notice that was said in one go, and confirmed to be written down as a draft. */
  z.object({
    kind: z.literal('write-notice'),
    classId,
    text: z.string(),
    /** In words; null where it was not said. */
    when: z.string().nullable(),
  }),
  z.object({ kind: z.literal('open-reminder'), reminder }),
  z.object({ kind: z.literal('choose-audience'), reminder }),
  z.object({
    kind: z.literal('list-audience'),
    reminder,
    by: z.enum(['class', 'unit', 'role', 'filter']),
    from: z.number().int(),
  }),
  z.object({ kind: z.literal('add-part'), reminder, part }),
  z.object({ kind: z.literal('drop-part'), reminder, part }),
  z.object({ kind: z.literal('use-filter'), reminder, filter: z.string() }),
  z.object({ kind: z.literal('ask-drop-filter'), reminder, filter: z.string() }),
  z.object({ kind: z.literal('drop-filter'), reminder, filter: z.string() }),
  /** Of a notice to one class: to another one instead. */
  z.object({ kind: z.literal('move-notice'), reminder, classId }),
  z.object({ kind: z.literal('choose-template'), reminder }),
  z.object({ kind: z.literal('use-template'), reminder, template: z.string() }),
  z.object({ kind: z.literal('write-in-reminder'), reminder, what: writtenInReminder }),
  /** A gap of a template whose line is left out; see `gap` of the dialogue's state for `total`. */
  z.object({
    kind: z.literal('skip-gap'),
    reminder,
    gap: z.string(),
    total: z.number().int(),
  }),
  /** `words` say one and the same time whenever they are read. */
  z.object({ kind: z.literal('set-reminder-time'), reminder, words: z.string() }),
  z.object({ kind: z.literal('set-urgent'), reminder, isUrgent: z.boolean() }),
  z.object({ kind: z.literal('try-reminder'), reminder }),
  /** `seen` is the fingerprint of what was shown. */
  z.object({ kind: z.literal('confirm-reminder'), reminder, seen: z.string() }),
  z.object({ kind: z.literal('ask-stop-reminder'), reminder }),
  z.object({ kind: z.literal('stop-reminder'), reminder }),
  z.object({ kind: z.literal('ask-drop-reminder'), reminder }),
  z.object({ kind: z.literal('drop-reminder'), reminder }),
  /** `mailing`: one of its occurrences; null for all of them. */
  z.object({ kind: z.literal('open-report'), reminder, mailing: z.string().nullable() }),
] as const;
