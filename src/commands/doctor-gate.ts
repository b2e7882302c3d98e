import { timeIn } from '../clock.ts';
import { readGoldenIn } from '../corpus/golden.ts';
import { countsInWords, stoppedInWords, VERDICT_NAMES } from '../materials/gate/gate-words.ts';
import type { CommandContext } from './command.ts';

/** The gate before answers: what is asked, how the last change went, what waits to be let through. */
export async function checkGate({ app }: CommandContext) {
  const golden = await readGoldenIn(app.corpusFolder());
  const [latest] = await (await app.records()).releases.latest(1);
  // Where they are lost, what came then is held.
  if (golden.length === 0 && latest?.verdict !== 'held') {
    return { ok: true, lines: ['没有把关题（golden.yaml），资料变动不经把关直接启用'] };
  }
  if (latest === undefined) {
    return { ok: true, lines: [`把关题 ${golden.length} 道，还没有把关记录`] };
  }
  const { verdict, findings, index } = latest;
  const isHeld = verdict === 'held' && (await app.index()).name === index;
  const at = timeIn(app.config.zone, new Date(latest.at));
  const counts = verdict === 'first' ? `把关题 ${golden.length} 道` : countsInWords(findings);
  return {
    ok: !isHeld,
    lines: [
      `最近一次 ${at} ${VERDICT_NAMES[verdict]}：${counts}`,
      ...(isHeld
        ? [
            stoppedInWords(findings),
            '请运行 corpus gate 查看；核对无误的，由管理员在“把关”中启用，或运行 corpus release --reason 理由 --by 姓名',
          ]
        : []),
    ],
  };
}
