import { placeOnPage } from '../text/pages.ts';
import { withoutTitleMarks } from '../text/title-marks.ts';
import type { Answer, Citation } from './answer.ts';

/**
 * An answer as plain text: what was asked first, then the quotes with their places; a refusal with
 * its nearest places; method references apart and marked.
 */
export function answerText(answer: Answer): string {
  const isQuoteItself = answer.quotes.length === 1 && answer.quotes[0]?.text === answer.lead;
  const blocks = [...(isQuoteItself ? [] : [answer.lead]), ...answer.quotes.map(citationLine)];
  if (answer.nearest.length > 0) blocks.push(...answer.nearest.map(citationLine));
  return blocks.join('\n');
}

/** Method references as plain text, or empty; shown apart from the answer. */
export function methodsText({ methods }: Answer): string {
  if (methods.length === 0) return '';
  return ['【方法参考】以下内容不是政策文件，不作为政策依据。', ...methods.map(citationLine)].join(
    '\n',
  );
}

/** A quote and its source in one line, as it is pasted into a document. */
export function citationLine({
  text,
  title,
  place,
  page,
}: Pick<Citation, 'text' | 'title' | 'place' | 'page'>): string {
  return `「${text}」——《${withoutTitleMarks(title)}》${placeOnPage(place, page)}`;
}
