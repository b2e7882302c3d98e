import { AWAITING_CONFIRMATION } from '../../corpus/manifest.ts';
import type { Command } from '../command.ts';
import { exclusionLines } from '../exclusion-lines.ts';

/** `corpus check`: what somebody must mend before all materials serve; 1 where there is anything. */
export const check: Command = async (_args, { app, output }) => {
  const { admitted, excluded, faults } = await app.corpus();
  const opened = await app.index(output.progress);
  const problems = [
    ...excluded.filter(({ isProblem }) => isProblem),
    ...faults,
    ...opened.store.excluded(),
  ];
  for (const line of exclusionLines(problems)) output.line(line);
  const awaiting = admitted.filter(({ entry }) => entry.approver === AWAITING_CONFIRMATION);
  output.line(
    `可用资料 ${admitted.length} 份（其中${AWAITING_CONFIRMATION} ${awaiting.length} 份），` +
      `段落 ${opened.store.passageCount()} 个，问答 ${opened.store.pairCount()} 对，问题 ${problems.length} 处。`,
  );
  return problems.length === 0 ? 0 : 1;
};
