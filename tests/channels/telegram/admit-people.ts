import type { Role } from '../../../src/people/abilities.ts';
import type { PlanBot } from '../../support/plan-bot.ts';

/** Makes people of chats, who have agreed to have records kept; `p12` is who speaks in chat 12. */
export async function admitPeople(
  { app }: PlanBot,
  chats: readonly number[],
  role: Role = 'learner',
): Promise<void> {
  const { people } = await app.records();
  const now = app.clock.now();
  const at = now.toISOString();
  const expiresAt = new Date(now.getTime() + 86_400_000).toISOString();
  for (const chat of chats) {
    const id = `p${chat}`;
    await people.change([
      { kind: 'add-person', person: { id, name: id, unit: '', role }, at },
      { kind: 'consent', person: id, at },
      {
        kind: 'invite',
        invitation: {
          ...{ id, codeHash: id, note: '', places: 1, role, classId: null, person: id },
          ...{ createdAt: at, expiresAt },
        },
      },
    ]);
    await people.redeem(id, { channel: 'telegram', key: String(chat) }, now, null);
  }
}
