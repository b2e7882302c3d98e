import { dateIn } from '../../../clock.ts';
import { answersOf, STATE_NAMES, type Suggestion } from '../../../suggestion/suggestion.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import { plain } from '../../blocks.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { SUGGESTION_TURN } from '../../store.ts';

const WAITS = '管理员还没有开始办理。';
const IN_HAND = '管理员正在办理。';

/** What its sender sees of one: how it stands, what they wrote, and every answer with its name. */
export function sentBlocks(suggestion: Suggestion, { zone }: Pick<Occasion, 'zone'>): DraftBlock[] {
  const { day, state, text } = suggestion;
  const answers = answersOf(suggestion).map(({ by, at, words }) => {
    const when = dateInWords(dateIn(zone, new Date(at)));
    return `${by.name}（${when}）：${words ?? ''}`;
  });
  const waiting = state === 'open' ? [WAITS] : state === 'in-hand' ? [IN_HAND] : [];
  return [
    plain(`状态：${STATE_NAMES[state]}\n提交：${dateInWords(day)}`),
    plain(text),
    ...[...waiting, ...answers].map(plain),
  ];
}

/** A reply about what somebody has sent: the history has none of it, or it would say whose it is. */
export function shownOnce(said: string, blocks: readonly DraftBlock[]): FeatureReply {
  const words = blocks.flatMap((block) =>
    block.kind === 'text' && block.text !== '' ? [block.text] : [],
  );
  return { placement: 'turn', said, outcome: SUGGESTION_TURN, secrets: words, blocks };
}
