import { isFew } from '../../few.ts';
import type { ShowIf } from '../questionnaire.ts';
import { FEWEST } from '../survey.ts';
import { hiddenOptions } from './analyse-item.ts';
import { type Column, opens } from './columns.ts';
import { countAnswered, countOptions } from './count-column.ts';

/**
 * Items of which nothing is told: how many answered an item that stands on an earlier answer is how
 * many gave that answer, so it is told only where that count is.
 */
export function closedItems(columns: readonly Column[], responses: number): ReadonlySet<string> {
  const closed = new Set<string>();
  const byId = new Map(columns.map((column) => [column.item.id, column]));
  for (const { item } of columns) {
    if (item.showIf === null) continue;
    const gate = byId.get(item.showIf.item);
    if (gate === undefined) continue;
    if (closed.has(gate.item.id) || tellsGate(gate, item.showIf, responses)) closed.add(item.id);
  }
  return closed;
}

function tellsGate(gate: Column, { is }: ShowIf, responses: number): boolean {
  if (gate.kind !== 'single' && gate.kind !== 'multiple') return false;
  const answered = countAnswered(gate);
  if (answered < FEWEST) return true;
  const hidden = hiddenOptions(gate, countOptions(gate), answered);
  if (gate.item.options.some((option, at) => hidden[at] && is.includes(option))) return true;
  if (gate.kind === 'single') return false;
  // Who chose any of several options, or several of them, is told by no count of the gate itself.
  let any = 0;
  let several = 0;
  for (let at = 0; at < responses; at++) {
    const count = opens(gate, is, at);
    if (count > 0) any++;
    if (count > 1) several++;
  }
  return isFew(any) || isFew(answered - any) || isFew(several);
}
