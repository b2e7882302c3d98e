import { z } from 'zod';
import { METHODS, type SeminarOrder, USUAL_ORDER } from '../../../seminar/order.ts';
import type { PieceReading } from '../../../seminar/reading/piece.ts';
import { checkMinutes } from '../../../seminar/reading/read-minutes.ts';
import { checkPeople } from '../../../seminar/reading/read-people.ts';
import { readAudience, readSituation, readTopic } from '../../../seminar/reading/read-words.ts';
import { type RequestTool, requestTool } from '../request-tool.ts';

/** Makes a kit once its order has been confirmed; what the request leaves open is as usual. */
const makeSeminarKit = requestTool({
  name: 'make_seminar_kit',
  input: z.object({
    topic: z.string().min(1).max(200),
    audience: z.string().max(100).nullable(),
    people: z.number().int().nullable(),
    minutes: z.number().int().nullable(),
    method: z.enum(METHODS).nullable(),
    situation: z.string().max(1000).nullable(),
  }),
  action: 'prepare-seminar',
  isPrivate: true,
  run: async ({ topic, audience, people, minutes, method, situation }) => {
    const readings = {
      topic: readTopic(topic),
      audience: readAudience(audience ?? USUAL_ORDER.audience),
      people: checkPeople(people ?? USUAL_ORDER.people),
      minutes: checkMinutes(minutes ?? USUAL_ORDER.minutes),
      situation: readSituation(situation ?? ''),
    };
    const problem = problemIn(Object.values(readings));
    if (problem !== null) return { kind: 'problem', words: problem };
    const values = Object.entries(readings).map(([name, one]) => [name, one.ok ? one.value : '']);
    const order: SeminarOrder = {
      ...(Object.fromEntries(values) as Omit<SeminarOrder, 'method'>),
      method: method ?? USUAL_ORDER.method,
    };
    return {
      kind: 'confirm',
      words: `做一份研讨方案，主题“${order.topic}”，对象“${order.audience}”，${order.people} 人，${order.minutes} 分钟，${order.method}${order.situation === '' ? '' : `，本地情况“${order.situation}”`}。`,
      deed: { kind: 'make-kit', order },
    };
  },
});

function problemIn(readings: readonly PieceReading<string | number>[]): string | null {
  const failed = readings.find(({ ok }) => !ok);
  return failed === undefined || failed.ok ? null : failed.problem;
}

const openSeminarKits = requestTool({
  name: 'open_seminar_kits',
  input: z.object({}),
  action: 'prepare-seminar',
  isPrivate: true,
  run: async () => ({
    kind: 'show',
    order: { kind: 'deed', deed: { kind: 'list-kits', from: 0 } },
  }),
});

export const seminarTools: readonly RequestTool[] = [makeSeminarKit, openSeminarKits];
