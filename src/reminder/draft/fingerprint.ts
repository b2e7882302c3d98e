import { createHash } from 'node:crypto';
import type { Reminder } from '../reminder.ts';

/** Long enough that no two drafts have the same by chance. */
const LENGTH = 16;

/** Tells whether what someone confirms is what they were shown. */
export function fingerprintOf({ kind, text, audience, timing, zone, isUrgent }: Reminder): string {
  const seen = JSON.stringify([kind, text, parts(audience), timingParts(timing), zone, isUrgent]);
  return createHash('sha256').update(seen).digest('base64url').slice(0, LENGTH);
}

/** In an order that does not depend on where they were kept. */
function parts(audience: Reminder['audience']): unknown {
  return audience.map(({ classId, unit, role }) => [classId, unit, role]);
}

function timingParts(timing: Reminder['timing']): unknown {
  if (timing.kind === 'now') return ['now'];
  return timing.kind === 'once'
    ? ['once', timing.at, timing.until]
    : ['repeat', timing.cron, timing.endsOn, timing.until];
}
