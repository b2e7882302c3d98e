import type { AnswerKind } from '../../../corpus/faq.ts';
import { FEWEST_TOLD } from '../../../materials/ledger/rules.ts';
import type { Topic, TopicState, Wording } from '../../../materials/ledger/topic.ts';
import { can } from '../../../people/abilities.ts';
import { nameOf } from '../../../people/person.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import type { PersonalOccasion } from '../../feature.ts';

export const STATE_NAMES: Readonly<Record<TopicState, string>> = {
  open: '待分派',
  assigned: '答复中',
  submitted: '待审核',
  answered: '已答复',
  'set-aside': '不答复',
};

const CAUSE_NAMES: Readonly<Record<Wording['cause'], string>> = {
  'not-in-corpus': '现有资料未载明',
  'not-included': '内容未收录',
  'not-helpful': '已有答复被评为没帮助',
};

export const KIND_NAMES: Readonly<Record<AnswerKind, string>> = {
  figure: '数字、时间',
  list: '列举',
  body: '部门、单位',
  procedure: '做法、程序',
  comparison: '比较',
  statement: '一般规定',
};

/** How many people asked; of few nothing is said, since it could be known who they are. */
export function peopleInWords({ people }: Pick<Topic, 'people'>): string {
  return people < FEWEST_TOLD ? `不足${FEWEST_TOLD}人` : `${people}人`;
}

export function causeInWords({ cause }: Pick<Wording, 'cause'>): string {
  return CAUSE_NAMES[cause];
}

const DAY = 86_400_000;
const LONG_WAITS = [
  [90, '已等三个月以上'],
  [30, '已等一个月以上'],
  [7, '已等一周以上'],
] as const;

/** How long somebody has waited, too coarse to tell who asked that day; null while it is not long. */
export function waitInWords({ firstAt }: Pick<Topic, 'firstAt'>, now: Date): string | null {
  const days = (now.getTime() - Date.parse(firstAt)) / DAY;
  return LONG_WAITS.find(([least]) => days >= least)?.[1] ?? null;
}

/** What the person may read of where a topic came near; null where there is nothing. */
export function nearInWords({ near }: Pick<Topic, 'near'>, { store }: CorpusIndex): string | null {
  const isShown = store.materials().some(({ id }) => id === near?.material);
  return near === null || !isShown ? null : `《${withoutTitleMarks(near.title)}》${near.place}`;
}

/** By whom it is to be answered. */
export async function assigneeInWords(
  { assignee, state }: Topic,
  { people, person }: PersonalOccasion,
): Promise<string | null> {
  if (assignee === null) return state === 'assigned' ? GONE : null;
  if (assignee === person.id) return '您';
  const found = await people.person(assignee);
  if (found === null) return GONE;
  return can(found.role, 'answer-ledger') ? nameOf(found) : `${nameOf(found)}${NO_LONGER}`;
}

export const LACKS_ASKED =
  '问题问的是数字、时间或者单位一类的内容，引文中没有，请核对引文是否直接回答了问题；换了说法的提问也可能得不到这个答复。';

const GONE = '原来的答复人已不在名单中，请另行分派';
const NO_LONGER = '（现在不是教师或者管理员，不能答复，请另行分派）';
