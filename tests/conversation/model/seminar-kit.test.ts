import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readKit } from '../../../src/seminar/kit.ts';
import type { ModelRequest } from '../../support/model-double/model-double.ts';
import { type ModelHouse, makeModelHouse } from '../../support/model-house.ts';
import { play, sentIn } from '../../support/model-script.ts';
import type { Heard, Talk } from '../../support/talk.ts';

let house: ModelHouse;
let talk: Talk;
let trainers = 0;
beforeAll(async () => {
  house = await makeModelHouse();
}, 60_000);
afterAll(() => house.close());
beforeEach(async () => {
  await house.add(`trainer-${++trainers}`, 'trainer', 'trainer');
  talk = await house.talk(`trainer-${trainers}`);
});

interface Sent {
  readonly id: string;
  readonly text: string;
  readonly followUps: readonly string[];
  readonly expected: string;
}

/** The questions of a request, as they were given to be rewritten. */
function given(request: ModelRequest): Sent[] {
  const [, listed = ''] = sentIn(request).split('要改写的题目');
  return listed
    .split('\n')
    .filter((line) => line.startsWith('{"id"') && line.includes('"followUps"'))
    .map((line) => JSON.parse(line) as Sent);
}

const rewriting = (how: (text: string) => string) => (request: ModelRequest) => ({
  questions: given(request).map(({ id, text, followUps, expected }) => ({
    ...{ id, text: how(text), followUps, expected },
  })),
});

async function offer(): Promise<Heard> {
  const asked = await talk.say('研讨方案：训前需求调研走过场，各县干训干部班，40人，半天');
  const made = await talk.tap(asked.button('其余用默认值'));
  const changes = await talk.tap(made.button('修改'));
  return talk.tap(changes.button('模型润色'));
}

async function kept() {
  const { seminars } = await house.app.records();
  const [line] = await seminars.kits(`trainer-${trainers}`);
  const record = await seminars.kit(line?.id ?? '');
  return { version: record?.version, kit: readKit(record?.kit) };
}

describe('questions in a model’s words', () => {
  it('are asked for by a tap, after it was said what goes where, and are a new version', async () => {
    play(house.double, { seminar: rewriting((text) => `请结合实例说说，${text}`) });
    const before = house.double.requests.length;
    const offered = await offer();
    expect(offered.text).toContain('会发送给模型接口');
    expect(house.double.requests.length).toBe(before);
    const generated = (await kept()).kit;
    const improved = await talk.tap(offered.button('开始润色'));
    expect(improved.text).toMatch(/由模型润色\d+题/u);
    expect(improved.text).toContain('已存为第 2 版');
    const { version, kit } = await kept();
    expect(version).toBe(2);
    const changed = kit?.questions.filter(({ text }) => text.startsWith('请结合实例说说，')) ?? [];
    expect(changed.length).toBeGreaterThan(0);
    expect(kit?.questions.map(({ basis }) => basis)).toEqual(
      generated?.questions.map(({ basis }) => basis),
    );
    expect(kit?.agenda).toEqual(generated?.agenda);
    expect((await talk.tap(offered.button('开始润色'))).text).toContain('没有润色');
  });

  it('that break the rules are left as they were, and nothing is changed', async () => {
    play(house.double, {
      seminar: rewriting(() => '2025年以前必须完成1000人的培训，是否做得到？'),
    });
    const offered = await offer();
    const told = await talk.tap(offered.button('开始润色'));
    expect(told.text).toContain('没有通过核对');
    expect((await kept()).version).toBe(1);
    expect(JSON.stringify((await kept()).kit)).not.toContain('1000人');
  });

  it('stay as they were where the endpoint fails', async () => {
    house.double.answer(() => ({ kind: 'error', status: 400, message: 'no' }));
    const offered = await offer();
    const told = await talk.tap(offered.button('开始润色'));
    expect(told.text).toContain('题目保留原样');
    expect((await kept()).version).toBe(1);
  });
});
