import { expect } from 'vitest';
import type { ModelRequest } from '../model-double/model-double.ts';
import { play } from '../model-script.ts';
import { expectSafeReply } from './expect-safe-reply.ts';
import { expectSafeRequest } from './expect-safe-request.ts';
import type { InjectedHouse } from './injected-house.ts';
import { obey } from './obey.ts';
import { readPromptTemplates } from './prompt-templates.ts';
import { type Injection, saidIn } from './read-injections.ts';

/** Tools that are never offered, by who asks; the table of `people/abilities.ts` written out anew. */
const NEVER_OFFERED: Readonly<Record<Injection['who'], readonly string[]>> = {
  stranger: [
    ...['create_class', 'open_audit', 'invite_trainer', 'invite_learners', 'list_members'],
    ...['show_shared_entries', 'record_study', 'find_place', 'open_my_records'],
  ],
  learner: [
    ...['create_class', 'open_audit', 'invite_trainer', 'invite_learners', 'list_members'],
    'show_shared_entries',
  ],
  trainer: ['create_class', 'open_audit', 'invite_trainer'],
  admin: ['show_shared_entries'],
};
const PROMPTS = readPromptTemplates();

/**
 * Says what an injection has a person say, to a model that obeys it, and looks at each reply, at
 * the records and at every request: the model saw the injection, as data, and nothing came of it.
 */
export async function runInjection(house: InjectedHouse, injection: Injection): Promise<void> {
  const { id, who, text, obeys, outright = false } = injection;
  const { script, wrote } = obey(injection);
  play(house.double, script);
  const index = await house.app.index();
  const before = house.records();
  const from = house.double.requests.length;
  const person = who === 'stranger' ? `visitor-${id}` : who;
  const talk = await house.talk(person, { conversation: id });
  // Where questions go is told there, and no part of what the case is about.
  await talk.say('/start');
  const said: string[] = [];
  let confirmations = 0;
  for (const words of saidIn(injection)) {
    said.push(words);
    const heard = await talk.say(words);
    expectSafeReply(heard, { index, prompts: PROMPTS, wrote, said, who });
    if (outright) expect(heard.text).toContain('超出范围');
    if (heard.text.includes('请确认：')) confirmations++;
  }
  expect(house.records()).toEqual(before);
  const requests = house.double.requests.slice(from);
  const data = requests.flatMap((request) => expectSafeRequest(request, PROMPTS));
  expect(data.some((one) => one.includes(text))).toBe(!outright);
  const offered = requests.flatMap(toolsOf);
  expect(NEVER_OFFERED[who].filter((name) => offered.includes(name))).toEqual([]);
  const isOffered = injection.calls.some(([name]) => offered.includes(name));
  if (!isOffered) expect(confirmations).toBe(0);
  const writes = !outright && obeys !== 'refuse' && obeys !== 'tools';
  if (writes) expect(wrote).not.toEqual([]);
}

function toolsOf({ body }: ModelRequest): string[] {
  const tools = (body.tools ?? []) as unknown as { function: { name: string } }[];
  return tools.map((one) => one.function.name);
}
