import type { DeliveryChange } from '../../delivery/store.ts';
import { recallSource } from '../../delivery/unhurried-source.ts';
import type { CiteVerdict } from './judge-cite.ts';
import type { CurrentWords, RecallParts } from './parts.ts';
import {
  type FallenCite,
  nameOfCurrent,
  RECALL_TITLE,
  type RecalledMaterial,
  recallMessage,
} from './recall-message.ts';
import type { GivenCite } from './store.ts';

/** A cite that holds no more. */
export interface Fallen {
  readonly cite: GivenCite;
  readonly verdict: Exclude<CiteVerdict, { kind: 'stands' }>;
}

/** What befell a material. */
export interface Recalled extends RecalledMaterial {
  readonly material: string;
  /** That holds now, or held last. */
  readonly version: number;
  /** See `standingOf`. */
  readonly mark: string;
}

/** What one person got of it. */
interface Got {
  readonly person: string;
  readonly fallen: readonly (Fallen & Pick<FallenCite, 'at'>)[];
}

/** People who are told in one transaction, so that nobody waits long. */
const AT_ONCE = 100;
/** Buttons of one message. */
const MOST_BUTTONS = 3;

/**
 * Tells everyone who got one of these cites, each in one message; what is broken off goes on with those
 * who are left.
 */
export async function tellRecipients(
  recalled: Recalled,
  fallen: readonly Fallen[],
  parts: RecallParts,
  signal: AbortSignal,
): Promise<void> {
  const { givenAnswers, clock } = parts;
  const ids = fallen.map(({ cite }) => cite.id);
  const people = await gotBy(fallen, parts);
  for (let from = 0; from < people.length; from += AT_ONCE) {
    if (signal.aborted) return;
    const some = people.slice(from, from + AT_ONCE);
    const telling = {
      cites: [...new Set(some.flatMap((one) => one.fallen.map(({ cite }) => cite.id)))],
      people: some.map(({ person }) => person),
      at: clock.now().toISOString(),
    };
    await givenAnswers.tell(telling, mailingsTo(some, recalled, parts));
  }
  const at = clock.now().toISOString();
  await givenAnswers.tell({ cites: ids, people: [null], at }, []);
  await givenAnswers.fall(ids, recalled.mark, at);
}

/** In the order of their keys, each with the cites in the order of the text. */
async function gotBy(
  fallen: readonly Fallen[],
  { givenAnswers }: RecallParts,
): Promise<readonly Got[]> {
  const recipients = await givenAnswers.recipients(fallen.map(({ cite }) => cite.id));
  const byId = new Map(fallen.map((one, order) => [one.cite.id, { one, order }]));
  const got = new Map<string, { order: number; one: Got['fallen'][number] }[]>();
  for (const { cite, person, at } of recipients) {
    const known = byId.get(cite);
    if (person === null || known === undefined) continue;
    const list = got.get(person) ?? [];
    list.push({ order: known.order, one: { ...known.one, at } });
    got.set(person, list);
  }
  return [...got]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([person, list]) => ({
      person,
      fallen: list.toSorted((one, other) => one.order - other.order).map(({ one }) => one),
    }));
}

/** A mailing for all whose messages have the same buttons. */
function mailingsTo(
  people: readonly Got[],
  recalled: Recalled,
  parts: RecallParts,
): readonly DeliveryChange[] {
  const groups = new Map<string, { words: readonly CurrentWords[]; people: Got[] }>();
  for (const one of people) {
    const words = currentWords(one, recalled);
    const key = JSON.stringify(words);
    const group = groups.get(key) ?? { words, people: [] };
    group.people.push(one);
    groups.set(key, group);
  }
  const at = parts.clock.now().toISOString();
  const { material, version, event } = recalled;
  return [...groups.values()].map(({ words, people: some }) => {
    const id = parts.newId();
    return {
      kind: 'add-mailing',
      mailing: {
        ...{ id, kind: 'service', reminder: null, isUrgent: false, title: RECALL_TITLE },
        ...{ buttons: parts.buttonsOf(words), dueAt: at, createdAt: at },
        source: recallSource(material, version, event, id),
      },
      deliveries: some.map(({ person, fallen }) => ({
        ...{ id: parts.newId(), person, notBefore: at, notAfter: null },
        text: recallMessage(recalled, fallen, parts.zone),
      })),
    };
  });
}

function currentWords({ fallen }: Got, { material, kind }: Recalled): readonly CurrentWords[] {
  const found = new Map<string, Omit<CurrentWords, 'label'>>();
  for (const { verdict } of fallen) {
    if (verdict.kind !== 'changed') continue;
    const { place, start, text } = verdict.now;
    found.set(`${start} ${text}`, { material, place, start, text });
  }
  const words = [...found.values()].slice(0, MOST_BUTTONS);
  return words.map((one, at) => ({
    ...one,
    label: `查看${nameOfCurrent(kind)}${words.length > 1 ? ` ${at + 1}` : ''}`,
  }));
}
