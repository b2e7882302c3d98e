import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { goldenDeeds } from '../../deeds/golden.ts';
import type { PersonalOccasion, SoonReplied } from '../../feature.ts';
import { signed } from '../materials/signed.ts';
import { openGolden } from './golden-page.ts';
import { chooseGoldenPlaces, setGoldenPlace } from './golden-places.ts';
import { listGolden } from './list-golden.ts';
import { keepGolden, offerGolden } from './offer-golden.ts';
import { confirmDroppingGolden, dropGolden } from './remove-golden.ts';
import { askGoldenWords, dropGoldenPhrase } from './write-in-golden.ts';

type Kind = (typeof goldenDeeds)[number]['shape']['kind']['value'] & Deed['kind'];

/** What takes the deeds of those who keep 把关题. */
export const goldenTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: PersonalOccasion) => SoonReplied;
} = {
  'list-golden': listGolden,
  'open-golden': openGolden,
  'ask-golden-words': signed(askGoldenWords),
  'offer-golden': signed((deed: DeedOf<'offer-golden'>, on) => offerGolden(deed, on)),
  'keep-golden': signed(keepGolden),
  'drop-golden-phrase': signed(dropGoldenPhrase),
  'choose-golden-places': signed(chooseGoldenPlaces),
  'set-golden-place': signed(setGoldenPlace),
  'ask-drop-golden': signed(confirmDroppingGolden),
  'drop-golden': signed(dropGolden),
};
