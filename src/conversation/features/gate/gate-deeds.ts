import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { gateDeeds } from '../../deeds/gate.ts';
import type { PersonalOccasion, SoonReplied } from '../../feature.ts';
import { signed } from '../materials/signed.ts';
import { listFindings, listReleases, openGate, openRelease } from './gate-page.ts';
import { askOverrule, overruleRelease } from './overrule.ts';

type Kind = (typeof gateDeeds)[number]['shape']['kind']['value'] & Deed['kind'];

/** What takes the deeds of those who see what the gate found. */
export const gateTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: PersonalOccasion) => SoonReplied;
} = {
  'open-gate': (_, on) => openGate(on),
  'list-releases': listReleases,
  'open-release': openRelease,
  'list-findings': listFindings,
  'ask-overrule': signed(askOverrule),
  'overrule-release': signed(overruleRelease),
};
