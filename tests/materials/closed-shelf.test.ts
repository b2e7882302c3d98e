import { expect, it } from 'vitest';
import { servePlan } from '../support/plan-service.ts';
import { talkWith } from '../support/talk.ts';

it('a demonstration looks at materials and changes none', async () => {
  const service = await servePlan(undefined, true);
  try {
    const demo = await service.app.demo();
    const speaker = { channel: 'demo', conversation: 'x', person: 'admin', shows: 'page' as const };
    const before = (await service.app.shelf.list()).length;
    const heard = await talkWith(demo, speaker).send('规定.txt', '某规定\n第一条 内容。');
    expect(heard.text).toContain('演示中可以查看资料，不能上传、审核和停用');
    expect((await service.app.shelf.list()).length).toBe(before);
  } finally {
    await service.close();
  }
});
