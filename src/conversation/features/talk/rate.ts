import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, notice, type Occasion } from '../../feature.ts';
import type { Change } from '../../store.ts';
import { askerOf, enteredBy, masked, whatFollows } from './enter-ledger.ts';

/** Turns in which the last rating of someone whom the records do not know is looked for. */
const LOOKED_BACK = 50;

const USEFUL = '已记录：有用。感谢反馈。';
const NOT_USEFUL = '可以换一种说法再问，也可以发送“意见建议”说明情况。';

const CAUSE = 'not-helpful';

type Rated = NonNullable<DeedOf<'rate'>['asked']>;

/**
 * Keeps 有用 or 没帮助 for an answer; the last one counts. A question whose answer was no help is put
 * into the ledger, and taken out again once it was.
 */
export async function rate(
  { turn, verdict, asked }: DeedOf<'rate'>,
  on: Occasion,
): Promise<FeatureReply> {
  const rating = { turn, verdict, at: on.now.toISOString() };
  if (verdict === 'useful') {
    const changes = asked === undefined ? [] : await takenOut(turn, asked, on);
    return { ...notice(USEFUL), rating, changes };
  }
  const change = asked === undefined ? null : await putIn(turn, asked, on);
  const told = change === null ? '' : `问题已记入待答问题，不显示提问人${whatFollows(on)}`;
  return {
    ...notice(`已记录：没帮助。${told}${NOT_USEFUL}`),
    rating,
    changes: change === null ? [] : [change],
  };
}

/** Whoever is not known counts each time, so once for each answer that is still in sight. */
async function putIn(
  turn: string,
  { question, near }: Rated,
  on: Occasion,
): Promise<Change | null> {
  if (askerOf(on) === null && (await ratedBefore(turn, on)) !== 'nothing-or-useful') return null;
  const entered = await enteredBy({ text: question, cause: CAUSE, near }, on);
  return entered?.change ?? null;
}

async function takenOut(turn: string, { question }: Rated, on: Occasion): Promise<Change[]> {
  const person = askerOf(on);
  if (person === null && (await ratedBefore(turn, on)) !== 'not-useful') return [];
  const text = await masked(question, on);
  return [{ of: 'ledger', change: { kind: 'unask', person, text, cause: CAUSE } }];
}

async function ratedBefore(
  turn: string,
  { history }: Occasion,
): Promise<'not-useful' | 'nothing-or-useful' | 'out-of-sight'> {
  const { turns } = await history(LOOKED_BACK);
  const rated = turns.find(({ id }) => id === turn);
  if (rated === undefined) return 'out-of-sight';
  return rated.verdict === 'not-useful' ? 'not-useful' : 'nothing-or-useful';
}
