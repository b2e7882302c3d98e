import { hideCounts } from '../../few.ts';
import { SCALE } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import type { Cell, Distribution, ItemAnalysis } from './analysis.ts';
import type { Column } from './columns.ts';
import { countAnswered, countMarks, countOptions } from './count-column.ts';
import { findThemes } from './find-themes.ts';
import { hideChosen } from './hide-chosen.ts';
import { openMarks, tellsMarks } from './hide-marks.ts';
import { numberBands } from './number-bands.ts';
import { rankingPlaces } from './ranking-places.ts';

/** The results of one item; `isClosed` where even how many answered would tell a hidden count. */
export function analyseItem(column: Column, responses: number, isClosed: boolean): ItemAnalysis {
  const { id, type, text } = column.item;
  const answered = countAnswered(column);
  const nothing: ItemAnalysis = {
    ...{ id, type, text, answered: null, notApplicable: null, distribution: null },
    ...{ mean: null, pair: null, themes: [] },
  };
  if (isClosed || answered < FEWEST) return nothing;
  const known = { ...nothing, answered, distribution: distributionOf(column, answered) };
  switch (column.kind) {
    case 'single':
    case 'multiple':
    case 'ranking':
      return known;
    case 'scale-pair': {
      const notApplicable = openNotApplicable(column.notApplicable, answered, responses);
      return { ...known, notApplicable, pair: openPair(column) };
    }
    case 'number': {
      return { ...known, mean: openMean(column.values, column.item) };
    }
    case 'text':
      return { ...known, themes: findThemes(column.texts) };
    default:
      return column satisfies never;
  }
}

function distributionOf(column: Column, answered: number): Distribution | null {
  switch (column.kind) {
    case 'single':
    case 'multiple': {
      const counts = countOptions(column);
      const hidden = hiddenOptions(column, counts, answered);
      const cells = column.item.options.map((label, at) =>
        cell(label, hidden[at] ? null : (counts[at] as number), answered),
      );
      return { kind: 'options', cells };
    }
    case 'scale-pair': {
      const importance = openMarks(countMarks(column.importance));
      const competence = openMarks(countMarks(column.competence));
      return { kind: 'pair', importance, competence };
    }
    case 'ranking':
      return { kind: 'ranking', places: rankingPlaces(column) };
    case 'number': {
      const bands = numberBands(column.values, column.item);
      return {
        kind: 'bands',
        cells: bands.map(({ label, count }) => cell(label, count, answered)),
      };
    }
    case 'text':
      return null;
    default:
      return column satisfies never;
  }
}

/** Which options are hidden. A multiple item of which a fixed number is chosen has a known total. */
export function hiddenOptions(
  column: Column & { readonly kind: 'single' | 'multiple' },
  counts: readonly number[],
  answered: number,
): readonly boolean[] {
  return column.kind === 'single' ? hideCounts(counts) : hideChosen(column.item, counts, answered);
}

function cell(label: string, count: number | null, answered: number): Cell {
  return { label, count, share: count === null ? null : count / answered };
}

/**
 * How many gave no mark is as open as how many did; which of them said 不适用 and which passed the
 * item over is told only where neither can be one of few.
 */
function openNotApplicable(count: number, answered: number, responses: number): number | null {
  const others = responses - answered - count;
  const isNoneAmongMany = count === 0 && (others === 0 || others >= FEWEST);
  return count >= FEWEST || isNoneAmongMany ? count : null;
}

/**
 * The mean of numbers; null where it tells each of them: whole numbers that add up to one more than if
 * all were the least, or one less than if all were the most, are one person's and all others'.
 */
function openMean(
  values: readonly number[],
  { least, most }: { readonly least: number | null; readonly most: number | null },
): number | null {
  const sum = values.reduce((total, value) => total + value, 0);
  const whole = values.every(Number.isInteger);
  const lowest = least ?? values.reduce((one, other) => Math.min(one, other), 0);
  const highest = most ?? Number.POSITIVE_INFINITY;
  return whole && tellsMarks(sum, values.length, { lowest, highest }) ? null : sum / values.length;
}

/** Means of both marks; null where one of them would tell every mark. */
function openPair(column: Column & { readonly kind: 'scale-pair' }): ItemAnalysis['pair'] {
  const people = countAnswered(column);
  const importance = markSum(column.importance);
  const competence = markSum(column.competence);
  if (tellsMarks(importance, people) || tellsMarks(competence, people)) return null;
  return { importance: importance / people, competence: competence / people };
}

function markSum(marks: Uint8Array): number {
  return countMarks(marks).reduce((sum, count, at) => sum + count * (SCALE[at] as number), 0);
}
