import { isQuestion } from '../../questionnaire.ts';
import type { WholeRule } from '../rule.ts';

export const NO_QUESTIONS: WholeRule = {
  name: '没有题目',
  check: ({ items }) =>
    items.length === 1 || items.some(isQuestion)
      ? []
      : [
          {
            item: null,
            message: items.length === 0 ? '问卷里没有题目。' : '问卷里只有段落说明，没有题目。',
            mend: '至少加一道题；可以先起草一份，再删改。',
          },
        ],
};

export const EMPTY_SECTION: WholeRule = {
  name: '段落后没有题目',
  check: ({ items }) =>
    !items.some(isQuestion)
      ? []
      : items.flatMap((item, at) => {
          const next = items[at + 1];
          if (item.type !== 'section' || (next !== undefined && isQuestion(next))) return [];
          return [
            {
              item: item.id,
              message: `段落“${item.text.slice(0, 30)}”后面没有题目。`,
              mend: '在它后面加题，或者删去这个段落。',
            },
          ];
        }),
};

export const REPEATED_IDS: WholeRule = {
  name: '题号重复',
  check: ({ items }) =>
    items.flatMap((item, at) =>
      items.findIndex(({ id }) => id === item.id) === at
        ? []
        : [
            {
              item: item.id,
              message: `编号“${item.id.slice(0, 40)}”用了不止一次，答案会混在一起。`,
              mend: '每道题用一个不同的编号。',
            },
          ],
    ),
};
