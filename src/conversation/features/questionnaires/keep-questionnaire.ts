import type { Questionnaire } from '../../../questionnaire/questionnaire.ts';
import type { QuestionnaireRecord } from '../../../questionnaire/store.ts';
import { choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { Change } from '../../store.ts';
import { audited } from '../people/audited.ts';
import { withQuestionnaire } from './opened-questionnaire.ts';
import { questionnaireBlocks } from './questionnaire-page.ts';

/** A questionnaire of one's own, in its first version, with the change that keeps it. */
export function newRecord(
  content: Questionnaire,
  classId: string | null,
  note: string,
  { person, now }: PersonalOccasion,
): { readonly record: QuestionnaireRecord; readonly change: Change } {
  const [id, at] = [makeId(), now.toISOString()];
  const who = { owner: person.id, ownerName: person.name };
  return {
    record: { id, ...who, classId, version: 1, content, changedAt: at },
    change: {
      of: 'questionnaire',
      change: { kind: 'add-questionnaire', id, ...who, classId, content, note, at },
    },
  };
}

export function copyQuestionnaire(
  { questionnaire }: DeedOf<'copy-questionnaire'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, async ({ content, classId, version }) => {
    const note = `复制自“${content.title}”第 ${version} 版`;
    const copied = newRecord(content, classId, note, on);
    return {
      placement: 'turn',
      changes: [copied.change],
      blocks: [
        lead('已复制一份，归您所有，改动互不影响。'),
        ...(await questionnaireBlocks(copied.record, on)),
      ],
    };
  });
}

/** Nothing is deleted before it is confirmed. */
export function confirmRemoving(
  { questionnaire }: DeedOf<'ask-remove-questionnaire'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, async ({ content }) => {
    const published = (await on.questionnaires.surveys()).filter(
      (one) => one.questionnaire === questionnaire,
    );
    const kept =
      published.length === 0
        ? ''
        : `已经发布的 ${published.length} 次不受影响，仍在“已发布”中，填写和报告照常。`;
    return {
      placement: 'turn',
      blocks: [
        lead(`删除问卷“${content.title}”？`),
        remark(`各个版本一并删除，不能恢复。${kept}`),
        choices(
          '确认删除',
          ['确定删除', { kind: 'remove-questionnaire', questionnaire }],
          ['不删除', { kind: 'open-questionnaire', questionnaire }],
        ),
      ],
    };
  });
}

export function removeQuestionnaire(
  { questionnaire }: DeedOf<'remove-questionnaire'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, ({ content, owner }) => ({
    placement: 'turn',
    state:
      on.state.publishing?.questionnaire === questionnaire
        ? { ...on.state, publishing: null }
        : on.state,
    changes: [
      { of: 'questionnaire', change: { kind: 'remove-questionnaire', id: questionnaire } },
      ...(owner === on.person.id ? [] : [audited('删除问卷', content.title, on)]),
    ],
    blocks: [
      lead('问卷已删除。'),
      choices('问卷', ['问卷管理', { kind: 'list-questionnaires', from: 0 }]),
    ],
  }));
}
