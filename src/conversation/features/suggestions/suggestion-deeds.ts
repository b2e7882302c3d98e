import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { suggestionDeeds } from '../../deeds/suggestions.ts';
import type { PersonalOccasion, SoonReplied } from '../../feature.ts';
import { signed } from '../materials/signed.ts';
import { dropOwnWishes, openOwnAnswers } from '../talk/own-suggestions.ts';
import { exportSuggestions } from './export-suggestions.ts';
import { listSuggestions } from './list-suggestions.ts';
import { openSuggestion } from './opened-suggestion.ts';
import { askForWords, settleSuggestion } from './settle.ts';
import { reopenSuggestion, takeInHand } from './take-step.ts';

const NAMELESS =
  '办理和答复都要署名，您还没有登记姓名。请先点“填写姓名”，再来办理；刚才的操作没有办理。';

type Kind = Exclude<
  (typeof suggestionDeeds)[number]['shape']['kind']['value'] & Deed['kind'],
  'invite-suggestion'
>;

/** What takes the deeds of those who answer 意见建议, and of those who asked to be told. */
export const suggestionTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: PersonalOccasion) => SoonReplied;
} = {
  'open-own-answers': (_, on) => openOwnAnswers(on),
  'drop-own-wishes': dropOwnWishes,
  'list-suggestions': listSuggestions,
  'open-suggestion': openSuggestion,
  'take-suggestion': signed(takeInHand, NAMELESS),
  'write-to-sender': signed(askForWords, NAMELESS),
  'settle-suggestion': signed(settleSuggestion, NAMELESS),
  'reopen-suggestion': signed(reopenSuggestion, NAMELESS),
  'export-suggestions': (_, on) => exportSuggestions(on),
};
