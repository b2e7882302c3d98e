import { makeHouse } from '../../tests/support/house.ts';
import { QUESTION, wholeDraft } from '../../tests/support/model-drafts.ts';
import { makeModelHouse, settingsFor } from '../../tests/support/model-house.ts';
import type { Report } from '../figures.ts';
import { type Endpoint, startDoubleProcess } from './start-double.ts';

const AT_ONCE = [8, 100];
const MILLISECONDS = 6000;

/**
 * Answers a second of many conversations at once, from question to kept reply, beside a bare `fetch`
 * of the same request that reads its answer to the end: from the same process, at the same endpoint.
 */
export async function benchThroughput(report: Report): Promise<void> {
  const body = await requestOfAnAnswer();
  const double = await startDoubleProcess();
  try {
    for (const atOnce of AT_ONCE) {
      const bare = await perSecond(atOnce, () => fetchOnce(double, body));
      const answers = await answersPerSecond(double, atOnce);
      report({
        bench: 'model answers',
        conversations: atOnce,
        answersPerSecond: Math.round(answers),
        barePerSecond: Math.round(bare),
        shareOfBare: Math.round((answers / bare) * 1000) / 1000,
      });
    }
  } finally {
    double.close();
  }
}

/** The request that the assistant makes for an answer, as its body. */
async function requestOfAnAnswer(): Promise<string> {
  const house = await makeModelHouse();
  house.double.answer(wholeDraft);
  try {
    await (await house.talk('visitor')).say(QUESTION);
    return JSON.stringify(house.double.requests.at(-1)?.body);
  } finally {
    await house.close();
  }
}

async function fetchOnce({ url, key }: Endpoint, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const response = await fetch(`${url}/chat/completions`, { method: 'POST', headers, body });
  const text = await response.text();
  if (!text.includes('[DONE]')) throw new Error(`Cannot fetch an answer: ${response.status}`);
}

async function answersPerSecond(double: Endpoint, atOnce: number): Promise<number> {
  const settings = { GANXUN_MODEL_CONCURRENCY: String(atOnce) };
  const house = await makeHouse(settingsFor(double, settings));
  try {
    let visitors = 0;
    return await perSecond(atOnce, async () => {
      const { text } = await (await house.talk(`visitor-${++visitors}`)).say(QUESTION);
      if (!text.includes('由模型起草')) throw new Error(`Cannot measure an answer: ${text}`);
    });
  } finally {
    await house.close();
  }
}

/** Does it over and over, so many times at once; the first round does not count. */
async function perSecond(atOnce: number, once: () => Promise<void>): Promise<number> {
  await Promise.all(Array.from({ length: atOnce }, once));
  const begun = performance.now();
  let done = 0;
  const goOn = async () => {
    while (performance.now() - begun < MILLISECONDS) {
      await once();
      done++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, goOn));
  return done / ((performance.now() - begun) / 1000);
}
