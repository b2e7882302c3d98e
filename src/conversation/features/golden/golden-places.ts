import { answerQuestion } from '../../../answering/answer-question.ts';
import type { GoldenQuestion } from '../../../corpus/golden.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { wantedInWords, withGolden } from './golden-page.ts';
import { HIDDEN } from './golden-words.ts';
import { written } from './offer-golden.ts';
import { CHANGED, isHidden } from './write-in-golden.ts';

const PLACES =
  '首条引文出自其中任何一处都算符合。可以加上现在的答复所引的出处；别的出处，请先换成能引到它的问法。';

/** Where the first quote may stand: what is wanted, and what is quoted now. */
export async function chooseGoldenPlaces(
  { golden }: DeedOf<'choose-golden-places'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withGolden(golden, on, async (found) => {
    if (await isHidden(found, on)) return say(HIDDEN);
    const { quotes, methods } = answerQuestion(await on.index(), found.question);
    const isThere = (one: Place) => found.places.some((place) => isSame(place, one));
    const quoted = (quotes.length > 0 ? quotes : methods).filter((one) => !isThere(one));
    const others = quoted.filter((one, at) => quoted.findIndex((two) => isSame(one, two)) === at);
    const set = ({ material, place }: Place, isWanted: boolean) =>
      ({ kind: 'set-golden-place', golden, material, place, isWanted }) as const;
    return {
      placement: 'turn',
      blocks: [
        lead('改出处'),
        plain(await wantedInWords(found, on)),
        remark(PLACES),
        choices(
          '出处',
          ...found.places.map((one): Button => [`去掉：${one.place}`, set(one, false)]),
          ...others.map((one): Button => [`加上：${one.place}`, set(one, true)]),
          ['不改', { kind: 'open-golden', golden }],
        ),
      ],
    };
  });
}

export function setGoldenPlace(
  { golden, material, place, isWanted }: DeedOf<'set-golden-place'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withGolden(golden, on, (found) => {
    const others = found.places.filter((one) => !isSame(one, { material, place }));
    const places = isWanted ? [...others, { material, place }] : others;
    return written({ ...found, places }, on, CHANGED);
  });
}

type Place = GoldenQuestion['places'][number];

function isSame(one: Place, other: Place): boolean {
  return one.material === other.material && one.place === other.place;
}
