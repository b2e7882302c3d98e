import { readContribution } from '../../../seminar/session/read-contribution.ts';
import { itemName, readSteering, type Steering } from '../../../seminar/session/read-steering.ts';
import type { Round, SeminarSession } from '../../../seminar/session/session.ts';
import type { SeminarChange } from '../../../seminar/store.ts';
import { choices, lead } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import { asOwner, steering } from './access.ts';
import { setTimer } from './clock.ts';
import { takeFocus } from './focus.ts';
import { mergeByNumbers } from './merging.ts';
import { SESSION_GONE } from './words.ts';

type Details = Extract<SeminarChange, { kind: 'detail' }>['fields'];

/** What a trainer writes about the session whose panel they saw last. */
export async function steerByText(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const id = on.state.seminar?.session ?? '';
  const order = readSteering(text);
  if (id === '' || order === null) return say(SESSION_GONE);
  return asOwner(id, on, (session) => carryOut(order, session, on));
}

function carryOut(
  order: Steering,
  session: SeminarSession,
  on: PersonalOccasion,
): FeatureReply | Promise<FeatureReply> {
  const { id } = session;
  switch (order.kind) {
    case 'merge':
      return mergeByNumbers(id, order.numbers, false, on);
    case 'take-out':
      return mergeByNumbers(id, order.numbers, true, on);
    case 'focus':
      return takeFocus(order.text, on);
    case 'start-timer':
      return setTimer({ session: id, act: 'start', minutes: order.minutes }, on);
    case 'note':
      return note(order.of, order.text, session, on);
    case 'categorise':
      return detail('cause', order.number, { category: order.category }, session, on);
    case 'measure':
      return detail('measure', order.number, order.fields, session, on);
    case 'unclear':
      return told(order.problem, session, on);
    default:
      return order satisfies never;
  }
}

function note(
  of: 'disagreement' | 'report-point',
  text: string,
  session: SeminarSession,
  on: PersonalOccasion,
): FeatureReply {
  const read = readContribution(text);
  if (!read.ok) return told(read.problem, session, on);
  const change = { kind: 'note', session: session.id, id: makeId(), of, text: read.text } as const;
  const name = of === 'disagreement' ? '分歧' : '汇报要点';
  return {
    ...told(`已记入记录表的${name}：${read.text}`, session, on),
    changes: [{ of: 'seminar', change }],
  };
}

async function detail(
  round: Round,
  number: number,
  raw: Details,
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const list = await on.seminars.contributions(session.id, round);
  const found = list.find((one) => one.number === number);
  const name = itemName(round, number);
  if (found === undefined) return told(`没有${name}，没有改动。请核对编号。`, session, on);
  const into = list.find(({ id }) => id === found.mergedInto);
  if (into !== undefined) {
    const where = itemName(round, into.number);
    return told(`${name}已并入${where}，没有改动。请写${where}。`, session, on);
  }
  const fields: Record<string, string> = {};
  for (const [field, text] of Object.entries(raw)) {
    const read = readContribution(text ?? '');
    if (!read.ok) return told(read.problem, session, on);
    fields[field] = read.text;
  }
  const change = { kind: 'detail', session: session.id, id: found.id, fields } as const;
  const filled = Object.entries(fields).map(([field, text]) => `${FIELD_NAMES[field]}：${text}`);
  return {
    ...told(`${name}“${found.text}”已记下。${filled.join('；')}。`, session, on),
    changes: [{ of: 'seminar', change }],
  };
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  category: '类别',
  responsible: '责任主体',
  deadline: '时限',
  feasibility: '可行性',
};

function told(text: string, session: SeminarSession, on: PersonalOccasion): FeatureReply {
  const { id } = session;
  return steering(session, on, {
    blocks: [
      lead(text),
      choices(
        '研讨',
        ['记录表', { kind: 'show-record', session: id }],
        ['返回', { kind: 'open-panel', session: id }],
      ),
    ],
  });
}
