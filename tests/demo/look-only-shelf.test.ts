import { existsSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { DEMO_CHANNEL } from '../../src/demo/seed-demo.ts';
import { IN_FORCE } from '../support/plan-bot.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';
import { makeFolder } from '../support/small-index.ts';
import { talkWith } from '../support/talk.ts';
import { testConfig } from '../support/test-config.ts';

it('a made-up administrator looks at the materials of the house and changes none', async () => {
  const { path, remove } = await makeFolder();
  const config = {
    ...testConfig(SHIPPED_CORPUS, path, { GANXUN_CORPUS: '' }),
    corpusFolder: SHIPPED_CORPUS,
  };
  const app = createApp(config, { clock: IN_FORCE });
  onTestFinished(async () => {
    await app.close();
    await remove();
  });
  const speaker = {
    channel: DEMO_CHANNEL,
    conversation: 'demo',
    person: 'admin',
    account: 'admin',
  };
  const talk = talkWith(await app.demo(), speaker);
  const list = await talk.say('资料管理');
  expect(list.text).toContain('全国干部教育培训规划');
  const sent = await talk.send('办法.txt', '某市办法\n第一条 为规范培训，制定本办法。');
  expect(sent.text).toContain('演示中只能查看资料');
  expect(existsSync(config.ownCorpusFolder)).toBe(false);
  expect((await app.shelf.list()).map(({ standing }) => standing)).toEqual(
    Array(4).fill('in-force'),
  );
});
