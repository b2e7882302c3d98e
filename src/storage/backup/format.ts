import { z } from 'zod';
import type { Tables } from '../schema.ts';

/** Raised whenever older programs could not read a backup any more. */
export const FORMAT = 3;

/**
 * What a backup of an earlier format, or of an earlier program, may lack and be restored all the same:
 * tables that are empty then, and columns that may be.
 */
export const MAY_LACK: readonly string[] = [
  ...['2027-03-reminders', '2027-04-questionnaires', '2027-05-given-answers'],
  '2027-06-tallies',
  ...['2027-06-ledger'],
  '2027-06-releases',
  ...['2027-06-suggestions'],
];

/** The earliest format that is read: tables have had their numbers since. */
export const OLDEST_FORMAT = 2;

/**
 * What is backed up, parents first. The inbox of a bot, leases and the day's use of a model are not:
 * an old inbox would be answered again. Nor is who takes part in a seminar and who has voted, nor who has
 * sent a 意见建议; see `withoutSessions` and `withoutSenders`. Drafts of answers, and what was submitted last, are in it as they are in the tables:
 * sealed, with a key that no backup has. New tables come last: a row names its table by its number.
 */
export const BACKED_UP = [
  'conversation',
  'turn',
  'action_set',
  'file',
  'rating',
  'suggestion',
  'person',
  'class',
  'class_member',
  'invitation',
  'account',
  'audit',
  'learning_entry',
  'recall_card',
  'recall_answer',
  'seminar_kit',
  'seminar_version',
  'seminar_share',
  'seminar_session',
  'seminar_round',
  'seminar_contribution',
  'seminar_vote',
  'seminar_note',
  'reminder',
  'audience_filter',
  'study_wishes',
  'mailing',
  'delivery',
  'questionnaire',
  'questionnaire_version',
  'survey',
  'survey_participant',
  'survey_draft',
  'survey_pool',
  'survey_answer',
  'given_cite',
  'given_answer',
  'given_answer_cite',
  'tally',
  'ledger_topic',
  'ledger_wording',
  'ledger_asked',
  'release',
] as const satisfies readonly (keyof Tables)[];

/** Tables that are written in the order of their keys: that in which PostgreSQL has rows tells when they changed. */
export const IN_ORDER = {
  survey_participant: ['survey', 'respondent'],
  survey_draft: ['survey', 'respondent'],
  survey_answer: ['survey', 'id'],
  suggestion: ['id'],
} as const satisfies Partial<Record<(typeof BACKED_UP)[number], readonly string[]>>;

/** Tables whose key counts upwards by itself, with that key. */
export const COUNTED = { conversation: 'id', turn: 'ordinal', delivery: 'ordinal' } as const;

/** The first line. */
export const header = z.object({
  ganxun: z.literal('backup'),
  format: z.number().int(),
  at: z.string(),
  /** Names of the migrations that had made the tables. */
  migrations: z.array(z.string()),
});

/** A row's line: its table by number, and its fields. */
export const rowLine = z.tuple([z.number().int(), z.record(z.string(), z.unknown())]);

/** The last line: rows of each table, and the SHA-256 of all lines before. */
export const footer = z.object({
  rows: z.record(z.string(), z.number().int()),
  sha256: z.string(),
});

/** Bytes have no place in JSON. */
export function packed(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return mapped(row, (value) =>
    value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value,
  );
}

export function unpacked(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return mapped(row, (value) => {
    const { bytes } = (value ?? {}) as { bytes?: unknown };
    return typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : value;
  });
}

function mapped(
  row: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(value)]));
}
