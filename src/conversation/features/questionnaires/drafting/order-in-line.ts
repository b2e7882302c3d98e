import { readOrder } from '../../../../questionnaire/drafting/read-order.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import { findClass } from '../../people/find-class.ts';
import { goOn, newQuestionnaire } from './order.ts';
import { emptyOrder, ORDER_PIECES, problemOfPiece } from './order-words.ts';

/** An order in a line: 给县处级干部做一份关于基层治理的培训需求问卷. What it leaves open is asked for. */
export async function orderInLine(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  if (text.trim() === '') return newQuestionnaire(on);
  const read = readOrder(text, Number(on.today.slice(0, 4)));
  const { audience, purpose, period } = read;
  const classId = audience === null ? null : await classNamed(audience, on);
  const topics = read.topics === null ? null : [...read.topics];
  const said = { ...emptyOrder(read.kind ?? 'needs', classId), audience, purpose, period, topics };
  // What cannot be drafted from is asked for anew, and why is told.
  const problems = ORDER_PIECES.flatMap((piece) => {
    const problem = problemOfPiece(piece, said);
    return problem === null ? [] : [[piece, problem] as const];
  });
  const unsaid = Object.fromEntries(problems.map(([piece]) => [piece, null]));
  const order = { ...said, ...unsaid };
  const told = problems.map(([, problem]) => problem).join('\n');
  return goOn(order, on, told === '' ? null : told);
}

/** The class of one's own that an audience names in full: 县处级干部 are no class of such a name. */
async function classNamed(audience: string, on: PersonalOccasion): Promise<string | null> {
  const name = audience.replace(/(?:全体)?(?:的)?学员$/u, '');
  const found = await findClass(name, 'prepare-questionnaire', on);
  return found.ok && found.class.name === name ? found.class.id : null;
}
