import { KIT_VERSION, type Kit } from '../../src/seminar/kit.ts';
import { USUAL_ORDER } from '../../src/seminar/order.ts';
import type { SeminarSession } from '../../src/seminar/session/session.ts';

/** A kit with the least that one can have. */
export function kitOn(topic: string, fields: Partial<Kit> = {}): Kit {
  return {
    ...{ version: KIT_VERSION, order: { topic, ...USUAL_ORDER } },
    ...{ focus: `如何解决“${topic}”？`, grounding: 'none', groundingNote: '', basis: [], aims: [] },
    groups: [
      { name: '第1组', people: 10 },
      { name: '第2组', people: 10 },
    ],
    ...{ grouping: '', roles: [], preparation: [], agenda: [], rules: [], supplies: [] },
    ...{ reporting: [], outcome: [], risks: [], questions: [] },
    ...fields,
  };
}

/** A session that has just been opened. */
export function sessionOf(id: string, fields: Partial<SeminarSession> = {}): SeminarSession {
  return {
    ...{ id, code: '123456', kitId: null, classId: null, owner: 't', topic: '训前需求调研走过场' },
    ...{ group: '', focus: '训前需求调研怎样做实？', round: 'problem', phase: 'collect', step: 0 },
    ...{ timer: null, openedAt: '2026-03-05T08:00:00.000Z', closedAt: null },
    ...fields,
  };
}
