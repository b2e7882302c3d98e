import type { Kysely } from 'kysely';
import type { DiagnosisStore } from '../../questionnaire/diagnosis/sources.ts';
import { FEWEST } from '../../questionnaire/survey.ts';
import { explained } from '../explain-failure.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';

/** What was refused as 现有资料未载明 or 内容未收录. */
const UNANSWERED = ['not-in-corpus', 'not-included'];

export function readDiagnosis(database: Kysely<Tables>): DiagnosisStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  return {
    unanswered: (people, since) =>
      on(async () => {
        const groups = new Groups<{ title: string; place: string }>();
        const person = await peopleByConversation(database, people);
        for (const portion of portionsOf([...person.keys()])) {
          const turns = await database
            .selectFrom('turn')
            .leftJoin('rating', 'rating.turn', 'turn.id')
            .where('conversation', 'in', portion)
            .where('turn.at', '>=', since)
            // What was said in a seminar is nobody's question.
            .where('session', 'is', null)
            .where((row) =>
              row.or([row('outcome', 'in', UNANSWERED), row('verdict', '=', 'not-useful')]),
            )
            .select(['conversation', 'blocks'])
            .execute();
          for (const { conversation, blocks } of turns) {
            const place = placeIn(blocks);
            const who = person.get(conversation);
            if (place !== null && who !== undefined) groups.add(place, who);
          }
        }
        return groups.large().map(({ of, people: count }) => ({ ...of, people: count }));
      }),
    recalled: (people, since) =>
      on(async () => {
        const groups = new Groups<{ material: string; chapter: string }>();
        const right = new Map<string, { answers: number; right: number }>();
        for (const portion of portionsOf([...new Set(people)])) {
          const rows = await database
            .selectFrom('recall_answer')
            .innerJoin('recall_card', (join) =>
              join
                .onRef('recall_card.person', '=', 'recall_answer.person')
                .onRef('recall_card.item', '=', 'recall_answer.item'),
            )
            .where('recall_answer.person', 'in', portion)
            .where('at', '>=', since)
            .select(['recall_answer.person', 'recall_answer.material', 'chapter', 'is_right'])
            .execute();
          for (const { person, material, chapter, is_right } of rows) {
            const key = groups.add({ material, chapter }, person);
            const sum = right.get(key) ?? { answers: 0, right: 0 };
            right.set(key, { answers: sum.answers + 1, right: sum.right + is_right });
          }
        }
        return groups.large().map(({ of, key, people: count }) => ({
          ...{ ...of, people: count },
          ...(right.get(key) ?? { answers: 0, right: 0 }),
        }));
      }),
  };
}

/** What concerns people, by what it is; nothing of fewer than five leaves it. */
class Groups<Of extends object> {
  readonly #groups = new Map<string, { readonly of: Of; readonly people: Set<string> }>();

  add(of: Of, person: string): string {
    const key = JSON.stringify(of);
    const group = this.#groups.get(key) ?? { of, people: new Set() };
    group.people.add(person);
    this.#groups.set(key, group);
    return key;
  }

  /** The largest first. */
  large(): { readonly of: Of; readonly key: string; readonly people: number }[] {
    return [...this.#groups]
      .map(([key, { of, people }]) => ({ of, key, people: people.size }))
      .filter(({ people }) => people >= FEWEST)
      .toSorted((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1));
  }
}

/** Conversations in which one person speaks: their page, and those of their accounts. */
async function peopleByConversation(
  database: Kysely<Tables>,
  people: readonly string[],
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  for (const portion of portionsOf([...new Set(people)])) {
    const pages = await database
      .selectFrom('conversation')
      .where('channel', '=', 'web')
      .where('key', 'in', portion)
      .select(['id', 'key as person'])
      .execute();
    const others = await database
      .selectFrom('account')
      .innerJoin('conversation', (join) =>
        join
          .onRef('conversation.channel', '=', 'account.channel')
          .onRef('conversation.key', '=', 'account.key'),
      )
      .where('person', 'in', portion)
      .select(['conversation.id', 'person'])
      .execute();
    for (const { id, person } of [...pages, ...others]) found.set(id, person);
  }
  return found;
}

/** The place that was shown first: the nearest one, or the one that was no help. */
function placeIn(json: string): { readonly title: string; readonly place: string } | null {
  const blocks = parsed(json);
  const quotes = blocks.filter(({ kind, role }) => kind === 'quote' && role !== 'method');
  const { title, place } = quotes[0] ?? {};
  return typeof title === 'string' && typeof place === 'string' ? { title, place } : null;
}

interface MaybeQuote {
  readonly kind?: unknown;
  readonly role?: unknown;
  readonly title?: unknown;
  readonly place?: unknown;
}

function parsed(json: string): readonly MaybeQuote[] {
  try {
    const blocks: unknown = JSON.parse(json);
    return Array.isArray(blocks) ? (blocks as MaybeQuote[]) : [];
  } catch {
    // A reply that was damaged tells nothing.
    return [];
  }
}
