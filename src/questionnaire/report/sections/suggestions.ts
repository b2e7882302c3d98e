import { withoutTitleMarks } from '../../../text/title-marks.ts';
import type { Analysis, CourseSuggestion } from '../../analysis/analysis.ts';
import { contentNotToTeach } from '../../analysis/content-not-to-teach.ts';
import type { Block } from '../outline.ts';

const NOTE =
  '以下建议由问卷数据得出，是否开班、由谁承办，还应结合组织需求、岗位需求和年度安排研究确定。方式、师资和时间可参照前一部分的意见。';

/** 开班建议: what to teach whom, by which figures, and where the plan asks for it. */
export function suggestions({ suggestions, needs }: Analysis): Block[] {
  if (suggestions.length === 0) {
    const text = '从问卷数据看，没有达到单独开班程度的内容。';
    return [{ kind: 'paragraph', text }, ...notToTeach(needs)];
  }
  const quotedAt = new Map<string, number>();
  return [
    { kind: 'note', text: NOTE },
    ...suggestions.flatMap((suggestion, at): Block[] => {
      const number = at + 1;
      return [
        { kind: 'paragraph', text: `${number}.${suggestionSentence(suggestion)}` },
        basisOf(suggestion, number, quotedAt),
      ];
    }),
    ...notToTeach(needs),
  ];
}

/** Important content that is mastered should not become a class: PRACTICE of needs analysis. */
function notToTeach(needs: Analysis['needs']): Block[] {
  const contents = contentNotToTeach(needs);
  if (contents.length === 0) return [];
  return [
    { kind: 'paragraph', text: '不宜单独设课的内容：' },
    { kind: 'list', items: contents.map(({ text, reason }) => `“${text}”：${reason}`) },
  ];
}

export function suggestionSentence({ audience, text, reason }: CourseSuggestion): string {
  return `面向${audience}安排“${text}”专题。${reason}${/[。！？]$/u.test(reason) ? '' : '。'}`;
}

function basisOf(
  { basis }: CourseSuggestion,
  number: number,
  quotedAt: Map<string, number>,
): Block {
  if (basis === null) {
    return { kind: 'note', text: '这项内容没有标注规划依据，请结合本地实际研究。' };
  }
  const source = `《${withoutTitleMarks(basis.title)}》${basis.place}`;
  const first = quotedAt.get(`${source} ${basis.text}`);
  if (first !== undefined) {
    return { kind: 'note', text: `依据同第${first}条建议所引${basis.place}。` };
  }
  quotedAt.set(`${source} ${basis.text}`, number);
  const label = basis.title.includes('规划') ? '规划要求' : '政策要求';
  return { kind: 'quote', label, text: basis.text, source };
}
