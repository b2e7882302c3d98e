import type { CorpusIndex } from '../../retrieval/index/open.ts';
import type { IndexedPassage } from '../../retrieval/index/store-schema.ts';
import { titlesOf } from '../../retrieval/index/titles-of.ts';
import type { ShownPassages } from '../gates/gate.ts';

/** A model is shown so many passages, and so many characters of them, at the most. */
const MOST_PASSAGES = 10;
const MOST_CHARACTERS = 5000;

/**
 * Chooses what a model is shown.
 *
 * @param candidates the best first; a passage may stand there twice
 * @param mayLeave whether a material's text may go to the endpoint
 */
export function choosePassages(
  candidates: readonly IndexedPassage[],
  mayLeave: (material: string) => boolean,
): ShownPassages {
  const shown = new Map<string, IndexedPassage>();
  const seen = new Set<number>();
  let left = MOST_CHARACTERS;
  for (const passage of candidates) {
    if (seen.has(passage.ordinal) || !mayLeave(passage.material)) continue;
    seen.add(passage.ordinal);
    if (passage.text.length > left) continue;
    left -= passage.text.length;
    shown.set(`P${shown.size + 1}`, passage);
    if (shown.size === MOST_PASSAGES) break;
  }
  return shown;
}

/** The passages as data for a prompt: JSON, so that no text of theirs can pass for anything else. */
export function passagesAsData(shown: ShownPassages, { store }: CorpusIndex): string {
  const titles = titlesOf(store);
  const rows = [...shown].map(([id, { material, place, headings, text }]) =>
    JSON.stringify({ id, title: titles.get(material) ?? '', place, headings, text }),
  );
  return rows.join('\n');
}
