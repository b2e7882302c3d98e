import { problemsOf } from '../../../questionnaire/editing/problems-of.ts';
import { lintQuestionnaire } from '../../../questionnaire/lint/lint-questionnaire.ts';
import { wholeMinutesOf } from '../../../questionnaire/minutes.ts';
import {
  isQuestion,
  KIND_NAMES,
  type Questionnaire,
} from '../../../questionnaire/questionnaire.ts';
import type { QuestionnaireRecord } from '../../../questionnaire/store.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { outlineOf } from './editing/item-words.ts';
import { stateOf } from './following/survey-words.ts';
import { withQuestionnaire } from './opened-questionnaire.ts';

const MOST_SURVEYS = 3;

export function openQuestionnaire(
  { questionnaire }: Pick<DeedOf<'open-questionnaire'>, 'questionnaire'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, async (record) => ({
    placement: 'turn',
    blocks: await questionnaireBlocks(record, on),
  }));
}

/** A questionnaire as a whole, with everything that can be done with it. */
export async function questionnaireBlocks(
  record: QuestionnaireRecord,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  const { id: questionnaire, content } = record;
  const surveys = (await on.questionnaires.surveys()).filter(
    (one) => one.questionnaire === questionnaire,
  );
  const shown = surveys.slice(0, MOST_SURVEYS);
  const published: DraftBlock[] =
    surveys.length === 0
      ? []
      : [
          remark(
            `已发布 ${surveys.length} 次：${shown.map((one) => `第 ${one.version} 版${stateOf(one, on)}`).join('，')}${surveys.length > shown.length ? '等' : ''}。发布后的问卷不再改变；这里修改只影响以后的发布。`,
          ),
        ];
  const follow: Button[] = shown.map((one, at) => [
    shown.length === 1 ? '填写情况' : `填写情况 ${at + 1}`,
    { kind: 'open-published', published: one.id },
  ]);
  const problems = problemsOf(content);
  return [
    heading(content.title),
    plain((await factsOf(record, on)).join('\n')),
    ...(problems.length === 0 ? [] : [lead(problems.join('\n'))]),
    ...(content.introduction === '' ? [] : [plain(content.introduction)]),
    ...outlineOf(content.items),
    ...published,
    choices(
      '问卷',
      ['预览', { kind: 'preview-questionnaire', questionnaire }],
      ['检查', { kind: 'check-questionnaire', questionnaire, from: 0 }],
      ['编辑', { kind: 'list-items', questionnaire, from: 0 }],
      ['发布', { kind: 'publish-questionnaire', questionnaire }],
      ...follow,
      ['版本', { kind: 'list-questionnaire-versions', questionnaire, from: 0 }],
      ['导出', { kind: 'offer-questionnaire-export', questionnaire }],
      ['复制', { kind: 'copy-questionnaire', questionnaire }],
      ['删除', { kind: 'ask-remove-questionnaire', questionnaire }],
      ['返回列表', { kind: 'list-questionnaires', from: 0 }],
    ),
  ];
}

async function factsOf(
  { content, classId, version, owner, ownerName }: QuestionnaireRecord,
  { people, person }: PersonalOccasion,
): Promise<readonly string[]> {
  const found = classId === null ? null : await people.class(classId);
  return [
    `${KIND_NAMES[content.kind]}，对象：${content.audience}`,
    `${sizeOf(content)}，第 ${version} 版`,
    `检查：${findingsInBrief(content)}`,
    ...(found === null ? [] : [`班次：${found.name}`]),
    ...(owner === person.id ? [] : [`拟写：${ownerName === '' ? '未填姓名' : ownerName}`]),
  ];
}

/** 18 题，约 6 分钟. */
export function sizeOf(content: Questionnaire): string {
  const questions = content.items.filter(isQuestion).length;
  return `${questions} 题，约 ${wholeMinutesOf(content)} 分钟`;
}

function findingsInBrief(content: Questionnaire): string {
  const { length } = lintQuestionnaire(content);
  return length === 0 ? '没有发现问题' : `${length} 处可以改进`;
}
