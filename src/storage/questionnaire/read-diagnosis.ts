import type { Kysely } from 'kysely';
import type { TopicState } from '../../materials/ledger/topic.ts';
import type { DiagnosisStore } from '../../questionnaire/diagnosis/sources.ts';
import { FEWEST } from '../../questionnaire/survey.ts';
import { explained } from '../explain-failure.ts';
import { nearFrom } from '../ledger/read-wordings.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';

/** What is no matter of training tells of no needs. */
const SET_ASIDE: TopicState = 'set-aside';

export function readDiagnosis(database: Kysely<Tables>): DiagnosisStore {
  const on = <Result>(work: () => Promise<Result>) => explained(null, work);
  return {
    unanswered: (people, since) =>
      on(async () => {
        const groups = new Groups<{ title: string; place: string }>();
        for (const portion of portionsOf([...new Set(people)])) {
          const rows = await database
            .selectFrom('ledger_asked')
            .innerJoin('ledger_wording', 'ledger_wording.id', 'ledger_asked.wording')
            .leftJoin('ledger_topic', 'ledger_topic.id', 'ledger_wording.topic')
            .where('person', 'in', portion)
            .where('at', '>=', since)
            .where((row) => row.or([row('state', 'is', null), row('state', '!=', SET_ASIDE)]))
            .select(['person', 'near'])
            .execute();
          for (const { person, near } of rows) {
            const place = nearFrom(near);
            if (place !== null) groups.add({ title: place.title, place: place.place }, person);
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
