import { parse } from 'yaml';
import { z } from 'zod';
import { UserFacingError } from '../errors.ts';

const thesaurusFile = z.strictObject({
  groups: z.array(
    z.strictObject({
      official: z.array(z.string().min(1)).min(1),
      everyday: z.array(z.string().min(1)).min(1),
    }),
  ),
});

/** Everyday words and the official terms that each leads to. */
export type Thesaurus = ReadonlyMap<string, readonly string[]>;

/**
 * Reads `thesaurus.yaml`.
 *
 * @throws UserFacingError where the file does not have the shape above
 */
export function readThesaurus(yaml: string): Thesaurus {
  const file = thesaurusFile.safeParse(parse(yaml));
  if (!file.success) {
    const issue = file.error.issues[0];
    throw new UserFacingError(
      `词表 thesaurus.yaml 有误：${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}，请更正后重试。`,
    );
  }
  const terms = new Map<string, string[]>();
  for (const { official, everyday } of file.data.groups) {
    for (const word of everyday) terms.set(word, [...(terms.get(word) ?? []), ...official]);
  }
  return terms;
}

/** The official terms that the everyday words of a text lead to, each with the word that led there. */
export function officialTermsFor(
  thesaurus: Thesaurus,
  text: string,
): { readonly everyday: string; readonly official: string }[] {
  const found: { everyday: string; official: string }[] = [];
  for (const [everyday, officials] of thesaurus) {
    if (!text.includes(everyday)) continue;
    for (const official of officials) found.push({ everyday, official });
  }
  return found;
}
