import { chooseChannel } from '../../delivery/choose-channel.ts';
import type { DueDelivery, Reach, Release, SkipReason } from '../../delivery/delivery.ts';
import { isUnhurried } from '../../delivery/unhurried-source.ts';
import { allowedAt } from '../schedule/sending-time.ts';
import { decideStudy } from '../wished/decide-study.ts';
import { withLastWarning } from '../wished/own-reminder.ts';
import type { StudyHistory, StudyWishes } from '../wishes.ts';
import { type Asked, readAsked } from './asked-surveys.ts';
import { composeOwn } from './compose-own.ts';
import type { PlanningParts } from './parts.ts';
import { readStanding, type Standing } from './standing.ts';

const AT_ONCE = 200;
const NOTHING_YET: StudyHistory = { reminders: [], lastRecordAt: null };
/** What is timed like a notice that is not urgent. */
const NOBODY_WAITS = { kind: 'class', isUrgent: false } as const;
const NOWHERE: Reach = { open: [], shut: [], chosen: null };

/**
 * Decides what becomes of every delivery whose time has come.
 *
 * @returns whether there was any
 */
export async function releaseDue(parts: PlanningParts, signal: AbortSignal): Promise<boolean> {
  const standing = readStanding(parts);
  let hasAny = false;
  while (!signal.aborted) {
    const now = parts.clock.now();
    const due = await parts.deliveries.due(now, AT_ONCE);
    if (due.length === 0) break;
    hasAny = true;
    await releaseSome(onceEach(due), now, standing, parts);
  }
  return hasAny;
}

/** Whoever has two is decided on twice, the second time knowing of the first. */
function onceEach(due: readonly DueDelivery[]): readonly DueDelivery[] {
  const seen = new Set<string>();
  return due.filter(({ person }) => !seen.has(person) && seen.add(person));
}

interface Case {
  readonly now: Date;
  readonly standing: Standing;
  readonly wishes: ReadonlyMap<string, StudyWishes>;
  readonly histories: ReadonlyMap<string, StudyHistory>;
  readonly asked: Asked;
}

async function releaseSome(
  due: readonly DueDelivery[],
  now: Date,
  standing: Standing,
  parts: PlanningParts,
): Promise<void> {
  const { deliveries, reminders, hasBot } = parts;
  const learners = due.filter(({ kind }) => kind === 'study').map(({ person }) => person);
  const [reach, wishes, histories, asked] = await Promise.all([
    deliveries.reach(
      due.map(({ person }) => person),
      now,
    ),
    reminders.wishesOf(learners),
    reminders.histories(learners),
    readAsked(due, now, parts.surveys),
  ]);
  const releases: Release[] = [];
  for (const one of due) {
    const decision = await decide(one, { now, standing, wishes, histories, asked }, parts);
    releases.push(releaseOf(one, decision, reach.get(one.person) ?? NOWHERE, hasBot));
  }
  await deliveries.release(releases, now);
}

function releaseOf(
  { id, text }: DueDelivery,
  decision: Decision,
  reach: Reach,
  hasBot: boolean,
): Release {
  switch (decision.kind) {
    case 'send':
      return { ...chooseChannel(reach, hasBot), id, text: decision.text };
    case 'skip':
      return { kind: 'skipped', id, reason: decision.reason };
    case 'later':
      return { kind: 'later', id, text, notBefore: decision.at.toISOString() };
    default:
      return decision satisfies never;
  }
}

type Decision =
  | { readonly kind: 'send'; readonly text: string }
  | { readonly kind: 'skip'; readonly reason: SkipReason }
  | { readonly kind: 'later'; readonly at: Date };

async function decide(one: DueDelivery, known: Case, parts: PlanningParts): Promise<Decision> {
  const { now, standing } = known;
  if (one.notAfter !== null && new Date(one.notAfter) <= now) return skip('late');
  const needless = known.asked(one);
  if (needless !== null) return skip(needless);
  const reminder = one.reminder === null ? null : await standing.of(one.reminder);
  if (reminder?.state === 'stopped') return skip('stopped');
  if (one.reminder !== null && reminder?.people.has(one.person) !== true) return skip('left');
  if (one.kind === 'study') return decideLearners(one, known, parts);
  // It may have been held up since: until the evening, or by a service that did not run.
  const waits = isUnhurried(one.source) ? NOBODY_WAITS : one;
  const at = allowedAt(waits, now, reminder?.zone ?? parts.zone, parts.restDays);
  return at > now ? { kind: 'later', at } : { kind: 'send', text: one.text ?? '' };
}

async function decideLearners(
  { person, text }: DueDelivery,
  { now, wishes, histories }: Case,
  parts: PlanningParts,
): Promise<Decision> {
  const own = wishes.get(person) ?? null;
  const history = histories.get(person) ?? NOTHING_YET;
  const decision = decideStudy({ wishes: own, history, now, zone: parts.zone });
  if (decision.kind === 'send') {
    const { isLastWarning } = decision;
    const words =
      text === null
        ? await composeOwn(person, now, isLastWarning, parts)
        : withLastWarning(text, isLastWarning);
    return { kind: 'send', text: words };
  }
  if (decision.pausesWishes && own !== null) {
    const at = now.toISOString();
    await parts.reminders.change([{ kind: 'pause-unheeded', wishes: own, at }]);
  }
  return skip(decision.reason);
}

function skip(reason: SkipReason): Decision {
  return { kind: 'skip', reason };
}
