import { LOST_ITS_BASIS } from '../../../materials/ledger/reopen-lost.ts';
import type { TopicFilter } from '../../../materials/ledger/store.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import { can } from '../../../people/abilities.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { shortened } from '../../shortened.ts';
import { turnPages } from '../turn-pages.ts';
import { peopleInWords, waitInWords } from './topic-words.ts';

const PAGE = 8;

interface Group extends Pick<TopicFilter, 'states' | 'assignee'> {
  readonly name: string;
}

const NOTHING_AWAITS = '现在没有待答的问题。答不上来的提问和被评为“没帮助”的答复，会列在这里。';
const NOTHING_OVER = '还没有答复过的问题。';
const NO_NAMES = '问题中的姓名、电话等已经隐去；谁提的问题不显示，人数少的不列出数目。';

/** What awaits whoever looks comes first; what is over on request. */
export async function listLedger(
  { of, from }: Pick<DeedOf<'list-ledger'>, 'of' | 'from'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const groups = groupsFor(of, on);
  const { pages, total } = await pageOf(groups, from, on);
  const shown = pages.flatMap(({ topics }) => topics);
  // The last ones may have gone meanwhile.
  if (shown.length === 0 && from > 0) return listLedger({ of, from: 0 }, on);
  const numberOf = (topic: Topic) => from + shown.indexOf(topic) + 1;
  const blocks = pages.flatMap(({ group, topics, count }): DraftBlock[] =>
    topics.length === 0
      ? []
      : [
          heading(`${group.name}（${count} 个）`),
          plain(topics.map((topic) => lineOf(topic, numberOf(topic), on)).join('\n')),
        ],
  );
  const open = shown.map(
    (topic): Button => [
      shortened(`${numberOf(topic)}. ${topic.question}`),
      { kind: 'open-topic', topic: topic.id },
    ],
  );
  const last = Math.min(from + PAGE, total);
  return {
    placement: 'turn',
    blocks: [
      ...(total === 0 ? [lead(of === 'current' ? NOTHING_AWAITS : NOTHING_OVER)] : blocks),
      ...(total > PAGE ? [plain(`第 ${from + 1} 至 ${last} 个，共 ${total} 个`)] : []),
      ...(open.length === 0 ? [] : [choices('打开问题', ...open)]),
      ...(from === 0 && of === 'current' && total > 0 ? [remark(NO_NAMES)] : []),
      choices('待答问题', ...waysOn({ of, from }, total)),
    ],
  };
}

function groupsFor(of: DeedOf<'list-ledger'>['of'], { person }: PersonalOccasion): Group[] {
  const isManager = can(person.role, 'manage-ledger');
  const mine = isManager ? null : person.id;
  if (of === 'over') {
    return [
      { name: '已答复', states: ['answered'], assignee: mine },
      ...(isManager ? [{ name: '不答复', states: ['set-aside'] as const, assignee: null }] : []),
    ];
  }
  return isManager
    ? [
        { name: '待审核', states: ['submitted'], assignee: null },
        { name: '待分派', states: ['open'], assignee: null },
        { name: '答复中', states: ['assigned'], assignee: null },
      ]
    : [
        { name: '交给您的', states: ['assigned'], assignee: mine },
        { name: '可以认领的', states: ['open'], assignee: null },
        { name: '您已提交，等待审核', states: ['submitted'], assignee: mine },
      ];
}

interface GroupPage {
  readonly group: Group;
  readonly topics: readonly Topic[];
  readonly count: number;
}

/** One page over all groups, one after another. */
async function pageOf(
  groups: readonly Group[],
  from: number,
  { ledger }: PersonalOccasion,
): Promise<{ readonly pages: readonly GroupPage[]; readonly total: number }> {
  const pages: GroupPage[] = [];
  let before = 0;
  let room = PAGE;
  for (const group of groups) {
    const { states, assignee } = group;
    const filter = { states, assignee, from: Math.max(from - before, 0), limit: room };
    const { topics, total: count } = await ledger.topics(filter);
    pages.push({ group, topics, count });
    before += count;
    room -= topics.length;
  }
  return { pages, total: before };
}

function lineOf(topic: Topic, number: number, { person, now }: PersonalOccasion): string {
  const isOver = topic.state === 'answered' || topic.state === 'set-aside';
  const wait = isOver ? null : waitInWords(topic, now);
  const isManager = can(person.role, 'manage-ledger');
  const told = [
    peopleInWords(topic),
    ...(wait === null ? [] : [wait]),
    ...(isManager && topic.state === 'assigned' && topic.assignee === person.id
      ? ['由您答复']
      : []),
    ...(topic.state === 'submitted' && topic.answeredBy?.person === person.id ? ['您提交的'] : []),
    ...(topic.state === 'assigned' && topic.reason !== null && topic.answer !== null
      ? [topic.reason === LOST_ITS_BASIS ? LOST_ITS_BASIS : '已退回']
      : []),
  ];
  return `${number}. ${topic.question}（${told.join('，')}）`;
}

function waysOn({ of, from }: Pick<DeedOf<'list-ledger'>, 'of' | 'from'>, total: number): Button[] {
  return [
    ...turnPages({ kind: 'list-ledger', of, from }, PAGE, total),
    of === 'current'
      ? ['已答复和不答复', { kind: 'list-ledger', of: 'over', from: 0 }]
      : ['返回列表', { kind: 'list-ledger', of: 'current', from: 0 }],
  ];
}
