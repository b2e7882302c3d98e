import type { Companions, Written } from './pairs.ts';

/**
 * Companions to be looked at. Whoever is made up for a demonstration changes nothing of what answers rest on.
 *
 * @param problem what is said of any change, in words for people
 */
export function showCompanions(companions: Companions, problem: string): Companions {
  const refused = async (): Promise<Written> => ({ kind: 'refused', problem });
  const { pairs, standing, against, golden } = companions;
  return {
    ...{ pairs, standing, against, golden },
    ...{ keepPair: refused, dropPair: refused, keepGolden: refused, dropGolden: refused },
  };
}
