import { speakingOf } from '../alignment.ts';
import type { CitedPhrase } from '../cited-phrases.ts';
import { type BoundPhrase, bindingsOf } from '../force/binding.ts';
import type { CitedSpan, Finding } from '../gate.ts';
import { actorsIn } from './actors.ts';
import { agentsOf } from './agents.ts';
import { oppositesIn } from './opposites.ts';

/** All of something: what is meant stands behind it. */
const ALL =
  /(?:所有|全部|全体|一切|任何)的?([\u4e00-\u9fff]{2})|无论|无一例外|完全|包括[^，。；]+在内/gu;
const ALL_OF_SOURCE = /所有|全部|全体|一切|任何|凡是?|无论/u;
/** Words that say some, or only; each stands in the source in some form of its own row. */
const EXTENTS: readonly (readonly [RegExp, RegExp])[] = [
  [/部分|少数|个别|某些|多数/u, /部分|少数|个别|某些|多数/u],
  [/(?:只|仅)(?=适用|限|能|面向|针对|对)|限于|唯一/u, /只|仅|限于|唯一/u],
];
/** Words of a source that narrow whom it means. */
const NARROWS = /部分|有[^，。；的]{1,6}的(?=地[区方]|单位|部门|机构|企业)/u;
/** 因单位走不开没去成的，names the case that was asked about. */
const NAMES_CASE = /^[^，。；]*的[，,]/u;
const EXCEPTION = /除(?!了)[^，。；]{2,20}[之以]?外|除外/u;
const EXCEPTED = /除|以外|之外|不含|不包括|例外/u;

/**
 * Whoever a claim names stands in the clauses that it cites or in their headings, acts there, and is
 * as many: a task of 省级党校 is not told of 国家级机构, what holds for 部分班次 not for all, and an
 * exception is not lost.
 */
export function scopeGate(
  claim: string,
  cited: readonly CitedSpan[],
  sources: readonly CitedPhrase[],
  question: string,
  weightOf: (term: string) => number,
): Finding[] {
  if (cited.length === 0) return [];
  const clauses = [...new Set(sources.map(({ clause }) => clause))].join('\n');
  const named = [...cited.flatMap(({ title, headings }) => [title, ...headings]), clauses];
  const there = new Set(actorsIn(named.join('\n')).map(({ key }) => key));
  const plain = claim.replace(/《[^《》]*》/gu, ' ');
  const asked = new Set(actorsIn(question).map(({ key }) => key));
  const strange = actorsIn(plain).filter(
    ({ key, end }) => !there.has(key) && !(asked.has(key) && NAMES_CASE.test(plain.slice(end))),
  );
  const found = strange.map(({ start, end }) => plain.slice(start, end));
  const acting = found.length > 0 ? [] : strangeAgents(bindingsOf(plain, false), sources, weightOf);
  return [
    ...[...found, ...acting].map(
      (words): Finding => ({ gate: 'scope', outcome: 'subject', words }),
    ),
    ...oppositesIn(plain, clauses).map(
      (words): Finding => ({ gate: 'scope', outcome: 'opposite', words }),
    ),
    ...extentsOf(plain, sources, clauses, weightOf).map(
      (words): Finding => ({ gate: 'scope', outcome: 'extent', words }),
    ),
  ];
}

/** Phrases in which somebody acts who does something else in the source. */
function strangeAgents(
  phrases: readonly BoundPhrase[],
  sources: readonly CitedPhrase[],
  weightOf: (term: string) => number,
): string[] {
  const acting = withAgents(sources);
  return phrases.flatMap(({ text }) => {
    const { keys, rest } = agentsOf(text);
    if (keys.length === 0) return [];
    const like = speakingOf(rest, acting, weightOf).filter(({ agents }) => agents.length > 0);
    const isTheirs = like.some(({ agents }) => keys.every((key) => agents.includes(key)));
    return like.length === 0 || isTheirs ? [] : [text];
  });
}

/** Who acts in each phrase of the source; who acts goes on through a clause. */
function withAgents(sources: readonly CitedPhrase[]) {
  let before: { readonly clause: string; readonly agents: readonly string[] } | null = null;
  return sources.map(({ text, clause }) => {
    const { keys } = agentsOf(text);
    const goesOn = before?.clause === clause && actorsIn(text).length === 0;
    const agents = goesOn && before !== null ? before.agents : keys;
    before = { clause, agents };
    return { text, agents };
  });
}

function extentsOf(
  claim: string,
  sources: readonly CitedPhrase[],
  clauses: string,
  weightOf: (term: string) => number,
): string[] {
  const made = EXTENTS.flatMap(([words, kind]) => {
    const [found] = words.exec(claim) ?? [];
    return found === undefined || kind.test(clauses) ? [] : [found];
  });
  const all = [...claim.matchAll(ALL)]
    .filter(([, of]) => !ALL_OF_SOURCE.test(clauses) && !speaksOfEach(clauses, of))
    .map(([words]) => words);
  const [nearest] = speakingOf(claim, sources, weightOf);
  const [narrow] = NARROWS.exec(nearest?.text ?? '') ?? [];
  const lost = narrow === undefined || claim.includes(narrow) ? [] : [narrow];
  const [exception] = EXCEPTION.exec(nearest?.clause ?? '') ?? [];
  const isLost = exception !== undefined && !EXCEPTED.test(claim);
  return [...made, ...all, ...lost, ...(isLost ? [exception] : [])];
}

/** 各单位 and 每个班次 are all of them. */
function speaksOfEach(clauses: string, of: string | undefined): boolean {
  return of !== undefined && new RegExp(`(?:各级?|各类|每个?|全)${of}`, 'u').test(clauses);
}
