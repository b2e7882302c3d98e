import { cleanWords } from '../../../text/clean-words.ts';
import type { Deed } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { problemOfDeed } from '../../permission.ts';
import type { LedgerWords } from '../../state.ts';
import { takeSentence } from './answer-sentence.ts';
import { takeSearchWords } from './choose-quotes.ts';
import { returnAnswer } from './return-answer.ts';
import { setAside } from './set-aside.ts';
import { confirmWithdrawing } from './withdraw-answer.ts';

const NOTHING_ASKED = '现在没有等待填写的内容。发送“待答问题”可以打开列表。';
const LONGEST_REASON = 200;

/** The next text, where words for a topic were asked for. */
export async function takeWordsForTopic(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const asked = on.pending.ledgerWords;
  if (asked === null) return say(NOTHING_ASKED);
  const { what, ...seen } = asked;
  // It may have been asked for while the person still kept the ledger.
  const problem = problemOfDeed(deedOf(asked), on.person, on.isPublic);
  if (problem !== null) return say(problem);
  switch (what) {
    case 'search':
      return takeSearchWords(seen, text, on);
    case 'sentence':
      return takeSentence(seen, text, on);
    case 'return':
    case 'set-aside':
    case 'withdraw':
      return takeReason(asked, text, on);
    default:
      return what satisfies never;
  }
}

async function takeReason(
  asked: LedgerWords,
  text: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const reason = cleanWords(text).replace(/\s+/gu, ' ');
  const length = [...reason].length;
  if (length === 0 || length > LONGEST_REASON) {
    const state = { ...on.state, expecting: 'words-for-ledger' as const, ledgerWords: asked };
    return {
      ...say(
        `原因须在 1 到 ${LONGEST_REASON} 个字之间，收到的有 ${length} 个字，没有办理。请重新写，或者发送“取消”。`,
      ),
      state,
    };
  }
  const { what, ...seen } = asked;
  if (what === 'return') return returnAnswer(seen, reason, on);
  return what === 'withdraw' ? confirmWithdrawing(seen, reason, on) : setAside(seen, reason, on);
}

/** What asked for the words: it needs what they need. */
function deedOf({ what, ...seen }: LedgerWords): Deed {
  switch (what) {
    case 'search':
      return { kind: 'answer-topic', topic: seen.topic };
    case 'sentence':
      return { kind: 'ask-answer-sentence', topic: seen.topic };
    case 'return':
      return { kind: 'ask-return-topic-answer', ...seen };
    case 'set-aside':
      return { kind: 'ask-set-topic-aside', ...seen };
    case 'withdraw':
      return { kind: 'ask-withdraw-topic-answer', ...seen };
    default:
      return what satisfies never;
  }
}
