import type { Analysis, ItemAnalysis } from '../../../src/questionnaire/analysis/analysis.ts';
import type { Answers } from '../../../src/questionnaire/answers.ts';
import {
  isQuestion,
  type MultipleItem,
  type Questionnaire,
  type SingleItem,
} from '../../../src/questionnaire/questionnaire.ts';

/**
 * Plays a reader who solves for every hidden count from all that a report tells. Where the reader may
 * know more than it tells, this one does: how many of each group that is shown answered each item.
 */
export interface Found {
  readonly name: string;
  readonly truth: number;
  readonly low: number;
  readonly high: number;
}

type Terms = [name: string, weight: number][];

interface Puzzle {
  readonly low: Map<string, number>;
  readonly high: Map<string, number>;
  readonly truth: Map<string, number>;
  readonly equations: { readonly terms: Terms; readonly least: number; readonly most: number }[];
}

/** Hidden counts of 1 to 4 that can have one value alone. */
export function solvedFor(
  questionnaire: Questionnaire,
  responses: readonly Answers[],
  analysis: Analysis,
): readonly Found[] {
  const puzzle: Puzzle = {
    low: new Map(),
    high: new Map(),
    truth: new Map(),
    equations: [],
  };
  for (const item of analysis.items) addItem(puzzle, item, questionnaire, responses);
  for (const tab of analysis.crossTabs) addTab(puzzle, tab, questionnaire, responses);
  addConditions(puzzle, questionnaire, analysis);
  solve(puzzle);
  const found: Found[] = [];
  for (const [name, truth] of puzzle.truth) {
    const low = puzzle.low.get(name) as number;
    const high = puzzle.high.get(name) as number;
    if (truth < low || truth > high) throw new Error(`The auditor is wrong about ${name}`);
    if (truth >= 1 && truth <= 4 && low === high) found.push({ name, truth, low, high });
  }
  return found;
}

/** `told` is the count where the report tells it. */
function unknown(puzzle: Puzzle, name: string, truth: number, told: number | null, most: number) {
  if (told !== null && told !== truth) throw new Error(`${name} is told wrongly`);
  puzzle.low.set(name, told ?? 0);
  puzzle.high.set(name, told ?? most);
  // What is told is no secret to solve for; but a told count of 1 to 4 is one that should be hidden.
  puzzle.truth.set(name, truth);
}

function rule(puzzle: Puzzle, terms: Terms, least: number, most = least): void {
  puzzle.equations.push({ terms, least, most });
}

function choiceOf(questionnaire: Questionnaire, id: string): SingleItem | MultipleItem | undefined {
  return questionnaire.items.find(
    (item): item is SingleItem | MultipleItem =>
      item.id === id && (item.type === 'single' || item.type === 'multiple'),
  );
}

export function chosenBy(answers: Answers, id: string): readonly number[] {
  const answer = answers[id];
  if (answer?.kind === 'single') return [answer.option];
  return answer?.kind === 'multiple' ? answer.options : [];
}

function addItem(
  puzzle: Puzzle,
  item: ItemAnalysis,
  questionnaire: Questionnaire,
  responses: readonly Answers[],
): void {
  const { id, answered, distribution } = item;
  const choice = choiceOf(questionnaire, id);
  const all = responses.length;
  if (choice !== undefined) {
    const cells = distribution?.kind === 'options' ? distribution.cells : [];
    choice.options.forEach((_, at) => {
      const truth = responses.filter((one) => chosenBy(one, id).includes(at)).length;
      unknown(puzzle, `${id}=${at}`, truth, cells[at]?.count ?? null, answered ?? all);
      if (choice.type === 'single' || answered === null) return;
      // Those who did not choose it.
      const told = cells[at]?.count ?? null;
      const left = told === null ? null : answered - told;
      unknown(puzzle, `${id}!=${at}`, answered - truth, left, answered);
      rule(
        puzzle,
        [
          [`${id}=${at}`, 1],
          [`${id}!=${at}`, 1],
        ],
        answered,
      );
    });
    if (answered === null) return;
    const terms = choice.options.map((_, at): [string, number] => [`${id}=${at}`, 1]);
    if (choice.type === 'single') rule(puzzle, terms, answered);
    else
      rule(puzzle, terms, answered * (choice.least ?? 1), answered * (choice.most ?? terms.length));
  }
  if (distribution?.kind === 'pair' && answered !== null) {
    for (const scale of ['importance', 'competence'] as const) {
      const told = distribution[scale];
      const names = [1, 2, 3, 4, 5].map((mark) => `${id}.${scale}=${mark}`);
      names.forEach((name, at) => {
        const truth = responses.filter((one) => markOf(one, id, scale) === at + 1).length;
        unknown(puzzle, name, truth, told?.[at] ?? null, answered);
      });
      rule(
        puzzle,
        names.map((name) => [name, 1]),
        answered,
      );
      if (item.pair === null) continue;
      const sum = Math.round(item.pair[scale] * answered);
      rule(
        puzzle,
        names.map((name, at) => [name, at + 1]),
        sum,
      );
    }
  }
}

/** The mark of a pair that was given whole. */
export function markOf(
  answers: Answers,
  id: string,
  scale: 'importance' | 'competence',
): number | null {
  const answer = answers[id];
  if (answer?.kind !== 'scale-pair') return null;
  return answer.importance === null || answer.competence === null ? null : answer[scale];
}

function addTab(
  puzzle: Puzzle,
  { band, groups, tables }: Analysis['crossTabs'][number],
  questionnaire: Questionnaire,
  responses: readonly Answers[],
): void {
  const groupOf = (one: Answers) => chosenBy(one, band)[0] ?? groups.length;
  groups.forEach(({ answered }, at) => {
    const truth = responses.filter((one) => groupOf(one) === at).length;
    unknown(puzzle, `${band}:${at}`, truth, answered, responses.length);
    rule(
      puzzle,
      [
        [`${band}:${at}`, 1],
        [`${band}=${at}`, -1],
      ],
      0,
    );
  });
  for (const { item, rows } of tables) {
    const choice = choiceOf(questionnaire, item) as SingleItem | MultipleItem;
    const name = (group: number, option: number) => `${band}:${group}×${item}=${option}`;
    for (let group = 0; group <= groups.length; group++) {
      const members = responses.filter((one) => groupOf(one) === group);
      const people = members.filter((one) => chosenBy(one, item).length > 0).length;
      choice.options.forEach((_, option) => {
        const truth = members.filter((one) => chosenBy(one, item).includes(option)).length;
        const told = rows[group]?.[option] ?? null;
        unknown(puzzle, name(group, option), truth, told, responses.length);
      });
      const terms = choice.options.map((_, option): [string, number] => [name(group, option), 1]);
      // That fewer than five of a group answered an item is hidden itself.
      const isShown = (groups[group]?.answered ?? null) !== null && (people === 0 || people >= 5);
      if (!isShown) {
        const size: Terms = group < groups.length ? [[`${band}:${group}`, -1]] : [];
        if (size.length > 0 && choice.type === 'single') {
          rule(puzzle, [...terms, ...size], -responses.length, 0);
        }
      } else if (choice.type === 'single') rule(puzzle, terms, people);
      else {
        const most = choice.most ?? choice.options.length;
        rule(puzzle, terms, people * (choice.least ?? 1), people * most);
        choice.options.forEach((_, option) => {
          const told = rows[group]?.[option] ?? null;
          const truth = puzzle.truth.get(name(group, option)) as number;
          const left = told === null ? null : people - told;
          unknown(puzzle, `${name(group, option)}!`, people - truth, left, people);
          rule(
            puzzle,
            [
              [name(group, option), 1],
              [`${name(group, option)}!`, 1],
            ],
            people,
          );
        });
      }
    }
    choice.options.forEach((_, option) => {
      const column = [...groups.keys(), groups.length].map((group): [string, number] => [
        ...([name(group, option), 1] as const),
      ]);
      rule(puzzle, [...column, [`${item}=${option}`, -1]], 0);
    });
  }
  addNeeds(puzzle, { band, groups }, questionnaire, responses);
}

function addNeeds(
  puzzle: Puzzle,
  { band, groups }: Pick<Analysis['crossTabs'][number], 'band' | 'groups'>,
  questionnaire: Questionnaire,
  responses: readonly Answers[],
): void {
  const pairs = questionnaire.items.filter(({ type }) => type === 'scale-pair');
  for (const { id } of pairs) {
    const given = responses.filter((one) => markOf(one, id, 'importance') !== null);
    const sum = given.reduce((total, one) => total + (markOf(one, id, 'importance') ?? 0), 0);
    const columns: Terms[] = [];
    const parts = [...groups.keys(), groups.length];
    for (const group of parts) {
      const members = given.filter((one) => (chosenBy(one, band)[0] ?? groups.length) === group);
      const need = groups[group]?.needs.find((one) => one.id === id);
      const gap: Terms = [];
      for (const scale of ['importance', 'competence'] as const) {
        const names = [1, 2, 3, 4, 5].map((mark) => `${band}:${group}×${id}.${scale}=${mark}`);
        names.forEach((name, at) => {
          const truth = members.filter((one) => markOf(one, id, scale) === at + 1).length;
          unknown(puzzle, name, truth, null, responses.length);
          gap.push([name, (at + 1) * (scale === 'importance' ? 1 : -1)]);
        });
        columns.push(names.map((name): [string, number] => [name, 1]));
        if (need !== undefined) rule(puzzle, columns.at(-1) as Terms, members.length);
      }
      if (need === undefined) continue;
      rule(puzzle, gap, Math.round((need.mwds / (sum / given.length)) * members.length));
    }
    for (const scale of ['importance', 'competence'] as const) {
      for (const mark of [1, 2, 3, 4, 5]) {
        const whole = `${id}.${scale}=${mark}`;
        if (!puzzle.truth.has(whole)) continue;
        const own = parts.map((group): [string, number] => [
          ...([`${band}:${group}×${id}.${scale}=${mark}`, 1] as const),
        ]);
        rule(puzzle, [...own, [whole, -1]], 0);
      }
    }
  }
}

/** A required item on a condition was answered by just those who met it. */
function addConditions(puzzle: Puzzle, { items }: Questionnaire, analysis: Analysis): void {
  for (const item of items) {
    if (!isQuestion(item) || item.showIf === null || !item.isRequired) continue;
    const { showIf } = item;
    const gate = items.find(({ id }) => id === showIf.item);
    const answered = analysis.items.find(({ id }) => id === item.id)?.answered ?? null;
    if (gate?.type !== 'single' || answered === null) continue;
    const terms = showIf.is.map((option): [string, number] => [
      ...([`${gate.id}=${gate.options.indexOf(option)}`, 1] as const),
    ]);
    rule(puzzle, terms, answered);
  }
}

const ROUNDS = 60;

function solve({ low, high, equations }: Puzzle): void {
  for (let round = 0; round < ROUNDS; round++) {
    let isSettled = true;
    for (const { terms, least, most } of equations) {
      for (const [name, weight] of terms) {
        let from = least;
        let to = most;
        for (const [other, by] of terms) {
          if (other === name) continue;
          const ends = [by * (low.get(other) as number), by * (high.get(other) as number)];
          from -= Math.max(...ends);
          to -= Math.min(...ends);
        }
        const ends = [from / weight, to / weight].sort((one, two) => one - two);
        const bottom = Math.ceil((ends[0] as number) - 1e-9);
        const top = Math.floor((ends[1] as number) + 1e-9);
        if (bottom > (low.get(name) as number)) {
          low.set(name, bottom);
          isSettled = false;
        }
        if (top < (high.get(name) as number)) {
          high.set(name, top);
          isSettled = false;
        }
      }
    }
    if (isSettled) return;
  }
}
