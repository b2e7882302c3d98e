import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type PassageLine, readPassages } from '../src/evaluation/retrieval-input.ts';
import { splitTrailingPlace } from '../src/text/references.ts';

/** Writes a passages file of `size` lines: the given one over and over, later copies renumbered. */
export function padPassages(from: string, size: number, to: string): void {
  writeLines(to, function* () {
    for (let copy = 0, written = 0; written < size; copy++) {
      for (const passage of readPassages(from)) {
        if (written++ >= size) return;
        yield copy === 0 ? passage : renumbered(passage, copy);
      }
    }
  });
}

/**
 * Writes passages and questions made of clauses of a real text in random order: dense postings over
 * a narrow vocabulary, so a query costs more than over as many passages of real text.
 */
export function writeSynthetic(text: string, size: number, passages: string, questions: string) {
  const clauses = text.split(/[，。；：、\s]+/u).filter((clause) => clause.length > 3);
  const random = seeded(20231001);
  const some = (count: number) =>
    Array.from({ length: count }, () => clauses[Math.floor(random() * clauses.length)] as string);
  const ids = Array.from({ length: size }, (_, at) => `S${at}`);
  writeLines(passages, function* () {
    for (const id of ids) {
      yield { id, title: `资料${id.slice(1)}`, section: '正文', text: `${some(16).join('，')}。` };
    }
  });
  writeLines(questions, function* () {
    for (let at = 0; at < 500; at++) {
      yield { id: `Q${at}`, question: `${some(2).join('和')}有哪些要求？`, gold: ['S0'] };
    }
  });
}

/** The plan's clean text, as the base of synthetic collections. */
export function planText(): string {
  return readFileSync(new URL('../corpus/plan-2023-2027.txt', import.meta.url), 'utf8');
}

function renumbered(passage: PassageLine, copy: number): PassageLine {
  const { name, place } = splitTrailingPlace(passage.title);
  const title = place === undefined ? `${name}（${copy}）` : `${name}（${copy}） ${place}`;
  return { ...passage, id: `${passage.id}-${copy}`, title };
}

function writeLines(path: string, lines: () => Generator<unknown>): void {
  const file = openSync(path, 'w');
  try {
    let pending = '';
    for (const line of lines()) {
      pending += `${JSON.stringify(line)}\n`;
      if (pending.length > 1 << 20) {
        writeSync(file, pending);
        pending = '';
      }
    }
    writeSync(file, pending);
  } finally {
    closeSync(file);
  }
}

// A linear congruential generator (Numerical Recipes): the same collection in every run.
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
