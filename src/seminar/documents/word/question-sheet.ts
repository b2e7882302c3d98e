import type { FileChild, Paragraph } from 'docx';
import {
  lines,
  paragraph,
  partHeading,
  runs,
  sheetTitle,
  strong,
  tab,
  warning,
} from '../../../documents/word/blocks.ts';
import { headedTable, type Row } from '../../../documents/word/tables.ts';
import { toChineseNumeral } from '../../../text/numerals.ts';
import type { Kit } from '../../kit.ts';
import { type NumberedQuestion, numberedStages, rangeOf } from '../numbered-stages.ts';
import { basisInWords, groundingWarning, METHOD_LABEL, NO_BASIS } from '../words.ts';

const MARKS = '①②③④⑤⑥⑦⑧⑨';

/** 题目清单, for a facilitator who reads from it standing: a block a question, never cut by a page. */
export function questionSheet(kit: Kit): FileChild[] {
  return [
    sheetTitle('结构化研讨题目清单'),
    paragraph('Topic', `主题：${kit.order.topic}`),
    ...warning(groundingWarning(kit)),
    ...lines('BodyText', kit.focus, strong('聚焦问题：')),
    paragraph('Note', howToUse(kit)),
    ...numberedStages(kit).flatMap((stage, at) => [
      partHeading(`${toChineseNumeral(at + 1)}、${stage.stage}（${rangeOf(stage)}）`),
      headedTable(
        [
          { title: '编号', width: 12, isCentered: true },
          { title: `题目（${stage.stage}）`, width: 126 },
          { title: '层次', width: 18, isCentered: true },
        ],
        stage.questions.map(questionRow),
      ),
    ]),
  ];
}

function howToUse({ questions }: Kit): string {
  const isGrounded = questions.some(({ basis }) => basis.length > 0);
  return [
    `共${questions.length}题，按阶段依次提出：先问题目，谈不下去时再追问。`,
    `题目、追问和预期产出为${METHOD_LABEL}`,
    isGrounded ? '；左侧有竖线、带底色的“政策依据”为政策原文，逐字引用。' : '。',
    '“层次”注明题目在ORID提问法或者布卢姆目标分类中的位置。',
  ].join('');
}

function questionRow(numbered: NumberedQuestion): Row {
  return {
    cells: [
      { content: [paragraph('QuestionNumber', String(numbered.number))], isAtTop: true },
      questionBlock(numbered),
      { content: numbered.question.level.replace('·', '\n'), isAtTop: true },
    ],
  };
}

function questionBlock(numbered: NumberedQuestion): Paragraph[] {
  const { text, followUps, expected } = numbered.question;
  const basis = numbered.basis.map((citation) =>
    paragraph('QuestionBasis', [
      ...strong('政策依据　'),
      ...runs(basisInWords(citation, numbered)),
    ]),
  );
  return [
    paragraph('Question', text),
    ...followUps.map((followUp, at) => line(`追问${MARKS[at] ?? ''}`, followUp)),
    line('预期产出', expected),
    ...(basis.length === 0 ? [paragraph('SmallNote', NO_BASIS)] : basis),
  ];
}

function line(name: string, words: string): Paragraph {
  return paragraph('QuestionLine', [...strong(name), tab(), ...runs(words)]);
}
