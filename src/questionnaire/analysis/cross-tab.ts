import { hideCounts } from '../../few.ts';
import type { QuestionItem } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import type { CrossTab, CrossTable } from './analysis.ts';
import { withRanks } from './borich.ts';
import type { MultipleColumn, PairColumn, SingleColumn } from './columns.ts';
import { countOptions } from './count-column.ts';
import { crossTable } from './cross-table.ts';
import { groupNeeds, type NeedOfGroup } from './group-needs.ts';

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
  const tables: CrossTable[] = [];
  for (const column of told.choices) {
    if (!mayBeToldApart(column.item, band, isShown, tables)) continue;
    const table = crossTable(column, band, isShown);
    if (table !== null) tables.push(table);
  }
  const needs = told.contents
    .filter(({ item }) => mayBeToldApart(item, band, isShown, tables))
    .flatMap((column) => groupNeeds(column, band, isShown));
  const groups = options.map((label, at) => ({
    label,
    answered: hidden[at] ? null : (sizes[at] as number),
    needs: ranked(needs.filter(({ group }) => group === at)),
  }));
  return { tab: { band: id, text, groups, tables }, needs };
}

/**
 * An item on a condition tells by its sums how many of each group met it, so it is told apart only
 * where that is told: of the band itself, or of one option of an item whose counts are all shown.
 */
function mayBeToldApart(
  { showIf }: QuestionItem,
  band: SingleColumn,
  isShown: readonly boolean[],
  tables: readonly CrossTable[],
): boolean {
  if (showIf === null || showIf.item === band.item.id) return true;
  const gate = tables.find(({ item }) => item === showIf.item);
  const [option = -1, ...more] = showIf.is.map((name) => gate?.options.indexOf(name) ?? -1);
  if (gate === undefined || option < 0 || more.length > 0) return false;
  return gate.rows.every((row, group) => !isShown[group] || row[option] !== null);
}

function ranked(needs: readonly NeedOfGroup[]): CrossTab['groups'][number]['needs'] {
  return withRanks(needs).map(({ id, text, mwds, rank }) => ({ id, text, mwds, rank }));
}
