import { parse, stringify } from 'yaml';

/** A pair as `faq.yaml` has it. */
export interface WrittenPair {
  readonly id: string;
  questions: string[];
  answer: string;
  readonly kind: string;
  quotes: readonly { readonly material: string; readonly place: string; readonly text: string }[];
}

/** Edits the pairs of a `faq.yaml`. */
export function editPairs(edit: (pairs: WrittenPair[]) => void): (yaml: string) => string {
  return (yaml) => {
    const file = parse(yaml) as { pairs: WrittenPair[] };
    edit(file.pairs);
    return stringify(file, { lineWidth: 0 });
  };
}

/** A pair on the plan that says what it quotes. */
export function planPair(
  id: string,
  questions: string[],
  place: string,
  text: string,
  answer = text,
): WrittenPair {
  const quotes = [{ material: 'plan-2023-2027', place, text }];
  return { id, questions, answer, kind: 'statement', quotes };
}

/** Adds a line to a `thesaurus.yaml`. */
export function addWords(official: string, everyday: readonly string[]) {
  return (yaml: string) =>
    `${yaml.trimEnd()}\n  - { official: [${official}], everyday: [${everyday.join(', ')}] }\n`;
}
