import type { NewDelivery } from '../../../../delivery/delivery.ts';
import { invitationSource } from '../../../../delivery/survey-source.ts';
import type { Survey } from '../../../../questionnaire/survey.ts';
import { makeSurveyCode } from '../../../../questionnaire/survey-code.ts';
import { choices, lead, plain } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../../feature.ts';
import { makeId } from '../../../ids.ts';
import type { Change } from '../../../store.ts';
import { audited } from '../../people/audited.ts';
import { linkBlocks } from '../following/survey-link.ts';
import { periodOf } from '../following/survey-words.ts';
import { withQuestionnaire } from '../opened-questionnaire.ts';
import { checkPage } from './publish.ts';
import { messageOf, type Plan, planOf } from './publishing.ts';

const CHANGED = '刚才有改动，和您看到的不一样，没有发布。请看现在的内容，无误后再点“确认发布”。';
const NOT_YET = '还不能发布，请先改好下面说的问题。';
const NOTHING_BEGUN =
  '没有等待发布的问卷：可能已经发布，也可能改发别的了。发送“问卷管理”可以查看。';

/** Publishes what was seen: what has been changed or has gone wrong since is shown instead. */
export function confirmPublishing(
  { questionnaire, seen }: DeedOf<'confirm-publishing'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, async (record) => {
    const { publishing } = on.state;
    if (publishing?.questionnaire !== questionnaire) return say(NOTHING_BEGUN);
    const plan = await planOf(publishing, record, on);
    if (plan.fingerprint !== seen) return checkPage(publishing, on, CHANGED);
    const { closesAt } = publishing;
    if (plan.problems.length > 0 || closesAt === null) return checkPage(publishing, on, NOT_YET);
    const survey = surveyOf(plan, closesAt, on);
    const whom = plan.publishing.isByLink ? '凭链接' : `${plan.whom}，${plan.people.length} 人`;
    return {
      placement: 'turn',
      state: { ...on.state, publishing: null },
      changes: [
        {
          of: 'questionnaire',
          change: { kind: 'publish-survey', survey, invited: plan.people.toSorted() },
        },
        ...invitations(plan, survey, on),
        audited('发布问卷', `${record.content.title}，${whom}`, on),
      ],
      blocks: [
        lead(plan.opensAt === null ? '已发布，现在就可以填写。' : '已发布，到时间开始填写。'),
        plain(`填写时间：${periodOf(survey, on)}`),
        ...(survey.code === null
          ? [plain('邀请由系统发出，您不用再操作。到截止时自动结束，随后可以看报告。')]
          : await linkBlocks(survey, on)),
        choices(
          '问卷',
          ['填写情况', { kind: 'open-published', published: survey.id }],
          ['问卷管理', { kind: 'list-questionnaires', from: 0 }],
        ),
      ],
    };
  });
}

function surveyOf(
  { publishing, record, opensAt }: Plan,
  closesAt: string,
  { now, person }: PersonalOccasion,
): Survey {
  const at = now.toISOString();
  return {
    ...{ id: makeId(), questionnaire: record.id, version: record.version },
    ...{ content: record.content, audience: publishing.audience },
    code: publishing.isByLink ? makeSurveyCode() : null,
    ...{ opensAt: opensAt?.toISOString() ?? at, closesAt, closedAt: null },
    ...{ owner: person.id, ownerName: person.name, publishedAt: at },
  };
}

function invitations(
  { people, sentAt, invitation }: Plan,
  survey: Survey,
  on: PersonalOccasion,
): Change[] {
  if (sentAt === null) return [];
  const text = messageOf(invitation, survey.content, survey.closesAt, on);
  return [mailingOf(survey, invitationSource(survey.id), people, { text, sentAt }, on)];
}

/** A message to people who may answer a survey, from a time on and no later than its closing. */
export function mailingOf(
  survey: Survey,
  source: string,
  people: readonly string[],
  { text, sentAt }: { readonly text: string; readonly sentAt: Date },
  { now }: PersonalOccasion,
): Change {
  const deliveries = people.map(
    (person): NewDelivery => ({
      ...{ id: makeId(), person, text },
      ...{ notBefore: sentAt.toISOString(), notAfter: survey.closesAt },
    }),
  );
  return {
    of: 'delivery',
    change: {
      kind: 'add-mailing',
      mailing: {
        ...{ id: makeId(), kind: 'class', source, reminder: null, isUrgent: false },
        title: `问卷：${survey.content.title}`,
        buttons: [{ label: '填写问卷', deed: { kind: 'open-survey', survey: survey.id } }],
        ...{ dueAt: sentAt.toISOString(), createdAt: now.toISOString() },
      },
      deliveries,
    },
  };
}
