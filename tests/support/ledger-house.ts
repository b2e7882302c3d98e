import { parse, stringify } from 'yaml';
import type { Message } from '../../src/delivery/delivery.ts';
import { placeUnplaced } from '../../src/materials/ledger/place-unplaced.ts';
import { reopenLost } from '../../src/materials/ledger/reopen-lost.ts';
import type { LedgerStore } from '../../src/materials/ledger/store.ts';
import { tellAskers } from '../../src/materials/ledger/tell-askers.ts';
import { TOPIC_STATES, type Topic } from '../../src/materials/ledger/topic.ts';
import { releaseDue } from '../../src/reminder/planning/release-due.ts';
import type { EntryFields } from './corpus-folder.ts';
import { type House, makeHouse } from './house.ts';
import { signIn } from './sign-in.ts';
import { FAQ, makeSmallCorpus, NOTICE, THESAURUS } from './small-index.ts';

/** A pair as `faq.yaml` has it, over the small notice unless told otherwise. */
export interface WrittenPair {
  readonly id: string;
  readonly questions: readonly string[];
  readonly answer: string;
  readonly quotes: readonly { material: string; place: string; text: string }[];
}

/** A house over one small notice, in which the ledger is looked at whenever a test says so. */
export interface LedgerHouse extends House {
  readonly ledger: LedgerStore;
  /** Looks once at the ledger, as the service does every few seconds. */
  look(): Promise<void>;
  topics(): Promise<readonly Topic[]>;
  /** Submits and approves a topic, as a pair of this id. */
  approve(topic: Topic, pair: WrittenPair): Promise<void>;
  /** What answers come from, from now on. */
  publish(
    pairs: readonly WrittenPair[],
    notice?: { readonly text?: string; readonly fields?: Partial<EntryFields> },
  ): Promise<void>;
  /** Lets go what is due, and gives what a person finds among their messages. */
  messagesOf(person: string): Promise<readonly Message[]>;
  /** Adds a learner who has signed in on the page too. */
  learner(id: string): Promise<void>;
}

const ADMIN = { name: '管理员', person: null };
const TRAINER = { name: '教师', person: null };

export async function makeLedgerHouse(
  settings: Readonly<Record<string, string>> = {},
): Promise<LedgerHouse> {
  const corpus = await makeSmallCorpus();
  const house = await makeHouse({ GANXUN_ZONE: 'Asia/Shanghai', ...settings }, corpus.path);
  const { app } = house;
  const { ledger, people, deliveries } = await app.records();
  const { signal } = new AbortController();
  return {
    ...{ ...house, ledger },
    look: async () => {
      const parts = await app.ledger();
      for (const work of [placeUnplaced, reopenLost, tellAskers]) await work(parts, signal);
    },
    topics: async () => {
      const all = { states: TOPIC_STATES, assignee: null, from: 0, limit: 99 };
      return (await ledger.topics(all)).topics;
    },
    approve: async ({ id: topic, revision }, { id, answer, quotes }) => {
      const at = app.clock.now().toISOString();
      const given = { answer, kind: 'statement' as const, quotes };
      await ledger.change([
        { kind: 'submit-answer', topic, revision, at, answer: given, by: TRAINER },
        { kind: 'approve-answer', topic, revision: revision + 1, at, by: ADMIN, pair: id },
      ]);
    },
    publish: async (pairs, { text = NOTICE, fields = {} } = {}) => {
      const written = parse(FAQ) as { pairs: unknown[] };
      written.pairs.push(...pairs.map((pair) => ({ kind: 'statement', ...pair })));
      await corpus.publish({
        files: { 'notice.txt': text, 'faq.yaml': stringify(written), 'thesaurus.yaml': THESAURUS },
        entries: [{ file: 'notice.txt', title: '培训通知', ...fields }],
      });
      await app.index();
    },
    messagesOf: async (person) => {
      await releaseDue(await app.planning(), signal);
      return (await deliveries.messages(person, 99)).messages;
    },
    learner: async (id) => {
      await house.add(id, 'learner', 'learner');
      await signIn(people, [{ channel: 'web', key: `web-${id}`, person: id }], app.clock.now());
    },
    close: async () => {
      await house.close();
      await corpus.remove();
    },
  };
}
