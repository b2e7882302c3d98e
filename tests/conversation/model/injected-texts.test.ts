import { afterAll, beforeAll, describe, it } from 'vitest';
import { type InjectedHouse, makeInjectedHouse } from '../../support/injections/injected-house.ts';
import { readInjections } from '../../support/injections/read-injections.ts';
import { runInjection } from '../../support/injections/run-injection.ts';

const IN_TEXTS = readInjections().filter(
  ({ place }) => place === 'material' || place === 'tool-result',
);

let house: InjectedHouse;
beforeAll(async () => {
  house = await makeInjectedHouse(IN_TEXTS);
}, 60_000);
afterAll(() => house.close());

describe('a model that obeys an approved text, or what a tool gives back of one', () => {
  it.each(IN_TEXTS.map((one) => [one.id, one.place, one.obeys, one.text, one] as const))(
    '%s in the %s (%s): %s',
    (_id, _place, _obeys, _text, injection) => runInjection(house, injection),
  );
});
