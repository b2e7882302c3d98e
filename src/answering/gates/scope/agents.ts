import { actorsIn } from './actors.ts';

/** What may stand before the one who acts, and between the parts of a name. */
const OPENING =
  /^(?:规划|办法|规定|文件|原文|明确|提出|要求|鼓励|支持|允许|引导|推动|同时|其中|此外|因此|并且?|而|但|也|还|各级|各|地方|相关|有关|干部|由|[，“\s])*$/u;
const JOINT =
  /^(?:[、和与及或（）()“”\s]|以及|各级|各|两级|三级|地方|主要|党政|教育培训|党性教育|培训|干部|党员|领导|成员|自治区|直辖市|[地州盟市区旗县委])*$/u;
/** What stands behind a name that only belongs to something else, or closes its phrase. */
const BELONGS = /^(?:[^，。；的]{0,4}的|[，。；：、”]|是|为主|$)/u;

/**
 * Who acts in a phrase, by the keys of `actorsIn`: who stands before its verb, or behind 由. Empty
 * where nobody is named there.
 */
export function agentsOf(phrase: string): {
  readonly keys: readonly string[];
  readonly rest: string;
} {
  const none = { keys: [], rest: phrase };
  const actors = actorsIn(phrase);
  const by = phrase.indexOf('由');
  const first = actors.findIndex(({ start }) =>
    by >= 0 ? start > by : OPENING.test(phrase.slice(0, start)),
  );
  const begins = actors[first];
  if (begins === undefined) return none;
  if (by >= 0 && !OPENING.test(phrase.slice(by, begins.start))) return none;
  let last = first;
  for (let next = first + 1; next < actors.length; next++) {
    const between = phrase.slice(actors[last]?.end, actors[next]?.start);
    if (!JOINT.test(between)) break;
    last = next;
  }
  const end = actors[last]?.end ?? begins.end;
  const behind = phrase.slice(end);
  if (by < 0 && BELONGS.test(behind)) return none;
  const keys = actors.slice(first, last + 1).map(({ key }) => key);
  return { keys: [...new Set(keys)], rest: `${phrase.slice(0, begins.start)} ${behind}` };
}
