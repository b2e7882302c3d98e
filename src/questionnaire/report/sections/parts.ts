import type { Questionnaire } from '../../questionnaire.ts';

/** The section that each question stands in, by its id; empty before the first one. */
export function sectionsOf({ items }: Questionnaire): ReadonlyMap<string, string> {
  let section = '';
  const found = new Map<string, string>();
  for (const item of items) {
    if (item.type === 'section') section = item.text;
    else found.set(item.id, section);
  }
  return found;
}

/** 三、内容需求 → 内容需求: a heading of the report has a number of its own. */
export function withoutNumber(heading: string): string {
  return heading.replace(
    /^(?:第?[一二三四五六七八九十]+(?:部分)?[、.．\s]|（[一二三四五六七八九十]+）|\d+[、.．])\s*/u,
    '',
  );
}
