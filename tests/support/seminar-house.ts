import type { Deed } from '../../src/conversation/deeds/deed.ts';
import { makeId } from '../../src/conversation/ids.ts';
import type { SeminarSession } from '../../src/seminar/session/session.ts';
import type { SeminarStore } from '../../src/seminar/store.ts';
import { CLASS, type House, makeHouse, NOON } from './house.ts';
import { kitOn } from './seminar.ts';
import type { Heard, Talk } from './talk.ts';

export const TOPIC = '训前需求调研走过场';

/** A class whose trainer has a kit, and those who take part. */
export interface SeminarHouse {
  readonly house: House;
  readonly seminars: SeminarStore;
  readonly trainer: Talk;
  /** Speaks for someone, who is added to the class the first time. */
  of(id: string): Promise<Talk>;
  /** Taps a button of a reply that was made by hand. */
  tapDeed(id: string, deed: Deed): Promise<Heard>;
  /** Opens a session for the whole class, and gives it with the trainer's panel. */
  open(): Promise<Opened>;
}

export interface Opened {
  readonly id: string;
  readonly code: string;
  now(): Promise<SeminarSession>;
  /** Taps a button of the panel as it is now; the panel after it. */
  press(label: string): Promise<Heard>;
  /** Presses one after another. */
  pressAll(...labels: readonly string[]): Promise<Heard>;
  panel(): Promise<Heard>;
}

export async function makeSeminarHouse(): Promise<SeminarHouse> {
  return seminarIn(await makeHouse());
}

/** Puts the trainer and the kit into a house that is there. */
export async function seminarIn(house: House): Promise<SeminarHouse> {
  await house.add('t', 'trainer', 'trainer');
  const { seminars, conversations } = await house.app.records();
  const kit = { kind: 'add-kit', id: 'k', owner: 't', classId: CLASS.id, note: '' } as const;
  await seminars.change([{ ...kit, kit: kitOn(TOPIC), at: NOON }]);
  const trainer = await house.talk('t');
  const added = new Set(['t']);
  const of = async (id: string) => {
    if (!added.has(id)) await house.add(id, 'learner', 'learner');
    added.add(id);
    return house.talk(id);
  };
  const tapDeed = async (id: string, deed: Deed) => {
    const set = makeId();
    const speaker = { channel: 'test', conversation: id, person: id };
    const nothing = { turn: null, files: [], rating: null, suggestion: null, changes: [] };
    const actions = { id: set, deeds: [deed], expiresAt: '2028-01-01T00:00:00.000Z' };
    await conversations.keep({ speaker, at: NOON, state: null, actions, ...nothing });
    return (await house.talk(id)).tap({ label: '', action: `${set}.0` });
  };
  const open = async (): Promise<Opened> => {
    const page = await tapDeed('t', { kind: 'open-sessions', kit: 'k' });
    const shown = await trainer.tap(page.button('全班一场'));
    const code = shown.text.match(/研讨 (\d{6})/u)?.[1] ?? '';
    const session = await seminars.sessionByCode(code);
    if (session === null) throw new Error(`Expected a session with the code "${code}"`);
    const { id } = session;
    const panel = () => tapDeed('t', { kind: 'open-panel', session: id });
    const press = async (label: string) => trainer.tap((await panel()).button(label));
    const pressAll = async (...labels: readonly string[]) => {
      let last = await panel();
      for (const label of labels) last = await press(label);
      return last;
    };
    const now = async () => (await seminars.session(id)) as SeminarSession;
    return { id, code, now, press, pressAll, panel };
  };
  return { house, seminars, trainer, of, tapDeed, open };
}
