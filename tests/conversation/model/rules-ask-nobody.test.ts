import { expect, it, onTestFinished } from 'vitest';
import { makeModelHouse } from '../../support/model-house.ts';
import { REFUSED } from '../../support/model-script.ts';

it('asks the endpoint nothing, vectors included, where a rule settles the question', async () => {
  const house = await makeModelHouse({ GANXUN_EMBEDDING_MODEL: 'double-embedding' });
  onTestFinished(() => house.close());
  house.double.answer(({ path }) =>
    path === 'embeddings' ? { kind: 'vectors' } : { kind: 'text', text: JSON.stringify(REFUSED) },
  );
  await (await house.app.model())?.meaning?.build();
  const made = house.double.requests.length;
  const heard = await (await house.talk('visitor')).say(
    '专栏3里年轻干部理想信念强化计划每年培训多少人？',
  );
  expect(heard.text).toContain('内容未收录');
  expect(house.double.requests.length).toBe(made);
  await (await house.talk('visitor')).say('网络培训学时怎么管理？');
  expect(house.double.requests.slice(made).map(({ path }) => path)).toContain('embeddings');
}, 30_000);
