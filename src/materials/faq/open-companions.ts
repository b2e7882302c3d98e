import { readWrittenPairs } from '../../corpus/faq.ts';
import { readGolden } from '../../corpus/golden.ts';
import { readCompanion } from '../folder/change-companion.ts';
import { readServing } from '../folder/shelved.ts';
import { createReadVersion } from '../read-version.ts';
import { signerOf } from '../sign.ts';
import { againstAnswer } from './against-answer.ts';
import { changeList } from './change-list.ts';
import type { CompanionParts } from './companion-parts.ts';
import { GOLDEN, keepGolden } from './keep-golden.ts';
import { FAQ, keepPair } from './keep-pair.ts';
import { locateQuotes } from './locate-quotes.ts';
import type { Companions, StandingPair } from './pairs.ts';

/** The companions of a folder that may be changed by several processes and by hand. */
export function openCompanions(parts: CompanionParts): Companions {
  const readVersion = createReadVersion(parts);
  const pairs = async () => readWrittenPairs(await readCompanion(parts, FAQ));
  const look = async () => ({ ...(await readServing(parts)), today: parts.today(), readVersion });
  const against: Companions['against'] = async (answer) => {
    const looked = await look();
    const { passages } = await parts.index();
    return againstAnswer(answer, looked, passages);
  };
  return {
    pairs: async () => (await pairs()).map(({ id }) => id),
    standing: async () => {
      const looked = await look();
      const standing: StandingPair[] = [];
      for (const pair of await pairs()) {
        const located = await locateQuotes(pair.quotes, looked);
        standing.push({ pair, problem: located.kind === 'refused' ? located.problem : null });
      }
      return standing;
    },
    keepPair: async (pair) => {
      const problem = await against(pair);
      if (problem !== null) return { kind: 'refused', problem };
      return keepPair(parts, pair, readVersion);
    },
    dropPair: async (id) => changeList(parts, FAQ, { kind: 'drop', id }),
    against,
    golden: async () => readGolden(await readCompanion(parts, GOLDEN)),
    keepGolden: async (question, by) => keepGolden(parts, question, by),
    dropGolden: async (id, by) => {
      const signer = signerOf(by);
      return 'kind' in signer ? signer : changeList(parts, GOLDEN, { kind: 'drop', id });
    },
  };
}
