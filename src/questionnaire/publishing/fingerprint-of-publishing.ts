import { createHash } from 'node:crypto';
import type { Audience } from '../../people/audience/audience.ts';

/** Long enough that no two have the same by chance. */
const LENGTH = 16;

/** All that a person sees before they publish. */
export interface SeenPublishing {
  readonly questionnaire: string;
  readonly version: number;
  readonly audience: Audience;
  readonly isByLink: boolean;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly invitation: string;
  /** Whom it goes to, by their ids. */
  readonly people: readonly string[];
}

/** Tells whether what someone confirms is what they were shown. */
export function fingerprintOfPublishing(seen: SeenPublishing): string {
  const { questionnaire, version, audience, isByLink, opensAt, closesAt, invitation } = seen;
  const parts = audience.map(({ classId, unit, role }) => [classId, unit, role]);
  const people = seen.people.toSorted();
  const whole = [questionnaire, version, parts, isByLink, opensAt, closesAt, invitation, people];
  return createHash('sha256').update(JSON.stringify(whole)).digest('base64url').slice(0, LENGTH);
}
