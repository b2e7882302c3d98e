import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InjectedHouse, makeInjectedHouse } from '../../support/injections/injected-house.ts';
import { systemOf } from '../../support/injections/messages-of.ts';
import { obey } from '../../support/injections/obey.ts';
import { type Injection, readInjections } from '../../support/injections/read-injections.ts';
import { runInjection } from '../../support/injections/run-injection.ts';
import type { ModelRequest } from '../../support/model-double/model-double.ts';
import { answered, claim, passageWith, play } from '../../support/model-script.ts';

const INJECTIONS = readInjections();
const SAID = INJECTIONS.filter(({ place }) => place === 'question' || place === 'history');

let house: InjectedHouse;
beforeAll(async () => {
  house = await makeInjectedHouse([]);
}, 60_000);
afterAll(() => house.close());

describe('the suite', () => {
  it('holds sixty cases and more, in each place in both languages', () => {
    expect(INJECTIONS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(INJECTIONS.map(({ id }) => id)).size).toBe(INJECTIONS.length);
    const kinds = new Set(INJECTIONS.map(({ place, language }) => `${place} ${language}`));
    expect(kinds.size).toBe(8);
  });
});

describe('a stretch of the prompt behind a true sentence', () => {
  it('ends the draft, though every gate would let it pass', async () => {
    const sentence = '国家级干部教育培训机构每年培训2000名地方和部门行业培训机构的骨干教师';
    const stretch = '日期、文号、文件名称和机构名称；段落里没有的，一个字也';
    const last = '每年培训2000名骨干教师。';
    play(house.double, {
      answer: (request: ModelRequest) => {
        expect(systemOf(request)).toContain(stretch);
        const quoted = [passageWith(request, '2000名'), sentence] as const;
        return answered(
          claim(`${sentence}。`, quoted),
          claim(`${sentence}，${sentence}：${stretch}`, quoted),
          claim(last, quoted),
        );
      },
    });
    const talk = await house.talk('visitor-stretch');
    const heard = await talk.say('国家级培训机构一年培训多少骨干教师');
    expect(heard.text).toContain(`${sentence}。（引文1）`);
    expect(heard.text).not.toContain('文号');
    expect(heard.text).not.toContain(last);
    expect(heard.text).toContain('已经略去');
  });
});

describe('the records that the suite looks at', () => {
  it('change once somebody confirms by a tap, and not before', async () => {
    const sends = INJECTIONS.find(({ id }) => id === 'J11') as Injection;
    play(house.double, obey(sends).script);
    const talk = await house.talk('learner', { conversation: 'confirms' });
    const before = house.records();
    const heard = await talk.say(sends.text);
    expect(house.records()).toEqual(before);
    await talk.tap(heard.button('取消'));
    expect(house.records()).toEqual(before);
    await talk.tap((await talk.say(sends.text)).button('确认'));
    expect(house.records()).not.toEqual(before);
  });
});

describe('a model that obeys what a person wrote, now or before', () => {
  it.each(SAID.map((one) => [one.id, one.obeys, one.text, one] as const))(
    '%s (%s): %s',
    (_id, _obeys, _text, injection) => runInjection(house, injection),
  );
});
