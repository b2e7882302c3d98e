import { type Analysis, adviceFor, type ItemAnalysis } from './analysis.ts';
import { contentNotToTeach } from './content-not-to-teach.ts';

/**
 * The shape that programs read:
 * `{n, invited, rate, items: [{id, type, text, n, distribution, mean?, mwds?, rank?, themes?, hidden?}],
 * needs, notToTeach, changes, crossTabs, suggestions, limits}`.
 *
 * `distribution` is option to count (number bands and ranked options likewise, to count and mean
 * place), of a pair `{importance, competence}` with a count a mark; null stands where it is hidden.
 * `hidden` names what is hidden, or is true where all of the item is.
 */
export function describeAnalysis(analysis: Analysis) {
  const { sample, items, needs, changes, crossTabs, suggestions, limits } = analysis;
  return {
    ...{ n: sample.answered, invited: sample.invited, rate: sample.rate },
    items: items.map((item) => describeItem(item, analysis)),
    ...{ needs, notToTeach: contentNotToTeach(needs), changes, crossTabs, suggestions, limits },
  };
}

function describeItem(item: ItemAnalysis, { needs }: Analysis) {
  const { id, type, text, answered: n, notApplicable, themes } = item;
  const need = needs.find((one) => one.id === id);
  const mean = type === 'scale-pair' ? item.pair : item.mean;
  const hidden = hiddenOf(item);
  return {
    ...{ id, type, text, n },
    ...(notApplicable === null ? {} : { notApplicable }),
    distribution: describeDistribution(item),
    ...(mean === null ? {} : { mean }),
    ...(need === undefined
      ? {}
      : { mwds: need.mwds, rank: need.rank, quadrant: need.quadrant, advice: adviceFor(need) }),
    ...(type === 'text' ? { themes } : {}),
    ...(hidden === null ? {} : { hidden }),
  };
}

type Counts = Readonly<Record<string, number | null>>;

function describeDistribution({ distribution }: ItemAnalysis) {
  if (distribution === null) return null;
  switch (distribution.kind) {
    case 'options':
    case 'bands':
      return Object.fromEntries(distribution.cells.map(({ label, count }) => [label, count]));
    case 'ranking':
      return Object.fromEntries(distribution.places.map(({ option, mean }) => [option, mean]));
    case 'pair':
      return {
        importance: countsOf(distribution.importance),
        competence: countsOf(distribution.competence),
      };
    default:
      return distribution satisfies never;
  }
}

function countsOf(marks: readonly number[] | null): Counts | null {
  return marks && Object.fromEntries(marks.map((count, at) => [String(at + 1), count]));
}

/** Null where nothing is hidden. */
function hiddenOf({ answered, distribution }: ItemAnalysis): true | readonly string[] | null {
  if (answered === null) return true;
  const names = namesHidden(distribution);
  return names.length === 0 ? null : names;
}

function namesHidden(distribution: ItemAnalysis['distribution']): readonly string[] {
  switch (distribution?.kind) {
    case undefined:
      return [];
    case 'options':
    case 'bands':
      return distribution.cells.flatMap(({ label, count }) => (count === null ? [label] : []));
    case 'ranking':
      return distribution.places.flatMap(({ option, mean }) => (mean === null ? [option] : []));
    case 'pair':
      return (['importance', 'competence'] as const).filter(
        (scale) => distribution[scale] === null,
      );
    default:
      return distribution satisfies never;
  }
}
