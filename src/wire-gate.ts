import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { heldButtons } from './conversation/features/messages/message-buttons.ts';
import { makeId } from './conversation/ids.ts';
import { guardReleases } from './materials/gate/guard-releases.ts';
import { tellHeld } from './materials/gate/tell-held.ts';
import { can } from './people/abilities.ts';
import type { RestDays } from './reminder/calendar/rest-days.ts';
import { allowedAt } from './reminder/schedule/sending-time.ts';
import type { IndexGate } from './retrieval/index/gate.ts';
import type { Records } from './storage/records.ts';

export interface WireGateParts {
  readonly config: Pick<Config, 'zone'>;
  readonly clock: Clock;
  corpusFolder(): string;
  records(): Promise<Pick<Records, 'releases' | 'people'>>;
  restDays(): Promise<RestDays>;
}

/** What an index must pass before answers come from it, with the records behind it. */
export function wireGate(parts: WireGateParts): IndexGate {
  const { config, clock, corpusFolder, records, restDays } = parts;
  return guardReleases({
    ...{ corpusFolder, now: clock.now },
    releases: async () => (await records()).releases,
    messagesOf: async (held) => {
      const everyone = await (await records()).people.people();
      const kind = { kind: 'class', isUrgent: false } as const;
      return tellHeld(held, {
        people: everyone.filter(({ role }) => can(role, 'manage-materials')).map(({ id }) => id),
        notBefore: allowedAt(kind, clock.now(), config.zone, await restDays()).toISOString(),
        ...{ buttons: heldButtons(), newId: makeId },
      });
    },
  });
}
