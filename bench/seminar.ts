import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import type { CorpusIndex } from '../src/retrieval/index/open.ts';
import { kitDocx } from '../src/seminar/documents/kit-docx.ts';
import type { Sheet } from '../src/seminar/documents/sheet.ts';
import { readTopic } from '../src/seminar/grounding/read-topic.ts';
import { makeKit } from '../src/seminar/make-kit.ts';
import { METHODS, type SeminarOrder, USUAL_ORDER } from '../src/seminar/order.ts';
import { likeness } from '../src/text/likeness.ts';
import { PLAN_TOPICS } from '../tests/seminar/plan-topics.ts';
import { medianOf, quantileOf, type Report, round } from './figures.ts';

const SHEETS: readonly Sheet[] = ['plan', 'questions', 'record'];
const HEAD = { className: '各县干训干部班', date: '2026-12-01' };

/** Milliseconds a kit and its three sheets, in process; the first of each apart, libraries included. */
export async function benchSeminar(corpus: string, data: string, report: Report): Promise<void> {
  const app = createApp(parseConfig({ GANXUN_CORPUS: corpus, GANXUN_DATA: data }, data));
  const index = await app.index();
  const orders = METHODS.flatMap((method) =>
    PLAN_TOPICS.map(([topic]): SeminarOrder => ({ ...USUAL_ORDER, topic, method })),
  );
  const kits: number[] = [];
  const documents: number[] = [];
  for (const order of orders) {
    const begun = performance.now();
    const kit = makeKit(index, order);
    const made = performance.now();
    await kitDocx(kit, HEAD, SHEETS);
    kits.push(made - begun);
    documents.push(performance.now() - made);
  }
  for (const [what, times] of [
    ['kit', kits],
    ['docx', documents],
  ] as const) {
    report({
      bench: 'seminar',
      what,
      first: round(times[0] ?? Number.NaN),
      p50: round(medianOf(times)),
      p99: round(quantileOf(times, 0.99)),
    });
  }
  report({ bench: 'seminar', what: 'questions shared by two kits', ...mostShared(index) });
  await app.close();
}

/** Alike from this likeness on. */
const ALIKE = 0.8;

/** The largest share of questions that two of the twenty kits have in common, the topics masked. */
function mostShared(index: CorpusIndex): Record<string, number> {
  const kits = PLAN_TOPICS.map(([topic]) => {
    const { subject, trouble } = readTopic(topic);
    const { questions } = makeKit(index, { ...USUAL_ORDER, topic, audience: HEAD.className });
    return questions.map(({ text }) =>
      text.replaceAll(trouble ?? subject, '…').replaceAll(subject, '…'),
    );
  });
  const most = (isShared: (one: string, other: string) => boolean) =>
    Math.max(
      ...kits.flatMap((own, at) =>
        kits.slice(0, at).map((other) => {
          const shared = own.filter((one) => other.some((two) => isShared(one, two)));
          return shared.length / own.length;
        }),
      ),
    );
  return {
    exact: round(most((one, other) => one === other)),
    alike: round(most((one, other) => likeness(one, other) >= ALIKE)),
  };
}
