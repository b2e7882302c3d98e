import { ORDER_LIMITS } from '../../../../questionnaire/drafting/check-order.ts';
import type { QuestionnaireKind } from '../../../../questionnaire/questionnaire.ts';
import type { Button } from '../../../blocks.ts';
import type { PersonalOccasion } from '../../../feature.ts';
import type { DraftQuestionnaireOrder } from '../../../state.ts';
import { classesWhere } from '../../people/classes-where.ts';
import type { OrderPiece } from './order-words.ts';

const CLASSES_AS_AUDIENCE = 3;

/** What is asked for a piece of an order, and how it may be said. */
export function questionFor(
  piece: OrderPiece,
  kind: QuestionnaireKind,
): readonly [question: string, hint: string] {
  switch (piece) {
    case 'audience':
      return ['请谁填写？', '题目和用语按对象来拟，例如“县处级领导干部”“乡镇干部”。'];
    case 'purpose':
      return ['做这次调查要解决什么？', '写进填写说明，例如“编制明年的班次计划”。'];
    case 'period':
      return ['针对哪个时段？', '例如“2028年”“下半年”。'];
    case 'topics':
      return kind === 'needs'
        ? [
            '问哪些方面的内容？',
            '几个方面用顿号隔开，例如“基层治理、数字政府”。不写的，按规划中的培训内容拟题。',
          ]
        : ['班上讲了哪些内容？', '几门课或者几个专题用顿号隔开，用来问训前训后的掌握程度。'];
    default:
      return piece satisfies never;
  }
}

/** Buttons that answer it. */
export async function answersFor(
  piece: OrderPiece,
  { kind }: DraftQuestionnaireOrder,
  on: PersonalOccasion,
): Promise<Button[]> {
  const answer = (value: string): Button => [
    value,
    { kind: 'answer-questionnaire-piece', piece, value },
  ];
  switch (piece) {
    case 'audience': {
      const classes = await classesWhere('prepare-questionnaire', on);
      const names = classes.slice(0, CLASSES_AS_AUDIENCE).map(({ name }) => learnersOf(name));
      return ['县处级领导干部', '年轻干部', '基层干部', '专业技术人员', ...names].map(answer);
    }
    case 'purpose':
      return ['编制年度班次计划', '改进教学内容', '了解培训需求'].map(answer);
    case 'period': {
      const year = Number(on.today.slice(0, 4));
      return [`${year + 1}年`, `${year}年`].map(answer);
    }
    case 'topics':
      return kind === 'needs'
        ? [['按规划内容', { kind: 'answer-questionnaire-piece', piece, value: '不限' }]]
        : [['不分内容', { kind: 'answer-questionnaire-piece', piece, value: '不限' }]];
    default:
      return piece satisfies never;
  }
}

/** A class of a long name is called as it is called within. */
export function learnersOf(name: string): string {
  const whole = `${name}学员`;
  return [...whole].length <= ORDER_LIMITS.audience ? whole : '本班学员';
}
