import { csvTable } from '../../../documents/csv-table.ts';
import { STATE_NAMES, SUGGESTION_STATES } from '../../../suggestion/suggestion.ts';
import { plain } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { DraftFile } from '../../reply.ts';
import { audited } from '../people/audited.ts';
import { stepInWords } from './suggestion-page.ts';

const MOST = 5000;

/** All of them as a table; nowhere who wrote one. */
export async function exportSuggestions(on: PersonalOccasion): Promise<FeatureReply> {
  const all = { states: SUGGESTION_STATES, from: 0, limit: MOST };
  const { suggestions, total } = await on.suggestions.list(all);
  if (total === 0) return say('还没有意见建议。');
  const rows = suggestions.map(({ id, day, state, text, steps }) => [
    ...[id, day, STATE_NAMES[state], text],
    steps.map((step) => stepInWords(step, on.zone)).join('\n'),
  ]);
  const file: DraftFile = {
    name: `意见建议-${on.today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes: Buffer.from(
      csvTable([['编号', '收到日期', '状态', '原文', '办理经过'], ...rows]),
      'utf8',
    ),
  };
  const words = `已导出意见建议 ${rows.length} 件${rows.length < total ? `（共 ${total} 件，只导出前面的）` : ''}。`;
  return {
    placement: 'turn',
    changes: [audited('导出意见建议', `${rows.length} 件`, on)],
    blocks: [plain(words), { kind: 'file', file }],
  };
}
