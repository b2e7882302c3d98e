import { cleanWords } from '../../../../text/clean-words.ts';
import { type Button, choices, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import { withQuestionnaire } from '../opened-questionnaire.ts';
import { changeQuestionnaire } from './edit.ts';
import { editInWords } from './edit-in-words.ts';
import { type Asked, askedFor } from './words-asked-for.ts';

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

/** The next text, where words of a questionnaire were asked for. */
export function takeQuestionnaireWords(
  raw: string,
  asked: Asked,
  on: PersonalOccasion,
): Promise<FeatureReply> | FeatureReply {
  const edit = editInWords(cleanWords(raw), asked);
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
