import { z } from 'zod';

const entry = z.string();
/** `YYYY-MM-DD`; null for the day on which the button is tapped. */
const on = z.string().nullable();

/** What buttons of learning records, recall and one's own data do. */
export const learningDeeds = [
  /** `text`: the record that led to the question; null where none was written yet. */
  z.object({
    kind: z.literal('consent'),
    next: z.enum(['check-in', 'recall']),
    text: z.string().nullable(),
  }),
  z.object({ kind: z.literal('open-check-in'), on }),
  /** Null where it is still to be chosen; `entry` where a record is to be changed. */
  z.object({
    kind: z.literal('choose-place'),
    material: z.string().nullable(),
    chapter: z.string().nullable(),
    on,
    entry: entry.nullable(),
  }),
  z.object({ kind: z.literal('choose-day'), entry: entry.nullable() }),
  z.object({ kind: z.literal('record-place'), material: z.string(), place: z.string(), on }),
  z.object({ kind: z.literal('record-session'), classId: z.string(), on }),
  z.object({ kind: z.literal('list-entries'), before: z.string().nullable() }),
  z.object({ kind: z.literal('open-entry'), entry }),
  z.object({ kind: z.literal('edit-entry'), entry }),
  z.object({ kind: z.literal('move-place'), entry, material: z.string(), place: z.string() }),
  z.object({ kind: z.literal('move-day'), entry, on: z.string() }),
  z.object({ kind: z.literal('write-study'), entry }),
  z.object({ kind: z.literal('write-reflection'), entry }),
  z.object({ kind: z.literal('ask-withdraw'), entry }),
  z.object({ kind: z.literal('withdraw'), entry }),
  /** Null where the class is still to be chosen. */
  z.object({ kind: z.literal('share'), entry, classId: z.string().nullable() }),
  z.object({ kind: z.literal('unshare'), entry }),
  z.object({
    kind: z.literal('ask-recall'),
    material: z.string().nullable(),
    place: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('answer-recall'),
    item: z.string(),
    /** Names this one time of asking, and orders the options. */
    asked: z.string(),
    choice: z.number().int(),
  }),
  z.object({ kind: z.literal('open-map') }),
  z.object({ kind: z.literal('export-map') }),
  z.object({ kind: z.literal('open-data') }),
  z.object({ kind: z.literal('export-data'), format: z.enum(['csv', 'xapi']) }),
  z.object({ kind: z.literal('ask-forget-learning') }),
  z.object({ kind: z.literal('forget-learning') }),
  z.object({ kind: z.literal('export-cited') }),
  z.object({ kind: z.literal('ask-forget-cited') }),
  z.object({ kind: z.literal('forget-cited') }),
  z.object({ kind: z.literal('open-own-questions') }),
  z.object({ kind: z.literal('export-own-questions') }),
  z.object({ kind: z.literal('ask-forget-own-questions') }),
  z.object({ kind: z.literal('forget-own-questions') }),
  z.object({ kind: z.literal('ask-remove-me') }),
  z.object({ kind: z.literal('remove-me') }),
  z.object({ kind: z.literal('new-device') }),
  z.object({ kind: z.literal('sign-out-others') }),
] as const;
