/** Which values of one question show an element, as far as SurveyJS and our questionnaires share it. */
export interface SurveyJsCondition {
  readonly question: string;
  readonly values: readonly string[];
}

const TERM =
  /^\{([^{}]+)\}\s*(?:==?|equal|contains?|\*=|anyof)\s*(\[[\s\S]*\]|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[\p{L}\p{N}._+-]+)$/iu;
const VALUE = /'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|([\p{L}\p{N}._+-]+)/gu;
/** Characters; a longer one is no condition that our questionnaires share. */
const LONGEST = 4000;
/** Outside of quotation marks. */
const OR = /\s+or\s+|\s*\|\|\s*/iu;
const QUOTED = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/gu;

/**
 * `{q} = 'x'`, `{q} contains 'x'`, `{q} anyof ['x', 'y']`, and several of one question joined by `or`;
 * null where it says something else.
 */
export function readCondition(expression: string): SurveyJsCondition | null {
  if (expression.length > LONGEST) return null;
  const terms = partsOf(expression.trim()).map(readTerm);
  const [first] = terms;
  if (first === null || first === undefined) return null;
  const values: string[] = [];
  for (const term of terms) {
    if (term === null || term.question !== first.question) return null;
    values.push(...term.values);
  }
  return { question: first.question, values: [...new Set(values)] };
}

/** @param isMultiple several values may be chosen at once */
export function writeCondition(
  { question, values }: SurveyJsCondition,
  isMultiple: boolean,
): string {
  const quoted = values.map((value) => `'${value.replace(/['"\\]/gu, '\\$&')}'`);
  if (quoted.length === 1) return `{${question}} ${isMultiple ? 'contains' : '='} ${quoted[0]}`;
  return `{${question}} anyof [${quoted.join(', ')}]`;
}

function partsOf(expression: string): string[] {
  // Quotation marks are set aside, since an option may hold the word that joins.
  const held: string[] = [];
  const bare = expression.replace(QUOTED, (quoted) => `\u0001${held.push(quoted) - 1}\u0001`);
  return unwrapped(bare)
    .split(OR)
    .map((part) => unwrapped(part.trim()))
    .map((part) => part.replace(/\u0001(\d+)\u0001/gu, (_, at: string) => held[Number(at)] ?? ''));
}

function unwrapped(part: string): string {
  return /^\([^()]*\)$/u.test(part) ? part.slice(1, -1).trim() : part;
}

function readTerm(term: string): SurveyJsCondition | null {
  const [, question, said] = TERM.exec(term) ?? [];
  if (question === undefined || said === undefined) return null;
  const values = [...said.matchAll(VALUE)].map(([, single, double, bare]) =>
    (single ?? double ?? bare ?? '').replace(/\\(.)/gu, '$1'),
  );
  return values.length === 0 ? null : { question: question.trim(), values };
}
