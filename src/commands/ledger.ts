import { parseArgs } from 'node:util';
import { STATE_NAMES } from '../conversation/features/ledger/topic-words.ts';
import { UsageError, UserFacingError } from '../errors.ts';
import { FEWEST_TOLD } from '../materials/ledger/rules.ts';
import {
  TOPIC_STATES,
  type Topic,
  type TopicState,
  type Wording,
} from '../materials/ledger/topic.ts';
import type { Command, CommandContext } from './command.ts';

const USAGE = `用法：
  ledger list [--state ${TOPIC_STATES.join('|')}] [--json]
  ledger show 编号 [--json]`;

/** Read at a time. */
const PAGE = 200;

/** `ledger list | show`: 待答问题 with their answers, never with who asked. */
export const ledger: Command = async (args, context) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, state: { type: 'string' } },
  });
  const [action, id, ...rest] = positionals;
  if (action === 'list' && id === undefined) return list(values.state, values.json, context);
  if (action === 'show' && id !== undefined && rest.length === 0 && values.state === undefined) {
    return show(id, values.json, context);
  }
  throw new UsageError(USAGE);
};

async function list(
  state: string | undefined,
  isJson: boolean,
  context: CommandContext,
): Promise<number> {
  if (state !== undefined && !isState(state)) throw new UsageError(USAGE);
  const topics = await topicsOf(state === undefined ? TOPIC_STATES : [state], context);
  const { output } = context;
  if (isJson) output.line(JSON.stringify(topics.map(told)));
  else if (topics.length === 0) output.line('没有待答问题。');
  else for (const topic of topics) output.line(lineOf(topic));
  return 0;
}

function isState(word: string): word is TopicState {
  return (TOPIC_STATES as readonly string[]).includes(word);
}

async function topicsOf(
  states: readonly TopicState[],
  { app }: CommandContext,
): Promise<readonly Topic[]> {
  const { ledger: store } = await app.records();
  const all: Topic[] = [];
  for (;;) {
    const page = await store.topics({ states, assignee: null, from: all.length, limit: PAGE });
    all.push(...page.topics);
    if (page.topics.length === 0 || all.length >= page.total) return all;
  }
}

async function show(id: string, isJson: boolean, { app, output }: CommandContext): Promise<number> {
  const { ledger: store, people } = await app.records();
  const topic = await store.topic(id);
  if (topic === null)
    throw new UserFacingError(`没有编号为“${id}”的待答问题，请用 ledger list 查看。`);
  const wordings = await store.wordings(id, 0, topic.wordings);
  const assignee = topic.assignee === null ? null : await people.person(topic.assignee);
  if (isJson) {
    const shown = { ...told(topic), assignee: assignee?.name ?? null };
    output.line(JSON.stringify({ ...shown, asked: wordings.map(toldWording) }));
    return 0;
  }
  output.line(lineOf(topic));
  if (assignee !== null) output.line(`答复人：${assignee.name}`);
  output.line(`问法（${topic.wordings} 种）：`);
  for (const { text } of wordings) output.line(`  ${text}`);
  if (topic.answer !== null) {
    output.line(`答复：${topic.answer.answer}`);
    for (const { text, material, place } of topic.answer.quotes) {
      output.line(`  「${text}」——${material} ${place}`);
    }
  }
  if (topic.answeredBy !== null) output.line(`提交人：${topic.answeredBy.name}`);
  if (topic.decidedBy !== null) output.line(`审核或办理：${topic.decidedBy.name}`);
  if (topic.reason !== null) output.line(`说明：${topic.reason}`);
  if (topic.pair !== null) output.line(`问答编号：${topic.pair}`);
  return 0;
}

function lineOf(topic: Topic): string {
  const people = peopleOf(topic) ?? `不足${FEWEST_TOLD}`;
  return `${topic.id}  ${STATE_NAMES[topic.state]}  ${people}人  ${topic.question}`;
}

/** Null where so few asked that it could be known who. */
function peopleOf({ people }: Pick<Topic, 'people'>): number | null {
  return people < FEWEST_TOLD ? null : people;
}

function told(topic: Topic) {
  const { id, state, question, near, wordings, answer, answeredBy, decidedBy } = topic;
  return {
    ...{ id, state, question, near, wordings, people: peopleOf(topic), answer },
    ...{ answeredBy: answeredBy?.name ?? null, decidedBy: decidedBy?.name ?? null },
    ...{ reason: topic.reason, pair: topic.pair, revision: topic.revision },
  };
}

function toldWording({ id, text, cause }: Wording) {
  return { id, text, cause };
}
