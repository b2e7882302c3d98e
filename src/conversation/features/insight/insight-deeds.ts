import type { DeedOf } from '../../deeds/deed.ts';
import type { PersonalOccasion, SoonReplied } from '../../feature.ts';
import { exportStats } from './export-stats.ts';
import { openStats } from './stats-page.ts';
import { openStatsPart } from './stats-part.ts';

type Kind = 'open-stats' | 'open-stats-part' | 'export-stats';

/** What the buttons under totals do. */
export const insightTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: PersonalOccasion) => SoonReplied;
} = {
  'open-stats': ({ span }, on) => openStats(span, on),
  'open-stats-part': openStatsPart,
  'export-stats': ({ span }, on) => exportStats(span, on),
};
