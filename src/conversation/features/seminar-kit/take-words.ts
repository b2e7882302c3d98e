import { leavesItOpen } from '../../../seminar/reading/missing-pieces.ts';
import type { PieceReading } from '../../../seminar/reading/piece.ts';
import { readDay } from '../../../seminar/reading/read-day.ts';
import { readMinutes } from '../../../seminar/reading/read-minutes.ts';
import { readPeople } from '../../../seminar/reading/read-people.ts';
import { readAudience, readSituation } from '../../../seminar/reading/read-words.ts';
import type { Button } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { type Words, waitAgain } from './ask-for-words.ts';
import { setKitDay } from './class-and-day.ts';
import { changeKit } from './edit-kit.ts';
import { takeQuestion } from './take-question.ts';

/** What ends with a question mark is another matter. */
const HOLDS_NO_QUESTION: ReadonlySet<Words['what']> = new Set([
  'people',
  'minutes',
  'audience',
  'day',
]);
const NOTHING_ASKED = '现在没有等待填写的内容。发送“我的研讨方案”可以打开方案。';

/** The next text, where words for a kit were asked for. */
export async function takeWords(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const asked = on.pending.kitWords;
  if (asked === null) return say(NOTHING_ASKED);
  if (HOLDS_NO_QUESTION.has(asked.what) && /[？?]\s*$/u.test(text)) {
    return on.perform({ kind: 'intent', intent: 'ask', text }, on);
  }
  switch (asked.what) {
    case 'people':
      return change(asked, readPeople(text), (people) => ({ kind: 'set-people', people }), on);
    case 'minutes':
      return change(asked, readMinutes(text), (minutes) => ({ kind: 'set-minutes', minutes }), on);
    case 'audience':
      return change(
        asked,
        readAudience(text),
        (one) => ({ kind: 'set-audience', audience: one }),
        on,
      );
    case 'situation':
      return change(
        asked,
        readSituation(leavesItOpen(text) ? '' : text),
        (situation) => ({ kind: 'set-situation', situation }),
        on,
      );
    case 'day': {
      const read = readDay(text, on.today);
      return read.ok
        ? setKitDay({ kit: asked.kit, day: read.value }, on)
        : waitAgain(asked, read.problem, [], on);
    }
    case 'add':
    case 'rewrite':
      return takeQuestion(text, asked, on);
    default:
      return asked.what satisfies never;
  }
}

function change<Value extends string | number>(
  asked: Words,
  reading: PieceReading<Value>,
  edit: (value: Value) => DeedOf<'edit-kit'>['edit'],
  on: PersonalOccasion,
): Promise<FeatureReply> | FeatureReply {
  const deed = (value: Value): Deed & DeedOf<'edit-kit'> => ({
    ...{ kind: 'edit-kit', kit: asked.kit, before: asked.before, edit: edit(value) },
  });
  if (reading.ok) return changeKit(deed(reading.value), on);
  const buttons = reading.options.map(
    (value): Button => [
      asked.what === 'people'
        ? `${value}人`
        : asked.what === 'minutes'
          ? `${value}分钟`
          : `${value}`,
      deed(value),
    ],
  );
  return waitAgain(asked, reading.problem, buttons, on);
}
