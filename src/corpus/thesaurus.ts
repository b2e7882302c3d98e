import { z } from 'zod';
import { foldCharacters } from '../text/fold.ts';
import { parseYamlFile } from './yaml-file.ts';

/** Longest everyday word, in characters. */
const LONGEST_WORD = 12;

const thesaurusFile = z.strictObject({
  groups: z.array(
    z.strictObject({
      official: z.array(z.string().min(1)).min(1),
      everyday: z.array(z.string().min(1).max(LONGEST_WORD)).min(1),
    }),
  ),
});

/** Everyday words, folded by `foldCharacters`, and the official terms that each leads to. */
export type Thesaurus = ReadonlyMap<string, readonly string[]>;

/**
 * Reads `thesaurus.yaml`.
 *
 * @throws UserFacingError where the file does not have the shape above
 */
export function readThesaurus(yaml: string): Thesaurus {
  const file = parseYamlFile('词表 thesaurus.yaml', yaml, thesaurusFile);
  const terms = new Map<string, string[]>();
  for (const { official, everyday } of file.groups) {
    for (const word of everyday.map(foldCharacters)) {
      terms.set(word, [...(terms.get(word) ?? []), ...official]);
    }
  }
  return terms;
}

/**
 * The official terms that the everyday words of a folded text lead to, in the order of the text, each with
 * the word that led there. Looks up every short run of the text: the table has thousands of words.
 */
export function officialTermsFor(
  thesaurus: Thesaurus,
  text: string,
): { readonly everyday: string; readonly official: string }[] {
  const words = new Set<string>();
  for (let start = 0; start < text.length; start++) {
    for (let length = 1; length <= LONGEST_WORD; length++) {
      const word = text.slice(start, start + length);
      if (thesaurus.has(word)) words.add(word);
    }
  }
  return [...words].flatMap((everyday) =>
    (thesaurus.get(everyday) ?? []).map((official) => ({ everyday, official })),
  );
}
