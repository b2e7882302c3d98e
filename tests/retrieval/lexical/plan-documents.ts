import { readFileSync } from 'node:fs';
import type { LexicalDocument } from '../../../src/retrieval/lexical/types.ts';

/** A line of the plan with its place, cut here in the plainest way: one line, one passage. */
export interface PlanDocument extends LexicalDocument {
  readonly place: string;
}

const TITLE = '全国干部教育培训规划（2023—2027年）';

/** The plan's sections (一, 二（一）, …, 八), each with its heading. */
export function planDocuments(): PlanDocument[] {
  const url = new URL('../../../corpus/plan-2023-2027.txt', import.meta.url);
  const documents: PlanDocument[] = [];
  let part = '';
  let heading = '';
  for (const line of readFileSync(url, 'utf8').split('\n')) {
    const text = line.replace(/\[[^\]]*\]/g, '').trim();
    const top = /^([一二三四五六七八])、/.exec(text)?.[1];
    const below = /^(（[一二三四五六七八九]）)/.exec(text)?.[1];
    if (top !== undefined) {
      part = top;
      heading = text;
    } else if (part !== '' && text !== '') {
      documents.push({ text, title: TITLE, headings: [heading], place: part + (below ?? '') });
    }
  }
  return documents;
}
