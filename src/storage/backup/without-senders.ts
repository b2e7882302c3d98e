import { SUGGESTION_TURN } from '../../conversation/store.ts';
import type { BACKED_UP } from './format.ts';

type Row = Readonly<Record<string, unknown>>;

/** Without the turns that tell for an hour that somebody has sent a 意见建议. */
export function withoutSenders(table: (typeof BACKED_UP)[number], row: Row | null): Row | null {
  return table === 'turn' && row?.outcome === SUGGESTION_TURN ? null : row;
}
