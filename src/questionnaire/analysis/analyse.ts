import type { Answers } from '../answers.ts';
import { isPrescribed } from '../prescribed.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import { analyseItem } from './analyse-item.ts';
import type { Analysis, Sample } from './analysis.ts';
import { bandsOf } from './bands-of.ts';
import { type Content, rankNeeds } from './borich.ts';
import { closedItems } from './closed-items.ts';
import { type Column, columnsOf, type PairColumn } from './columns.ts';
import { type PairSums, sumPairs } from './count-column.ts';
import { crossTab } from './cross-tab.ts';
import { measureChanges } from './measure-changes.ts';
import { nameLimits } from './name-limits.ts';
import { suggestCourses } from './suggest-courses.ts';

/**
 * What the responses to a questionnaire say, with small numbers hidden so that nothing that is told
 * gives them away.
 *
 * @param invited who were asked; null where nobody knows
 */
export function analyse(
  questionnaire: Questionnaire,
  responses: readonly Answers[],
  invited: number | null,
): Analysis {
  const sample = sampleOf(responses.length, invited);
  const columns = columnsOf(questionnaire, responses);
  const found = { sample, items: [], needs: [], changes: [], crossTabs: [] };
  if (responses.length < FEWEST) {
    const limits = nameLimits(questionnaire, columns, found);
    return { ...found, suggestions: [], limits };
  }
  const closed = closedItems(columns, responses.length);
  const items = columns.map((column) =>
    analyseItem(column, responses.length, closed.has(column.item.id)),
  );
  const open = columns.filter((_, at) => items[at]?.answered !== null);
  const pairs = open.filter(
    (column): column is PairColumn =>
      column.kind === 'scale-pair' && hasMeans(items, column.item.id),
  );
  const contents = pairs.filter(({ item }) => item.pair === 'need');
  const bandIds = new Set(bandsOf(questionnaire).map(({ id }) => id));
  const needs = rankNeeds(contents.map(contentOf));
  const choices = open.flatMap((column) =>
    isChoice(column) && !bandIds.has(column.item.id) ? [column] : [],
  );
  const bands = open.flatMap((column) =>
    column.kind === 'single' && bandIds.has(column.item.id)
      ? (crossTab(column, { contents, choices }) ?? [])
      : [],
  );
  const results = {
    ...{ sample, items, needs },
    changes: measureChanges(pairs.filter(({ item }) => item.pair === 'change').map(contentOf)),
    crossTabs: bands.map(({ tab }) => tab),
  };
  return {
    ...results,
    suggestions: suggestCourses(questionnaire, needs, bands),
    limits: nameLimits(questionnaire, columns, results),
  };
}

function sampleOf(answered: number, invited: number | null): Sample {
  const rate = invited === null || invited === 0 ? null : Math.min(1, answered / invited);
  return { invited, answered, rate };
}

function hasMeans(items: Analysis['items'], id: string): boolean {
  return items.some((item) => item.id === id && item.pair !== null);
}

function isChoice(column: Column): column is Column & { readonly kind: 'single' | 'multiple' } {
  return column.kind === 'single' || column.kind === 'multiple';
}

function contentOf(column: PairColumn): Content {
  const { id, text, basis } = column.item;
  const everyone = new Int16Array(column.importance.length);
  const sums = sumPairs(column, everyone, 1)[0] as PairSums;
  return { id, text, sums, isPrescribed: isPrescribed(basis) };
}
