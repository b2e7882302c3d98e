import { cleanWords } from '../../../../text/clean-words.ts';
import { choices, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../../feature.ts';
import type { Publishing, QuestionnaireWords } from '../../../state.ts';
import { takeQuestionnaireWords } from '../editing/write.ts';
import { takeNewClosing } from '../following/survey-closing.ts';
import { goOnPublishing } from './publish.ts';
import { planOf } from './publishing.ts';
import { askForTime, withTime } from './publishing-times.ts';
import { respondentsPage, takeRespondents } from './respondents.ts';
import { waitForPublishing, withPublishing } from './with-publishing.ts';

const LONGEST_INVITATION = 500;
const NOTHING_ASKED = '现在没有等待填写的内容。发送“问卷管理”可以打开问卷。';

/** Asks for the words of what is to be published. */
export function writeInPublishing(
  { questionnaire, what }: DeedOf<'write-in-publishing'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublishing(questionnaire, on, async (publishing, record) => {
    switch (what) {
      case 'audience':
        return respondentsPage(publishing, on);
      case 'opening':
      case 'closing':
        return askForTime(what, publishing, on);
      case 'invitation':
        return askInvitation(publishing, (await planOf(publishing, record, on)).invitation, on);
      default:
        return what satisfies never;
    }
  });
}

function askInvitation(
  publishing: Publishing,
  now: string,
  on: PersonalOccasion,
  problem: string | null = null,
): FeatureReply {
  const { questionnaire } = publishing;
  return {
    placement: 'turn',
    state: waitForPublishing(publishing, 'invitation', on),
    blocks: [
      lead(problem ?? '请把改好的邀请发给我。'),
      plain(now),
      remark(
        `最多 ${LONGEST_INVITATION} 个字。用时、截止时间和填写办法会自动写在后面。请不要写成必须填写，也不要写涉密内容。`,
      ),
      choices('邀请', ['返回核对', { kind: 'publish-questionnaire', questionnaire }]),
    ],
  };
}

export function setPublishingTime(
  { questionnaire, what, words }: DeedOf<'set-publishing-time'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublishing(questionnaire, on, (publishing) => takeTime(what, words, publishing, on));
}

function takeTime(
  what: 'opening' | 'closing',
  words: string,
  publishing: Publishing,
  on: PersonalOccasion,
): FeatureReply | Promise<FeatureReply> {
  const read = withTime(what, words, publishing, on);
  return read.ok
    ? goOnPublishing(read.publishing, on)
    : askForTime(what, publishing, on, read.problem);
}

/** The next text, where words of a questionnaire, a publishing or a survey were asked for. */
export async function takeWordsOfQuestionnaire(
  text: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const asked = on.pending.questionnaireWords;
  if (asked === null) return say(NOTHING_ASKED);
  if (isQuestionMeanwhile(text, asked)) {
    return on.perform({ kind: 'intent', intent: 'ask', text }, on);
  }
  switch (asked.of) {
    case 'questionnaire':
      return takeQuestionnaireWords(text, asked, on);
    case 'publishing':
      return withPublishing(asked.questionnaire, on, (publishing) =>
        takePublishing(asked.what, text, publishing, on),
      );
    case 'closing':
      return takeNewClosing(asked.published, text, on);
    default:
      return asked satisfies never;
  }
}

/** Words of a questionnaire may well end with a question mark; what names people or a time does not. */
function isQuestionMeanwhile(text: string, asked: QuestionnaireWords): boolean {
  if (!/[？?]\s*$/u.test(text)) return false;
  if (asked.of === 'questionnaire') return asked.what === 'limits';
  return asked.of === 'closing' || asked.what !== 'invitation';
}

function takePublishing(
  what: DeedOf<'write-in-publishing'>['what'],
  text: string,
  publishing: Publishing,
  on: PersonalOccasion,
): FeatureReply | Promise<FeatureReply> {
  switch (what) {
    case 'audience':
      return takeRespondents(text, publishing, on);
    case 'opening':
    case 'closing':
      return takeTime(what, text, publishing, on);
    case 'invitation': {
      const words = cleanWords(text);
      const length = [...words].length;
      if (length > LONGEST_INVITATION) {
        const problem = `邀请最多 ${LONGEST_INVITATION} 个字，现在有 ${length} 个字，没有保存。请删减后再发。`;
        return askInvitation(publishing, words, on, problem);
      }
      return goOnPublishing({ ...publishing, invitation: words }, on, '邀请的话已经改好。');
    }
    default:
      return what satisfies never;
  }
}
