import { dateIn } from '../../../clock.ts';
import { KIND_NAMES } from '../../../questionnaire/questionnaire.ts';
import type { QuestionnaireLine } from '../../../questionnaire/store.ts';
import type { Survey } from '../../../questionnaire/survey.ts';
import { type Button, choices, heading, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { shortened } from '../../shortened.ts';
import { stateOf } from './following/survey-words.ts';
import { totalsInWords } from './following/totals.ts';
import { isTheirs } from './opened-questionnaire.ts';

const PAGE = 8;
/** Published ones beside the list of questionnaires; the others have a list of their own. */
const LATEST = 4;

/** One's own questionnaires and what was published of them; for an administrator, all. */
export async function listQuestionnaires(
  { from }: Pick<DeedOf<'list-questionnaires'>, 'from'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const all = (await on.questionnaires.questionnaires()).filter((one) => isTheirs(one, on));
  const surveys = await theirSurveys(on);
  const shown = all.slice(from, from + PAGE);
  const open = shown.map(
    ({ id, title }, at): Button => [
      shortened(`${from + at + 1}. ${title}`),
      { kind: 'open-questionnaire', questionnaire: id },
    ],
  );
  const latest = from === 0 ? surveys.slice(0, LATEST) : [];
  const more: Button[] = [
    ...(all.length > from + PAGE
      ? [['下一页', { kind: 'list-questionnaires', from: from + PAGE }] as const]
      : []),
    ...(surveys.length > LATEST
      ? [['全部已发布的问卷', { kind: 'list-published', from: 0 }] as const]
      : []),
  ];
  return {
    placement: 'turn',
    blocks: [
      ...(all.length === 0
        ? [lead('还没有问卷。可以新做一份，也可以导入文件。')]
        : [
            heading(`问卷（共 ${all.length} 份）`),
            plain(shown.map((one, at) => lineOf(one, from + at + 1, on)).join('\n')),
            choices('问卷', ...open),
          ]),
      ...(await publishedBlocks(latest, 0, surveys.length, on)),
      choices(
        '问卷管理',
        ...more,
        ['新做一份', { kind: 'new-questionnaire' }],
        ['导入问卷', { kind: 'ask-import-questionnaire' }],
        ['培训需求诊断', { kind: 'choose-diagnosis' }],
      ),
    ],
  };
}

export async function listPublished(
  { from }: Pick<DeedOf<'list-published'>, 'from'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const surveys = await theirSurveys(on);
  const more: Button[] =
    surveys.length > from + PAGE ? [['下一页', { kind: 'list-published', from: from + PAGE }]] : [];
  return {
    placement: 'turn',
    blocks: [
      ...(surveys.length === 0 ? [lead('还没有发布过问卷。')] : []),
      ...(await publishedBlocks(surveys.slice(from, from + PAGE), from, surveys.length, on)),
      choices('问卷管理', ...more, ['返回列表', { kind: 'list-questionnaires', from: 0 }]),
    ],
  };
}

async function theirSurveys(on: PersonalOccasion): Promise<readonly Survey[]> {
  return (await on.questionnaires.surveys()).filter((one) => isTheirs(one, on));
}

async function publishedBlocks(
  shown: readonly Survey[],
  from: number,
  total: number,
  on: PersonalOccasion,
): Promise<DraftBlock[]> {
  if (shown.length === 0) return [];
  const lines = await Promise.all(
    shown.map(async (one, at) => {
      const totals = totalsInWords(await on.questionnaires.totals(one.id));
      return `${from + at + 1}. ${one.content.title}（${stateOf(one, on)}，${totals}）`;
    }),
  );
  // Not called by the title: where a channel puts all buttons together, that is the questionnaire's.
  const open = shown.map(
    ({ id }, at): Button => [
      `填写情况 ${from + at + 1}`,
      { kind: 'open-published', published: id },
    ],
  );
  return [
    heading(`已发布（共 ${total} 次）`),
    plain(lines.join('\n')),
    choices('已发布的问卷', ...open),
  ];
}

function lineOf(
  { title, kind, version, changedAt, owner, ownerName }: QuestionnaireLine,
  number: number,
  { zone, person }: PersonalOccasion,
): string {
  const told = [
    KIND_NAMES[kind],
    `第 ${version} 版`,
    dateIn(zone, new Date(changedAt)),
    ...(owner === person.id || ownerName === '' ? [] : [ownerName]),
  ];
  return `${number}. ${title}（${told.join('，')}）`;
}
