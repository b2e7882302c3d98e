import { LONGEST_HINT } from '../../../questionnaire/editing/check-words.ts';
import { hasOptions, nameOfItem, takesOptions } from '../../../questionnaire/editing/item-kinds.ts';
import { readLimits } from '../../../questionnaire/editing/read-limits.ts';
import {
  LONGEST_INTRODUCTION,
  LONGEST_OPTION,
  LONGEST_QUESTION,
  LONGEST_TITLE,
  MOST_OPTIONS,
  TYPE_NAMES,
} from '../../../questionnaire/questionnaire.ts';
import type { QuestionnaireRecord } from '../../../questionnaire/store.ts';
import { cleanWords } from '../../../text/clean-words.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { QuestionnaireWords } from '../../state.ts';
import { changeQuestionnaire, type Edit } from './edit.ts';
import { limitsOf } from './item-words.ts';
import { withQuestionnaire } from './opened-questionnaire.ts';

type Asked = Extract<QuestionnaireWords, { of: 'questionnaire' }>;

const LIMITS_UNREAD =
  '没有看懂。可以写“最多3项”“2至5”“至少1项，最多3项”，不限制的写“不限”；字数写“200字”。';

/** Asks for the words of a change, and shows what stands there now. */
export function writeInQuestionnaire(
  { questionnaire, what, target, type }: DeedOf<'write-in-questionnaire'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, (record) => {
    const asked: Asked = {
      ...{ of: 'questionnaire', questionnaire, before: record.version },
      ...{ what, target, type },
    };
    const { question, now, how, buttons = [] } = askedFor(asked, record);
    return {
      placement: 'turn',
      state: waiting(asked, on),
      blocks: [
        lead(question),
        ...(now === '' ? [] : [plain(now)]),
        remark(`${how}发送“取消”不改。`),
        choices('编辑', ...buttons, back(asked)),
      ],
    };
  });
}

function waiting(asked: Asked, { state }: PersonalOccasion) {
  return { ...state, expecting: 'words-for-questionnaire' as const, questionnaireWords: asked };
}

function back({ questionnaire, target, what }: Asked): Button {
  const isOfItem = target !== '' && what !== 'add';
  return isOfItem
    ? ['返回这一题', { kind: 'open-item', questionnaire, item: target }]
    : ['返回编辑', { kind: 'list-items', questionnaire, from: 0 }];
}

interface Question {
  readonly question: string;
  /** What stands there now; empty where nothing does. */
  readonly now: string;
  readonly how: string;
  readonly buttons?: readonly Button[];
}

const OPTIONS = `一行一个选项，最多 ${MOST_OPTIONS} 个，每个最多 ${LONGEST_OPTION} 个字。以“其他”开头的，填写时可以写明。`;

function askedFor(asked: Asked, { version, content }: QuestionnaireRecord): Question {
  const { questionnaire, what, target, type } = asked;
  const item = content.items.find(({ id }) => id === target);
  const name = item === undefined ? '' : nameOfItem(item, content.items);
  const empty = (label: string, edit: Edit): Button[] => [
    [label, { kind: 'edit-questionnaire', questionnaire, before: version, edit }],
  ];
  switch (what) {
    case 'title':
      return {
        question: '请写新的标题。',
        ...{ now: content.title, how: `最多 ${LONGEST_TITLE} 个字。` },
      };
    case 'introduction':
      return {
        ...{ question: '请写新的填写说明。', now: content.introduction },
        how: `写明目的、用途和截止时间，最多 ${LONGEST_INTRODUCTION} 个字。怎样保密由助手统一说明，不用写。`,
      };
    case 'text':
      return {
        ...{ question: `请写${name}新的题目。`, now: item?.text ?? '' },
        how: `一题只问一件事，最多 ${LONGEST_QUESTION} 个字。`,
      };
    case 'hint':
      return {
        ...{ question: `请写${name}的提示。`, now: item?.hint ?? '' },
        how: `显示在题目下面，最多 ${LONGEST_HINT} 个字。`,
        buttons:
          item === undefined || item.hint === ''
            ? []
            : empty('去掉提示', { kind: 'set-hint', item: target, text: '' }),
      };
    case 'options':
      return {
        question: `请把${name}改好的全部选项发给我。`,
        ...{ now: item !== undefined && hasOptions(item) ? item.options.join('\n') : '' },
        how: OPTIONS,
      };
    case 'type':
      return {
        question: `改为${type === null ? '' : TYPE_NAMES[type]}，请写选项。`,
        ...{ now: '', how: OPTIONS },
      };
    case 'limits':
      return {
        ...{ question: `${name}的数量限制改为多少？` },
        now: item === undefined ? '' : (limitsOf(item) ?? ''),
        how: '例如“最多3项”“2至5”“不限”；简答题写字数，例如“200字”。',
        buttons:
          item?.type === 'text'
            ? []
            : empty('不限', { kind: 'set-limits', item: target, least: null, most: null }),
      };
    case 'add':
      return {
        question: `请写新的${type === null ? '题目' : TYPE_NAMES[type]}。`,
        ...{ now: item === undefined ? '' : `放在${name}后面。` },
        how:
          type !== null && takesOptions(type)
            ? `第一行写题目，从第二行起写选项。${OPTIONS}`
            : `最多 ${LONGEST_QUESTION} 个字。`,
      };
    default:
      return what satisfies never;
  }
}

/** The next text, where words of a questionnaire were asked for. */
export function takeQuestionnaireWords(
  raw: string,
  asked: Asked,
  on: PersonalOccasion,
): Promise<FeatureReply> | FeatureReply {
  const edit = editOf(cleanWords(raw), asked);
  if (edit === null) return waitAgain(asked, LIMITS_UNREAD, on);
  const { questionnaire, before } = asked;
  return changeQuestionnaire({ questionnaire, before, edit }, on, (problem) =>
    waitAgain(asked, problem, on),
  );
}

function waitAgain(asked: Asked, problem: string, on: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    state: waiting(asked, on),
    blocks: [lead(problem), choices('编辑', back(asked))],
  };
}

/** Null where the words cannot be read. */
function editOf(text: string, { what, target, type }: Asked): Edit | null {
  const oneLine = text.replace(/\s*\n\s*/gu, ' ');
  switch (what) {
    case 'title':
      return { kind: 'set-title', text: oneLine };
    case 'introduction':
      return { kind: 'set-introduction', text };
    case 'text':
      return { kind: 'set-text', item: target, text: oneLine };
    case 'hint':
      return { kind: 'set-hint', item: target, text: oneLine };
    case 'options':
      return { kind: 'set-options', item: target, options: optionsIn(text) };
    case 'type':
      return {
        ...{ kind: 'set-type', item: target, options: optionsIn(text) },
        type: type ?? 'single',
      };
    case 'limits': {
      const limits = readLimits(text);
      return limits === null ? null : { kind: 'set-limits', item: target, ...limits };
    }
    case 'add': {
      const [first = '', ...others] = linesOf(text);
      const after = target === '' ? null : target;
      const hasOptions = type !== null && takesOptions(type);
      return {
        ...{ kind: 'add', after, type: type ?? 'text' },
        text: hasOptions ? first : oneLine,
        options: hasOptions ? others.map(withoutMark) : [],
      };
    }
    default:
      return what satisfies never;
  }
}

function optionsIn(text: string): string[] {
  return linesOf(text).map(withoutMark);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Without A. or 1、 in front: options are numbered by whoever shows them. */
function withoutMark(line: string): string {
  return line.replace(/^(?:[A-Za-z][.、)）]|\d{1,2}(?:[、)）]|\.(?!\d))|[-•·])\s*/u, '').trim();
}
