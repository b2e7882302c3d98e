import { z } from 'zod';
import { ROUNDS } from '../../seminar/session/session.ts';
import { LONGEST_MINUTES } from '../../seminar/session/timer.ts';

/** Under this name alone a session stands in deeds: at its end, the buttons that name it are wiped. */
const session = z.string();
const contribution = z.string();
const round = z.enum(ROUNDS);
const group = z.object({ into: contribution, ids: z.array(contribution) });
const place = z.object({ id: contribution, into: contribution.nullable() });
/** First contributions of groups that the trainer does not want merged. */
const skipped = z.array(contribution);

/** What buttons of live seminars do: the trainer's, then the participants'. */
export const seminarLiveDeeds = [
  /** The sessions of a kit, and new ones. */
  z.object({ kind: z.literal('open-sessions'), kit: z.string() }),
  z.object({ kind: z.literal('start-sessions'), kit: z.string(), inGroups: z.boolean() }),
  z.object({ kind: z.literal('list-sessions') }),
  z.object({ kind: z.literal('open-panel'), session }),
  /** `from` is the step that the button was made at. */
  z.object({
    kind: z.literal('move-session'),
    session,
    from: z.number().int(),
    to: z.enum(['next', 'back', 'skip']),
  }),
  z.object({ kind: z.literal('show-list'), session }),
  z.object({ kind: z.literal('suggest-merges'), session, skipped }),
  z.object({ kind: z.literal('merge'), session, groups: z.array(group), skipped }),
  /** `places` are what each contribution was merged into before; null where it stood by itself. */
  z.object({ kind: z.literal('unmerge'), session, places: z.array(place) }),
  z.object({
    kind: z.literal('choose-focus'),
    session,
    from: z.number().int(),
    contribution,
  }),
  z.object({ kind: z.literal('write-focus'), session }),
  z.object({
    kind: z.literal('set-timer'),
    session,
    act: z.enum(['start', 'pause', 'resume', 'add', 'stop']),
    minutes: z.number().int().min(0).max(LONGEST_MINUTES),
  }),
  z.object({ kind: z.literal('show-record'), session }),
  z.object({ kind: z.literal('export-sheet'), session, ofAll: z.boolean() }),
  z.object({ kind: z.literal('drop-note'), session, note: z.string() }),
  z.object({ kind: z.literal('ask-close-session'), session }),
  z.object({ kind: z.literal('close-session'), session }),
  /** Where a session stands, as who takes part sees it. */
  z.object({ kind: z.literal('open-seat'), session }),
  z.object({ kind: z.literal('put-in'), session, round, texts: z.array(z.string()) }),
  z.object({ kind: z.literal('list-own'), session }),
  z.object({ kind: z.literal('withdraw-own'), session, contribution }),
  /** The choices made so far, the first of them first. */
  z.object({ kind: z.literal('pick'), session, round, picks: z.array(contribution) }),
  z.object({ kind: z.literal('cast-vote'), session, round, picks: z.array(contribution) }),
  z.object({ kind: z.literal('leave-session'), session }),
] as const;
