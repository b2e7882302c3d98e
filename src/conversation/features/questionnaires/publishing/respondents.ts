import { can } from '../../../../people/abilities.ts';
import type { Audience } from '../../../../people/audience/audience.ts';
import { type Button, choices, lead, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import type { Publishing } from '../../../state.ts';
import {
  audienceInFull,
  HOW_TO_WRITE_PARTS,
  PARTS_ON_PAGE,
  partsBy,
  partsIn,
  withoutPart,
  withParts,
} from '../../people/audience-parts.ts';
import { classesWhere } from '../../people/classes-where.ts';
import { problemOfParts } from './publishing.ts';
import { waitForPublishing, withPublishing } from './with-publishing.ts';

export function chooseRespondents(
  { questionnaire }: DeedOf<'choose-respondents'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublishing(questionnaire, on, (publishing) => respondentsPage(publishing, on));
}

/** Who is to answer: parts that are added to one another, or whoever has the link. */
export async function respondentsPage(
  publishing: Publishing,
  on: PersonalOccasion,
  said: string | null = null,
): Promise<FeatureReply> {
  const { questionnaire, audience, isByLink } = publishing;
  const manages = can(on.person.role, 'manage-questionnaires');
  const by = (label: string, what: DeedOf<'list-respondents'>['by']): Button => [
    label,
    { kind: 'list-respondents', questionnaire, by: what, from: 0 },
  ];
  const isChosen = isByLink || audience.length > 0;
  return {
    placement: 'turn',
    state: waitForPublishing(publishing, 'audience', on),
    blocks: [
      ...(said === null ? [] : [lead(said)]),
      lead(
        isByLink
          ? '现在的范围：凭链接或者二维码，谁有谁填。'
          : audience.length === 0
            ? '由谁填写？'
            : `现在的范围：${await audienceInFull(audience, on)}`,
      ),
      remark(
        isByLink
          ? '不发邀请，把链接或者二维码交给要调查的人。改选班次等的，就不再用链接。'
          : manages
            ? HOW_TO_WRITE_PARTS
            : '可以选自己所带的班次，发给班上的学员；要发给单位和其他人员的，请联系管理员。',
      ),
      choices(
        '填写人',
        ...(isChosen
          ? [['范围选好了', { kind: 'publish-questionnaire', questionnaire }] as const]
          : []),
        by('按班次', 'class'),
        ...(manages ? [by('按单位', 'unit'), by('按角色', 'role')] : []),
        ...(isByLink
          ? []
          : [['用链接或二维码', { kind: 'set-by-link', questionnaire, isByLink: true }] as const]),
        ...audience.map(
          (part, at): Button => [
            audience.length === 1 ? '重新选' : `去掉第 ${at + 1} 项`,
            { kind: 'drop-respondents', questionnaire, part },
          ],
        ),
        ['返回问卷', { kind: 'open-questionnaire', questionnaire }],
      ),
    ],
  };
}

/** Classes, units or roles to choose from. */
export function listRespondents(
  { questionnaire, by, from }: DeedOf<'list-respondents'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublishing(questionnaire, on, async (publishing) => {
    const classes = await classesWhere('prepare-questionnaire', on);
    const all = (await partsBy(by, classes, on)).filter(
      ([, part]) => problemOfParts([part], on) === null,
    );
    const page = all
      .slice(from, from + PARTS_ON_PAGE)
      .map(([label, part]): Button => [label, { kind: 'add-respondents', questionnaire, part }]);
    const more: Button[] =
      all.length > from + PARTS_ON_PAGE
        ? [['下一页', { kind: 'list-respondents', questionnaire, by, from: from + PARTS_ON_PAGE }]]
        : [];
    return {
      placement: 'turn',
      state: waitForPublishing(publishing, 'audience', on),
      blocks: [
        lead(page.length === 0 ? '这里没有可以选的。请换一种方式。' : '请选择'),
        choices('填写人', ...page, ...more, [
          '返回',
          { kind: 'choose-respondents', questionnaire },
        ]),
      ],
    };
  });
}

export function addRespondents(
  { questionnaire, part }: DeedOf<'add-respondents'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublishing(questionnaire, on, (publishing) => withMore(publishing, [part], on));
}

function withMore(publishing: Publishing, parts: Audience, on: PersonalOccasion) {
  const problem = problemOfParts(parts, on);
  if (problem !== null) return respondentsPage(publishing, on, problem);
  const audience = withParts(publishing.audience, parts);
  return respondentsPage({ ...publishing, audience, isByLink: false }, on);
}

export function dropRespondents(
  { questionnaire, part }: DeedOf<'drop-respondents'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublishing(questionnaire, on, (publishing) =>
    respondentsPage({ ...publishing, audience: withoutPart(publishing.audience, part) }, on),
  );
}

export function setByLink(
  { questionnaire, isByLink }: DeedOf<'set-by-link'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublishing(questionnaire, on, (publishing) =>
    respondentsPage({ ...publishing, isByLink, audience: isByLink ? [] : publishing.audience }, on),
  );
}

/** The next text, where the respondents were asked for. */
export async function takeRespondents(
  text: string,
  publishing: Publishing,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const read = await partsIn(text, [], on);
  return read.ok
    ? withMore(publishing, read.audience, on)
    : respondentsPage(publishing, on, read.problem);
}
