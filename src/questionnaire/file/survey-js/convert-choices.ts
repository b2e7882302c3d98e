import { cleanLine, isPlain, type Plain } from '../plain-item.ts';
import { NONE_VALUE, OTHER_VALUE } from './form.ts';
import { localised } from './localised.ts';

const USUAL_OTHER = '其他（请注明）';
const USUAL_NONE = '以上都没有';

/** The options of a question with choices, and which option stands for which value. */
export function convertChoices(element: Plain): {
  readonly options: readonly string[];
  readonly byValue: ReadonlyMap<string, string>;
} {
  const given = Array.isArray(element.choices) ? element.choices : [];
  const pairs = given.map((choice) => {
    const value = isPlain(choice) ? choice.value : choice;
    const text = isPlain(choice) ? localised(choice.text) || localised(value) : localised(choice);
    return [localised(value), cleanLine(text)] as const;
  });
  const hasOther = element.showOtherItem === true || element.hasOther === true;
  const hasNone = element.showNoneItem === true || element.hasNone === true;
  const other = [OTHER_VALUE, cleanLine(localised(element.otherText)) || USUAL_OTHER] as const;
  const none = [NONE_VALUE, cleanLine(localised(element.noneText)) || USUAL_NONE] as const;
  const all = [...pairs, ...(hasOther ? [other] : []), ...(hasNone ? [none] : [])];
  return { options: all.map(([, text]) => text), byValue: new Map(all) };
}
