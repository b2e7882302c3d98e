import { readWrittenPairs, type WrittenPair } from '../../corpus/faq.ts';
import { lineOf, signerOf } from '../sign.ts';
import { againstQuotes } from './against-answer.ts';
import { changeList, type ListFile } from './change-list.ts';
import type { CompanionParts } from './companion-parts.ts';
import type { Looked } from './locate-quotes.ts';
import type { ApprovedPair, Written } from './pairs.ts';

export const FAQ: ListFile = {
  name: 'faq.yaml',
  title: '问答文件 faq.yaml',
  empty: 'notice: ""\npairs: []\n',
  key: 'pairs',
  read: readWrittenPairs,
};

const LONGEST_WORDING = 200;
const MOST_WORDINGS = 50;

/** Adds a pair, or puts it in place of the one of its id. */
export async function keepPair(
  parts: CompanionParts,
  pair: ApprovedPair,
  readVersion: Looked['readVersion'],
): Promise<Written> {
  const questions = [...new Set(pair.questions.map(lineOf))];
  const problem = againstWordings(questions) ?? againstSigners(pair);
  if (problem !== null) return { kind: 'refused', problem };
  const fields = fieldsOf({ ...pair, questions });
  return changeList(parts, FAQ, { kind: 'put', id: pair.id, fields }, async (moment) => {
    const found = await againstQuotes(pair.quotes, {
      ...{ folder: moment.folder, manifest: moment.manifest },
      ...{ today: parts.today(), readVersion },
    });
    return typeof found === 'string' ? found : null;
  });
}

function againstWordings(questions: readonly string[]): string | null {
  if (questions.length === 0) return '没有问法。请至少写一个问法。';
  if (questions.length > MOST_WORDINGS) {
    return `问法最多 ${MOST_WORDINGS} 条。请只留有代表性的。`;
  }
  const odd = questions.find(({ length }) => length < 2 || length > LONGEST_WORDING);
  return odd === undefined
    ? null
    : `问法要在 2 至 ${LONGEST_WORDING} 字之间，请改写“${odd.slice(0, 20)}”。`;
}

function againstSigners({ answeredBy, approvedBy }: ApprovedPair): string | null {
  for (const name of [answeredBy, approvedBy]) {
    const signer = signerOf({ name, person: null });
    if ('kind' in signer) return signer.problem;
  }
  return null;
}

function fieldsOf(pair: ApprovedPair): WrittenPair {
  const { id, questions, kind, quotes } = pair;
  return {
    ...{ id, questions: [...questions], answer: lineOf(pair.answer), kind },
    quotes: quotes.map(({ material, place, text }) => ({ material, place, text })),
    ...{ answered_by: lineOf(pair.answeredBy), approved_by: lineOf(pair.approvedBy) },
    approved_at: pair.approvedAt,
  };
}
