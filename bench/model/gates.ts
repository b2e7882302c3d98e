import { readFileSync } from 'node:fs';
import { checkClaim, type DraftClaim } from '../../src/answering/gates/check-claim.ts';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { readAnswerCases } from '../../src/evaluation/answer-cases.ts';
import type { CorpusIndex } from '../../src/retrieval/index/open.ts';
import type { IndexedPassage } from '../../src/retrieval/index/store-schema.ts';
import { findPassages } from '../../src/retrieval/search.ts';
import { medianOf, quantileOf, type Report, round } from '../figures.ts';

const QUESTIONS = new URL('../../tests/eval/plan-questions.jsonl', import.meta.url);
const PASSAGES = 10;
const CLAIMS_PER_QUESTION = 3;

/** A claim with what it is checked against. */
interface Check {
  readonly claim: DraftClaim;
  readonly question: string;
  readonly shown: ReadonlyMap<string, IndexedPassage>;
}

/** How the quotes of the claims stand to the text; what does not stand where it should is looked for. */
const KINDS: Readonly<Record<string, (sentence: string) => DraftClaim['quotes'][number]>> = {
  inPlace: (text) => ({ passage: 'P1', text }),
  elsewhere: (text) => ({ passage: 'P99', text }),
  nowhere: (text) => ({ passage: 'P1', text: `${text.slice(0, -1)}某` }),
};

/** Milliseconds of the gates alone, a claim, over claims on all questions of tests/eval. */
export async function benchGates(
  corpusFolder: string,
  dataFolder: string,
  label: string,
  report: Report,
): Promise<void> {
  const env = { GANXUN_CORPUS: corpusFolder, GANXUN_DATA: dataFolder };
  const app = createApp(parseConfig(env, dataFolder));
  const index = await app.index();
  const questions = readAnswerCases(readFileSync(QUESTIONS, 'utf8'));
  const figures = Object.entries(KINDS).map(([kind, quote]) => {
    const checks = questions.flatMap(({ question }) => checksOf(index, question, quote));
    for (const one of checks) check(index, one);
    const times = checks.map((one) => {
      const begun = performance.now();
      check(index, one);
      return performance.now() - begun;
    });
    return [kind, { p50: round(medianOf(times)), p99: round(quantileOf(times, 0.99)) }];
  });
  report({
    bench: 'gates',
    corpus: label,
    passages: index.store.passageCount(),
    ...Object.fromEntries(figures),
  });
  await app.close();
}

function check(index: CorpusIndex, { claim, question, shown }: Check): void {
  checkClaim(claim, { index, question, shown, language: 'zh' });
}

function checksOf(
  index: CorpusIndex,
  question: string,
  quote: (sentence: string) => DraftClaim['quotes'][number],
): Check[] {
  const found = findPassages(index, question, PASSAGES, '政策文件').map(({ passage }) => passage);
  const shown = new Map(found.map((passage, at) => [`P${at + 1}`, passage]));
  const sentences = (found[0]?.text ?? '').split(/[。\n]/u).filter(({ length }) => length > 8);
  return sentences.slice(0, CLAIMS_PER_QUESTION).map((sentence) => {
    const claim = { text: `${sentence}。`, quotes: [quote(sentence)] };
    return { claim, question, shown, language: 'zh' };
  });
}
