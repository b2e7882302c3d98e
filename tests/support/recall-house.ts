import type { Message } from '../../src/delivery/delivery.ts';
import { keepTexts } from '../../src/materials/recall/keep-texts.ts';
import type { RecallParts } from '../../src/materials/recall/parts.ts';
import { recallChanged } from '../../src/materials/recall/recall-changed.ts';
import { releaseDue } from '../../src/reminder/planning/release-due.ts';
import type { CorpusFolder } from './corpus-folder.ts';
import { type House, makeHouse } from './house.ts';
import { signIn } from './sign-in.ts';
import { FAQ, makeSmallCorpus, THESAURUS } from './small-index.ts';
import { type StandingShelf, standingShelf } from './standing-shelf.ts';

/** A house over one small notice, in which answers are recalled whenever a test says so. */
export interface RecallHouse extends House {
  readonly corpus: CorpusFolder;
  readonly shelf: StandingShelf;
  /** Looks once at what was cited, as the service does every few seconds. */
  look(changes?: Partial<RecallParts>): Promise<void>;
  /** Lets go what is due, and gives what a person finds among their messages. */
  messagesOf(person: string): Promise<readonly Message[]>;
  /** Adds a learner who has signed in on the page too. */
  learner(id: string): Promise<void>;
  /** What answers come from, from now on. */
  publish(notice: string, version: number): Promise<void>;
}

export async function makeRecallHouse(
  settings: Readonly<Record<string, string>> = {},
): Promise<RecallHouse> {
  const corpus = await makeSmallCorpus();
  const house = await makeHouse({ GANXUN_ZONE: 'Asia/Shanghai', ...settings }, corpus.path);
  const { app } = house;
  const shelf = standingShelf();
  const { people, deliveries } = await app.records();
  const { signal } = new AbortController();
  return {
    ...{ ...house, corpus, shelf },
    look: async (changes = {}) => {
      const parts = { ...(await app.recalls()), shelf, ...changes };
      await recallChanged(parts, keepTexts(shelf), signal);
    },
    messagesOf: async (person) => {
      await releaseDue(await app.planning(), signal);
      return (await deliveries.messages(person, 99)).messages;
    },
    learner: async (id) => {
      await house.add(id, 'learner', 'learner');
      await signIn(people, [{ channel: 'web', key: `web-${id}`, person: id }], app.clock.now());
    },
    publish: async (notice, version) => {
      await corpus.publish({
        files: { 'notice.txt': notice, 'faq.yaml': FAQ, 'thesaurus.yaml': THESAURUS },
        entries: [{ file: 'notice.txt', title: '培训通知', version }],
      });
      await app.index();
    },
    close: async () => {
      await house.close();
      await corpus.remove();
    },
  };
}
