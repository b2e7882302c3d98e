import type { Answer, Citation } from '../../../answering/answer.ts';
import { citationLine } from '../../../answering/answer-text.ts';
import { placeOnPage } from '../../../text/pages.ts';
import { remark } from '../../blocks.ts';
import type { DraftBlock, DraftButton, QuoteBlock } from '../../reply.ts';

/** Goes along when a method reference is pasted elsewhere. */
const METHOD_MARK = '（方法参考，不作为政策依据）';
const METHOD_NOTICE = '以下内容不是政策文件，不作为政策依据。';

/** Says how a follow-up or a foreign question was understood, where that is not what was written. */
export function understoodAs(question: string, text: string, language = 'zh'): DraftBlock[] {
  const how = language === 'zh' ? '按上文理解为' : '译成中文查找';
  return question === text ? [] : [remark(`${how}：${question}`)];
}

/** An answer that needs no model: what was asked first, then the quotes. */
export function answerBlocks(answer: Answer): DraftBlock[] {
  const { lead, quotes, nearest } = answer;
  const isQuoteItself = quotes.length === 1 && quotes[0]?.text === lead;
  const blocks: DraftBlock[] = isQuoteItself ? [] : [{ kind: 'text', tone: 'lead', text: lead }];
  blocks.push(...asBlocks('quote', quotes), ...asBlocks('nearest', nearest));
  return [...blocks, ...besideBlocks(answer)];
}

/** What stands beside an answer: method references, and questions to ask next. */
export function besideBlocks({ methods, related }: Answer): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  if (methods.length > 0) {
    blocks.push(
      { kind: 'text', tone: 'heading', text: '方法参考' },
      { kind: 'text', tone: 'notice', text: METHOD_NOTICE },
      ...asBlocks('method', methods),
    );
  }
  if (related.length > 0) {
    const buttons = related.map(
      (question): DraftButton => ({ label: question, deed: { kind: 'ask', question } }),
    );
    blocks.push({ kind: 'buttons', role: 'related', label: '相关问题', buttons });
  }
  return blocks;
}

function asBlocks(
  role: QuoteBlock<DraftButton>['role'],
  citations: readonly Citation[],
): DraftBlock[] {
  return citations.map((citation, at) => quoteBlock(role, citation, at + 1));
}

export function quoteBlock(
  role: QuoteBlock<DraftButton>['role'],
  citation: Citation,
  number: number,
): QuoteBlock<DraftButton> {
  const { material, title, place, page, start, text } = citation;
  return {
    kind: 'quote',
    role,
    number,
    title,
    place: placeOnPage(place, page),
    text,
    line: citationLine(citation) + (role === 'method' ? METHOD_MARK : ''),
    buttons: [{ label: '查看原文', deed: { kind: 'open-quote', material, place, start, text } }],
  };
}
