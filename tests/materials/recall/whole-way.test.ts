import { expect, it } from 'vitest';
import { keepTexts } from '../../../src/materials/recall/keep-texts.ts';
import { recallChanged } from '../../../src/materials/recall/recall-changed.ts';
import type { Shelved } from '../../../src/materials/shelf.ts';
import { makeRecallHouse } from '../../support/recall-house.ts';
import { NOTICE } from '../../support/small-index.ts';

const ZHANG = { name: '张三', person: 'p-zhang' };
const LI = { name: '李四', person: 'p-li' };

function entryOf(shelved: Shelved) {
  if (shelved.kind === 'refused') throw new Error(`Expected no refusal: ${shelved.problem}`);
  return shelved.material.entry;
}

it('asked, replaced, told, asked anew, retired, told, on the shelf itself', async () => {
  const house = await makeRecallHouse();
  try {
    await house.learner('me');
    const { app } = house;
    const talk = await house.talk('me');
    const look = async () =>
      recallChanged(await app.recalls(), keepTexts(app.shelf), new AbortController().signal);
    const texts = async () => (await house.messagesOf('me')).map(({ text }) => text);
    expect((await talk.say('经费列入哪里？')).text).toContain('「各级政府要将经费列入预算。」');

    const changed = NOTICE.replace('列入预算', '列入年度财政预算');
    const added = await app.shelf.add({
      ...{ replaces: 'notice', id: null, by: ZHANG },
      file: { name: '通知.txt', bytes: Buffer.from(changed) },
      details: { title: '培训通知', issuer: '测试单位', edition: '第2版' },
    });
    const second = entryOf(added);
    expect(second).toMatchObject({ id: 'notice', version: 2 });
    await look();
    expect(await texts()).toEqual([]);
    entryOf(await app.shelf.submit(second, ZHANG));
    entryOf(await app.shelf.approve(second, second.sha256, LI));
    await app.index();
    await look();
    await look();
    expect(await texts()).toMatchObject([
      expect.stringContaining('现行规定（一（一））：「各级政府要将经费列入年度财政预算。」'),
    ]);

    expect((await talk.say('经费怎么管理？')).text).toContain('「要保证专款专用，提高使用效益。」');
    const { givenAnswers } = await app.records();
    expect((await givenAnswers.citedTo('me')).map(({ version }) => version).toSorted()).toEqual([
      1, 2,
    ]);
    entryOf(await app.shelf.retire(second, '已有新的规定', LI));
    await look();
    await look();
    const [last, ...before] = await texts();
    expect(before).toHaveLength(1);
    expect(last).toContain('《培训通知》（第2版）已停用');
    expect(last).toContain('要保证专款专用');
    expect(last).not.toContain('列入');
  } finally {
    await house.close();
  }
});
