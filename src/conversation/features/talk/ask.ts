import type { Answer, Citation } from '../../../answering/answer.ts';
import { answerQuestion } from '../../../answering/answer-question.ts';
import { citationLine } from '../../../answering/answer-text.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import { understand } from '../../follow-up/understand.ts';
import type { DraftBlock, DraftButton, QuoteBlock } from '../../reply.ts';
import type { DialogueContext } from '../../state.ts';

/** Goes along when a method reference is pasted elsewhere. */
const METHOD_MARK = '（方法参考，不作为政策依据）';
const METHOD_NOTICE = '以下内容不是政策文件，不作为政策依据。';

/**
 * Answers a question from the corpus.
 *
 * @param text as `readQuestion` gives it
 */
export async function ask(text: string, occasion: Occasion): Promise<FeatureReply> {
  const { state, now, turn } = occasion;
  const index = await occasion.index();
  const { question, topic, answer } = understand(text, state.context, now, (one) =>
    answerQuestion(index, one),
  );
  const understood: DraftBlock[] =
    question === text ? [] : [{ kind: 'text', tone: 'notice', text: `按上文理解为：${question}` }];
  return {
    placement: 'turn',
    blocks: [...understood, ...answerBlocks(answer), feedbackButtons(turn)],
    outcome: answer.outcome,
    state: { ...state, context: contextAfter(answer, topic, now) ?? state.context },
  };
}

/** A question that ended 超出范围 leaves the context as it was. */
function contextAfter(
  { question, outcome, quotes }: Answer,
  topic: string,
  now: Date,
): DialogueContext | null {
  if (outcome === 'out-of-scope') return null;
  return {
    question,
    topic,
    at: now.toISOString(),
    quotes: quotes.map(({ material, place, start, text }) => ({ material, place, start, text })),
  };
}

function answerBlocks({ lead, quotes, nearest, methods, related }: Answer): DraftBlock[] {
  const isQuoteItself = quotes.length === 1 && quotes[0]?.text === lead;
  const blocks: DraftBlock[] = isQuoteItself ? [] : [{ kind: 'text', tone: 'lead', text: lead }];
  const asBlocks = (role: QuoteBlock<DraftButton>['role'], citations: readonly Citation[]) =>
    citations.map((citation, at) => quoteBlock(role, citation, at + 1));
  blocks.push(...asBlocks('quote', quotes), ...asBlocks('nearest', nearest));
  if (methods.length > 0) {
    blocks.push(
      { kind: 'text', tone: 'heading', text: '方法参考' },
      { kind: 'text', tone: 'notice', text: METHOD_NOTICE },
      ...asBlocks('method', methods),
    );
  }
  if (related.length > 0) {
    const buttons = related.map(
      (question): DraftButton => ({
        label: question,
        deed: { kind: 'ask', question },
      }),
    );
    blocks.push({ kind: 'buttons', role: 'related', label: '相关问题', buttons });
  }
  return blocks;
}

function quoteBlock(
  role: QuoteBlock<DraftButton>['role'],
  citation: Citation,
  number: number,
): QuoteBlock<DraftButton> {
  const { material, title, place, start, text } = citation;
  return {
    kind: 'quote',
    role,
    number,
    title,
    place,
    text,
    line: citationLine(citation) + (role === 'method' ? METHOD_MARK : ''),
    buttons: [{ label: '查看原文', deed: { kind: 'open-quote', material, place, start, text } }],
  };
}

function feedbackButtons(turn: string): DraftBlock {
  return {
    kind: 'buttons',
    role: 'feedback',
    label: '这次答复有没有帮助',
    buttons: [
      { label: '有用', deed: { kind: 'rate', turn, verdict: 'useful' } },
      { label: '没帮助', deed: { kind: 'rate', turn, verdict: 'not-useful' } },
    ],
  };
}
