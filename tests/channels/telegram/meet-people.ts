import type { PlanBot } from '../../support/plan-bot.ts';
import { signIn } from '../../support/sign-in.ts';

/** Many people who have spoken with the bot before; `p12` is who speaks in chat 12. */
export async function meetPeople({ app, api }: PlanBot, chats: readonly number[]): Promise<void> {
  const { people } = await app.records();
  const at = app.clock.now().toISOString();
  await people.change(
    chats.map((chat) => {
      const id = `p${chat}`;
      return {
        ...{ kind: 'add-person', person: { id, name: id, unit: '', role: 'learner' }, at },
      } as const;
    }),
  );
  const accounts = chats.map((chat) => {
    return { channel: 'telegram', key: String(chat), person: `p${chat}` };
  });
  await signIn(people, accounts, app.clock.now());
  for (const chat of chats) api.unblock(chat);
}
