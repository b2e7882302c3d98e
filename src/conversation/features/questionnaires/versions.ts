import { timeIn } from '../../../clock.ts';
import { type Button, choices, heading, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { outlineOf } from './editing/item-words.ts';
import { savedAs, withQuestionnaire } from './opened-questionnaire.ts';
import { questionnaireBlocks, sizeOf } from './questionnaire-page.ts';

const PAGE = 12;
const VERSION_GONE = '这一版打不开了，请选其他版本。';

/** All that a questionnaire has been, the latest first. */
export function listQuestionnaireVersions(
  { questionnaire, from }: DeedOf<'list-questionnaire-versions'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, async ({ version: latest }) => {
    const all = await on.questionnaires.versions(questionnaire);
    const shown = all.slice(from, from + PAGE);
    const lines = shown.map(
      ({ version, note, changedAt }) =>
        `第 ${version} 版${version === latest ? '（现在）' : ''}　${timeIn(on.zone, new Date(changedAt))}　${note}`,
    );
    const earlier = shown.filter(({ version }) => version !== latest);
    const open = earlier.map(
      ({ version }): Button => [
        `第 ${version} 版`,
        { kind: 'open-questionnaire-version', questionnaire, version },
      ],
    );
    const next: DeedOf<'list-questionnaire-versions'> = {
      ...{ kind: 'list-questionnaire-versions', questionnaire, from: from + PAGE },
    };
    return {
      placement: 'turn',
      blocks: [
        heading(`版本（共 ${all.length} 版）`),
        plain(lines.join('\n')),
        choices('版本', ...open, ...(all.length > next.from ? [['下一页', next] as const] : []), [
          '返回问卷',
          { kind: 'open-questionnaire', questionnaire },
        ]),
      ],
    };
  });
}

/** An earlier version as it was, to look at. */
export function openQuestionnaireVersion(
  { questionnaire, version }: DeedOf<'open-questionnaire-version'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, async ({ version: before }) => {
    const content = await on.questionnaires.version(questionnaire, version);
    if (content === null) return say(VERSION_GONE);
    return {
      placement: 'turn',
      blocks: [
        heading(`第 ${version} 版：${content.title}`),
        plain(sizeOf(content)),
        ...outlineOf(content.items),
        choices(
          '版本',
          ['恢复这一版', { kind: 'restore-questionnaire-version', questionnaire, version, before }],
          ['返回版本', { kind: 'list-questionnaire-versions', questionnaire, from: 0 }],
        ),
      ],
    };
  });
}

/** What an earlier version held becomes the next one. */
export function restoreQuestionnaireVersion(
  { questionnaire, version, before }: DeedOf<'restore-questionnaire-version'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, async (record) => {
    if (record.version !== before) {
      return {
        placement: 'turn',
        blocks: [
          lead(`这份问卷刚才已经改到第 ${record.version} 版，没有恢复。请重新查看版本。`),
          choices('版本', [
            '查看版本',
            { kind: 'list-questionnaire-versions', questionnaire, from: 0 },
          ]),
        ],
      };
    }
    const content = await on.questionnaires.version(questionnaire, version);
    if (content === null) return say(VERSION_GONE);
    const saved = savedAs(record, content, `恢复第 ${version} 版`, on);
    return {
      placement: 'turn',
      changes: [saved.change],
      blocks: [
        lead(`已恢复第 ${version} 版，存为第 ${saved.record.version} 版。`),
        ...(await questionnaireBlocks(saved.record, on)),
      ],
    };
  });
}
