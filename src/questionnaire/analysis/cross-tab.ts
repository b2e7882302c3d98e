import { FEWEST } from '../survey.ts';
import type { CrossTab } from './analysis.ts';
import { withRanks } from './borich.ts';
import type { MultipleColumn, PairColumn, SingleColumn } from './columns.ts';
import { countOptions } from './count-column.ts';
import { crossTable } from './cross-table.ts';
import { groupNeeds, type NeedOfGroup } from './group-needs.ts';
import { hideCounts } from './hide-counts.ts';

/** What is told apart by bands. */
export interface ToldApart {
  /** Content items whose means are told for all. */
  readonly contents: readonly PairColumn[];
  /** Single and multiple items that are no bands. */
  readonly choices: readonly (SingleColumn | MultipleColumn)[];
}

export interface BandResult {
  readonly tab: CrossTab;
  /** Needs of its groups with what a suggestion is weighed by; it is not told. */
  readonly needs: readonly NeedOfGroup[];
}

/** Results by the groups of one band; null where no group can be told apart. */
export function crossTab(band: SingleColumn, told: ToldApart): BandResult | null {
  const { options, id, text } = band.item;
  const sizes = countOptions(band);
  const hidden = hideCounts(sizes);
  const isShown = sizes.map((size, at) => !hidden[at] && size >= FEWEST);
  if (!isShown.includes(true)) return null;
  const needs = told.contents.flatMap((column) => groupNeeds(column, band, isShown));
  const groups = options.map((label, at) => ({
    label,
    answered: hidden[at] ? null : (sizes[at] as number),
    needs: ranked(needs.filter(({ group }) => group === at)),
  }));
  const tables = told.choices.flatMap((column) => crossTable(column, band, isShown) ?? []);
  return { tab: { band: id, text, groups, tables }, needs };
}

function ranked(needs: readonly NeedOfGroup[]): CrossTab['groups'][number]['needs'] {
  return withRanks(needs).map(({ id, text, mwds, rank }) => ({ id, text, mwds, rank }));
}
