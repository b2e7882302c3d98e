import { type GoldenQuestion, readGolden } from '../../corpus/golden.ts';
import type { Folders } from '../folder/change-folder.ts';
import type { Actor } from '../material.ts';
import { lineOf, signerOf } from '../sign.ts';
import { changeList, type ListFile } from './change-list.ts';
import type { Written } from './pairs.ts';

export const GOLDEN: ListFile = {
  name: 'golden.yaml',
  title: '把关题文件 golden.yaml',
  empty: 'notice: 本单位的把关题\nquestions: []\n',
  key: 'questions',
  read: readGolden,
};

const LONGEST_QUESTION = 200;
const LONGEST_PHRASE = 100;
const MOST_PHRASES = 20;

/** Adds a golden question, or puts it in place of the one of its id. */
export async function keepGolden(
  folders: Folders,
  question: GoldenQuestion,
  by: Actor,
): Promise<Written> {
  const clean = cleaned(question);
  const signer = signerOf(by);
  const problem = 'kind' in signer ? signer.problem : againstGolden(clean);
  if (problem !== null) return { kind: 'refused', problem };
  return changeList(folders, GOLDEN, { kind: 'put', id: clean.id, fields: fieldsOf(clean) });
}

function cleaned({ id, outcome, ...words }: GoldenQuestion): GoldenQuestion {
  const each = (phrases: readonly string[]) => [...new Set(phrases.map(lineOf))].filter(Boolean);
  return {
    ...{ id, question: lineOf(words.question), outcome, places: words.places },
    ...{ contains: each(words.contains), absent: each(words.absent) },
  };
}

function againstGolden({ question, outcome, places, contains, absent }: GoldenQuestion) {
  if (question.length < 2 || question.length > LONGEST_QUESTION) {
    return `问题要在 2 至 ${LONGEST_QUESTION} 字之间，请改写后重试。`;
  }
  if (outcome === 'answered' && places.length === 0) {
    return '能够答复的把关题要写明引文应当出自哪里，请至少选一个出处。';
  }
  const phrases = [...contains, ...absent];
  if (phrases.length > MOST_PHRASES) return `词句合计最多 ${MOST_PHRASES} 条。请只留要紧的。`;
  const long = phrases.find(({ length }) => length > LONGEST_PHRASE);
  if (long !== undefined) {
    return `每条词句最多 ${LONGEST_PHRASE} 字，请缩短“${long.slice(0, 20)}”。`;
  }
  const both = contains.find((phrase) => absent.includes(phrase));
  return both === undefined ? null : `“${both}”不能既要有又不能有，请删去一处。`;
}

/** What says nothing is left out, so that people read only what counts. */
function fieldsOf({ id, question, outcome, ...lists }: GoldenQuestion): Record<string, unknown> {
  const said = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { id, question, outcome, ...Object.fromEntries(said) };
}
