import { can } from '../../../people/abilities.ts';
import { standingOf } from '../../../people/person.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import { momentInWords } from './moment.ts';
import { respondentOf } from './sheet.ts';

/** More are seldom open at a time; the first to close stand first. */
const MOST_LISTED = 10;

/** The questionnaires that the one who speaks may answer now. */
export async function listSurveys(on: Occasion): Promise<FeatureReply> {
  const open = await on.questionnaires.openSurveys(respondentOf(on), on.now);
  const listed = open.slice(0, MOST_LISTED);
  const lines = listed.map(
    ({ content, closesAt }, at) =>
      `${at + 1}. ${content.title}（${momentInWords(closesAt, on)}截止）`,
  );
  const buttons = listed.map(
    ({ id, content }): Button => [content.title, { kind: 'open-survey', survey: id }],
  );
  const manages = can(standingOf(on.person), 'prepare-questionnaire');
  return {
    placement: 'turn',
    blocks: [
      lead(listed.length === 0 ? '现在没有需要您填写的问卷。' : '请填写的问卷'),
      ...(lines.length === 0 ? [] : [plain(lines.join('\n')), choices('打开问卷', ...buttons)]),
      ...(open.length > listed.length ? [remark('还有几份截止较晚的，填完上面的再看。')] : []),
      remark('有问卷编号的，请发送“问卷”和编号打开，例如“问卷 ABCDE23456”。'),
      ...(manages
        ? [choices('问卷工作', ['问卷管理', { kind: 'list-questionnaires', from: 0 }])]
        : []),
    ],
  };
}
