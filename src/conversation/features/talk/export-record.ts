import { timeIn } from '../../../clock.ts';
import { type FeatureReply, type Occasion, say } from '../../feature.ts';
import { blockText } from '../../plain-text.ts';
import type { Turn } from '../../store.ts';

const MOST_TURNS = 500;
/** So that Windows programs read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The conversation as a text file, quotes with their source lines. */
export async function exportRecord(occasion: Occasion): Promise<FeatureReply> {
  const { zone } = occasion;
  const { turns, hasMore } = await occasion.history(MOST_TURNS);
  // What was said in a seminar is wiped with it, and would outlive that in a file.
  const asked = turns.filter(({ said, session }) => said !== '' && session === undefined);
  if (asked.length === 0) return say('还没有可以导出的问答。请先提一个问题。');
  const when = timeIn(zone, occasion.now);
  const scope = hasMore ? `最近 ${asked.length} 次问答` : `共 ${asked.length} 次问答`;
  const head = `干训助手对话记录\n导出时间：${when}，${scope}\n引文逐字取自已批准的资料，正式引用前请与文件原件核对。`;
  const text = [head, ...asked.map((turn, at) => turnText(turn, at + 1, zone))].join('\n\n');
  const bytes = Buffer.from(BYTE_ORDER_MARK + text.replaceAll('\n', '\r\n'), 'utf8');
  const name = `干训助手对话记录-${when.replace(' ', '-').replace(':', '')}.txt`;
  return {
    placement: 'turn',
    blocks: [
      { kind: 'text', tone: 'plain', text: `对话记录已生成，${scope}。` },
      { kind: 'file', file: { name, mediaType: 'text/plain; charset=utf-8', bytes } },
    ],
  };
}

function turnText({ said, blocks, at }: Turn, number: number, zone: string): string {
  const lines = blocks.map(blockText).filter((line) => line !== '');
  return [`${number}. 问（${timeIn(zone, new Date(at))}）：${said}`, ...lines].join('\n');
}
