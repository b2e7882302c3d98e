import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { IN_FORCE } from '../support/plan-bot.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';
import { makeFolder } from '../support/small-index.ts';
import { talkWith } from '../support/talk.ts';
import { testConfig } from '../support/test-config.ts';

it('a message that two processes answer at once has one reply, whoever keeps it', async () => {
  const { path, remove } = await makeFolder();
  const [one, other] = [0, 1].map(() =>
    createApp(testConfig(SHIPPED_CORPUS, path), { clock: IN_FORCE }),
  ) as [ReturnType<typeof createApp>, ReturnType<typeof createApp>];
  onTestFinished(async () => {
    await Promise.all([one.close(), other.close()]);
    await remove();
  });
  await one.index();
  const talks = [await one.conversation(), await other.conversation()].map((it) => talkWith(it));
  let begun = 0;
  for (let message = 0; message < 20; message++) {
    const heard = await Promise.all(
      talks.map((talk) => talk.say('网络培训学时怎么管理？', `same-${message}`)),
    );
    for (const { events, problem } of heard) {
      expect(problem).toBeNull();
      expect(events.at(-1)?.kind).toBe('end');
      begun += events.filter(({ kind }) => kind === 'begin').length;
    }
    const [turn, same] = heard.map((reply) => reply.turn);
    expect(same).toBe(turn);
  }
  // That both were at it in the same moment did happen.
  expect(begun).toBeGreaterThan(40);
});
