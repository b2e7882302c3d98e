import { chooseChannel } from '../../../../delivery/choose-channel.ts';
import { lintQuestionnaire } from '../../../../questionnaire/lint/lint-questionnaire.ts';
import { FEWEST } from '../../../../questionnaire/survey.ts';
import { dateInWords } from '../../../../reminder/schedule/dates-in-words.ts';
import { type Button, choices, decision, heading, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import type { DraftBlock } from '../../../reply.ts';
import type { Publishing } from '../../../state.ts';
import { anonymityNotice } from '../../surveys/notice.ts';
import { withQuestionnaire } from '../opened-questionnaire.ts';
import { sizeOf } from '../questionnaire-page.ts';
import { messageOf, newPublishing, type Plan, planOf } from './publishing.ts';
import { askForTime } from './publishing-times.ts';
import { respondentsPage } from './respondents.ts';

/** Begins to publish, or goes on where it was left: whom, until when, then all of it to be checked. */
export function publishQuestionnaire(
  { questionnaire }: Pick<DeedOf<'publish-questionnaire'>, 'questionnaire'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, (record) => {
    const begun = on.state.publishing;
    const publishing = begun?.questionnaire === questionnaire ? begun : newPublishing(record, on);
    return goOnPublishing(publishing, on);
  });
}

/** The next thing to be said of it; with nothing missing, the page that is confirmed. */
export async function goOnPublishing(
  publishing: Publishing,
  on: PersonalOccasion,
  said: string | null = null,
): Promise<FeatureReply> {
  if (publishing.audience.length === 0 && !publishing.isByLink) {
    return respondentsPage(publishing, on, said);
  }
  if (publishing.closesAt === null) return askForTime('closing', publishing, on);
  return checkPage(publishing, on, said);
}

/** All that will happen, before it is confirmed. Every step can be done again from here. */
export function checkPage(
  publishing: Publishing,
  on: PersonalOccasion,
  said: string | null = null,
): Promise<FeatureReply> {
  return withQuestionnaire(publishing.questionnaire, on, async (record) => {
    const plan = await planOf(publishing, record, on);
    return {
      placement: 'turn',
      state: { ...on.state, publishing },
      blocks: [
        ...(said === null ? [] : [lead(said)]),
        heading('发布前核对（还没有发布）'),
        ...plan.problems.map((problem) => lead(problem)),
        plain((await factsOf(plan, on)).join('\n')),
        ...fewBlocks(plan),
        ...invitationBlocks(plan, on),
        heading('填写人会看到的说明'),
        remark(await anonymityNotice({ code: null }, on)),
        ...(publishing.isByLink ? [remark('凭链接就能填写，每个账号提交一次。')] : []),
        remark(
          '发布以后内容不能再改。以后修改草稿不影响已经发布的；再次发布是另一份，答案分开统计。',
        ),
        ...buttonsOf(plan),
      ],
    };
  });
}

async function factsOf(plan: Plan, on: PersonalOccasion): Promise<readonly string[]> {
  const { publishing, record, people, whom, opensAt, sentAt } = plan;
  const { content, version } = record;
  const when = (instant: Date) => dateInWords(on.zone, instant);
  const findings = lintQuestionnaire(content).length;
  const unreached = await unreachedAmong(people, on);
  const isMoved = sentAt !== null && sentAt > (opensAt ?? on.now);
  return [
    `问卷：${content.title}（第 ${version} 版，${sizeOf(content)}）`,
    `填写人：${whom}${publishing.isByLink ? '' : `，共 ${people.length} 人`}`,
    ...(unreached === 0 ? [] : [`其中 ${unreached} 人没有可以收消息的渠道，可以另外告知`]),
    `开始：${opensAt === null ? '确认以后马上开始' : when(opensAt)}`,
    ...(publishing.closesAt === null ? [] : [`截止：${when(new Date(publishing.closesAt))}`]),
    ...(sentAt === null
      ? []
      : [`发消息：${isMoved ? `${when(sentAt)}（早晚和休息日顺延）` : '开始时'}`]),
    `检查：${findings === 0 ? '没有发现问题' : `还有 ${findings} 处可以改进`}`,
  ];
}

async function unreachedAmong(
  people: readonly string[],
  { deliveries, hasBot, now }: PersonalOccasion,
): Promise<number> {
  const reach = await deliveries.reach(people, now);
  return people.filter((one) => {
    const ways = reach.get(one);
    return ways === undefined || chooseChannel(ways, hasBot).kind === 'failed';
  }).length;
}

function fewBlocks({ publishing, people }: Plan): DraftBlock[] {
  const wiped = `提交不足 ${FEWEST} 份的，截止时答案全部清除，没有报告。`;
  const isFew = !publishing.isByLink && people.length > 0 && people.length < FEWEST;
  if (!isFew) return [remark(wiped)];
  return [
    lead(
      `只有 ${people.length} 人：不足 ${FEWEST} 人的结果一律不显示，${wiped}人数少的，可以扩大范围，或者当面听取意见。`,
    ),
  ];
}

function invitationBlocks(
  { publishing, record, invitation }: Plan,
  on: PersonalOccasion,
): DraftBlock[] {
  const { closesAt, isByLink } = publishing;
  if (isByLink || closesAt === null) return [];
  return [heading('发给每个人的消息'), plain(messageOf(invitation, record.content, closesAt, on))];
}

function buttonsOf({ publishing, problems, people, fingerprint }: Plan): DraftBlock[] {
  const { questionnaire, isByLink } = publishing;
  const isFew = !isByLink && people.length < FEWEST;
  const confirm: Button = [
    isFew ? '仍然发布' : '确认发布',
    { kind: 'confirm-publishing', questionnaire, seen: fingerprint },
  ];
  const write = (label: string, what: DeedOf<'write-in-publishing'>['what']): Button => [
    label,
    { kind: 'write-in-publishing', questionnaire, what },
  ];
  return [
    ...(problems.length === 0 ? [decision('确认发布', confirm)] : []),
    choices(
      '发布',
      ['改范围', { kind: 'choose-respondents', questionnaire }],
      write('改开始时间', 'opening'),
      write('改截止时间', 'closing'),
      ...(isByLink ? [] : [write('改邀请的话', 'invitation')]),
      ['检查', { kind: 'check-questionnaire', questionnaire, from: 0 }],
      ['预览', { kind: 'preview-questionnaire', questionnaire }],
      ['返回问卷', { kind: 'open-questionnaire', questionnaire }],
    ),
  ];
}
