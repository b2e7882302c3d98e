import { timeIn } from '../../../clock.ts';
import { csvTable } from '../../../documents/csv-table.ts';
import type { TopicState } from '../../../materials/ledger/topic.ts';
import { choices, heading, lead, plain, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { DraftFile } from '../../reply.ts';

/** Questions that are shown; all of them are in the file. */
const SHOWN = 10;

/** How a question stands, for whoever asked it. */
const STATES: Readonly<Record<TopicState, string>> = {
  open: '待答',
  assigned: '待答',
  submitted: '已有答复，正在审核',
  answered: '已有答复，即将告知',
  'set-aside': '不属于培训政策，不作答复',
};

const HEADER = ['提问时间', '问题', '办理情况'];
const NO_QUESTIONS = '您没有待答的提问。';
const WHO_SEES_IT =
  '提问隐去姓名和号码，教师和管理员看不到是谁问的。有了答复并告知您以后，不再保存是您问的；不需要的可以随时删除。';

/** How many questions of theirs wait for an answer. */
export async function questionsInBrief({ person, ledger }: PersonalOccasion): Promise<string> {
  const asked = await ledger.ownAsked(person.id);
  return asked.length === 0 ? '无' : `${asked.length} 个，有答复时告知您`;
}

export async function openOwnQuestions(on: PersonalOccasion): Promise<FeatureReply> {
  const asked = await on.ledger.ownAsked(on.person.id);
  if (asked.length === 0) return say(NO_QUESTIONS);
  const lines = asked.slice(0, SHOWN).map(({ text, at, state }, number) => {
    const when = timeIn(on.zone, new Date(at));
    return `${number + 1}. ${text}（${when} 提问，${STATES[state]}）`;
  });
  const more = asked.length - lines.length;
  return {
    placement: 'turn',
    blocks: [
      heading('我的待答问题'),
      plain(lines.join('\n')),
      ...(more > 0 ? [remark(`另有 ${more} 个没有列出，请导出查看。`)] : []),
      remark(WHO_SEES_IT),
      choices(
        '我的待答问题',
        ['导出待答问题', { kind: 'export-own-questions' }],
        ['删除待答问题', { kind: 'ask-forget-own-questions' }],
        ['返回我的数据', { kind: 'open-data' }],
      ),
    ],
  };
}

/** As a table for WPS or Excel. */
export async function exportOwnQuestions(on: PersonalOccasion): Promise<FeatureReply> {
  const asked = await on.ledger.ownAsked(on.person.id);
  if (asked.length === 0) return say(NO_QUESTIONS);
  const rows = asked.map(({ text, at, state }) => [
    timeIn(on.zone, new Date(at)),
    text,
    STATES[state],
  ]);
  const file: DraftFile = {
    name: `我的待答问题-${on.today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes: Buffer.from(csvTable([HEADER, ...rows]), 'utf8'),
  };
  return {
    placement: 'turn',
    blocks: [plain(`已导出待答问题 ${asked.length} 个。`), { kind: 'file', file }],
  };
}

/** Nothing is deleted before it is confirmed. */
export function confirmForgettingQuestions(): FeatureReply {
  return {
    placement: 'turn',
    blocks: [
      lead('删除您的全部待答问题？'),
      remark(
        '删除后，以后有了答复也不能告知您；其他人也问过的，或者已经有人作答的，问题仍然保留，不显示提问人。',
      ),
      choices(
        '确认删除',
        ['确定删除', { kind: 'forget-own-questions' }],
        ['不删除', { kind: 'cancel' }],
      ),
    ],
  };
}

export function forgetQuestions({ person }: PersonalOccasion): FeatureReply {
  return {
    ...say('您的待答问题已经删除。'),
    changes: [{ of: 'ledger', change: { kind: 'forget-asked', person: person.id } }],
  };
}
