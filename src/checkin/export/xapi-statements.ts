import { createHash } from 'node:crypto';
import type { LearningEntry, RecallAnswer } from '../entry.ts';

export interface XapiParts {
  readonly entries: readonly LearningEntry[];
  readonly answers: readonly RecallAnswer[];
  /** Opaque: tells nobody who it is. */
  readonly account: string;
  /** An IRI under which accounts and activities are named. */
  readonly home: string;
}

/** A statement of the Experience API 1.0.3 (https://github.com/adlnet/xAPI-Spec, part two). */
export type XapiStatement = Readonly<Record<string, unknown>> & { readonly id: string };

const VERB = 'http://adlnet.gov/expapi/verbs/';
const verb = (name: string, words: string) => ({
  id: VERB + name,
  display: { 'zh-CN': words },
});

/**
 * One's learning as statements. They never change: each revision of a record is a statement of its
 * own, which voids the one before it, and so does a withdrawal.
 */
export function xapiStatements(parts: XapiParts): XapiStatement[] {
  const { entries, answers, account, home } = parts;
  const actor = { objectType: 'Agent', account: { homePage: home, name: account } };
  const told = entries.flatMap((entry) => [
    ...earlierRevisions(entry).map((revision) => voiding(entry, revision, actor)),
    ...(entry.withdrawnAt === null ? [experienced(entry, actor, home)] : []),
  ]);
  return [...told, ...answers.map((answer) => answered(answer, actor, home))];
}

/** A withdrawal raises the revision too: every one before it was told of something. */
function earlierRevisions({ revision }: LearningEntry): number[] {
  return Array.from({ length: revision - 1 }, (_, at) => at + 1);
}

function experienced(entry: LearningEntry, actor: object, home: string): XapiStatement {
  const { id, revision, studied, reflection, material, place, studiedOn, isMadeUp } = entry;
  const about =
    material === null ? `entry/${id}` : `material/${material}/${encodeURIComponent(place ?? '')}`;
  return {
    id: statementId(`${id} ${revision}`),
    actor,
    verb: verb('experienced', '学习'),
    object: {
      objectType: 'Activity',
      id: `${home}${about}`,
      definition: { name: { 'zh-CN': studied } },
    },
    ...(reflection === '' ? {} : { result: { response: reflection } }),
    context: {
      language: 'zh-CN',
      extensions: { [`${home}studied-on`]: studiedOn, [`${home}made-up`]: isMadeUp },
    },
    timestamp: entry.recordedAt,
  };
}

function voiding(entry: LearningEntry, revision: number, actor: object): XapiStatement {
  return {
    id: statementId(`${entry.id} ${revision} voided`),
    actor,
    verb: verb('voided', '作废'),
    object: { objectType: 'StatementRef', id: statementId(`${entry.id} ${revision}`) },
    timestamp: entry.withdrawnAt ?? entry.recordedAt,
  };
}

function answered(answer: RecallAnswer, actor: object, home: string): XapiStatement {
  const { id, item, material, place, isRight, at } = answer;
  return {
    id: statementId(`answer ${id}`),
    actor,
    verb: verb('answered', '作答'),
    object: { objectType: 'Activity', id: `${home}recall/${item}` },
    result: { success: isRight },
    context: { language: 'zh-CN', extensions: { [`${home}place`]: `${material} ${place}` } },
    timestamp: at,
  };
}

/** A name-based UUID (RFC 9562, version 5 layout), so that a second export tells the same. */
function statementId(name: string): string {
  const bytes = createHash('sha1').update(`ganxun xapi ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
