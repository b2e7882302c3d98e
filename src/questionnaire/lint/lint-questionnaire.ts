import type { Questionnaire } from '../questionnaire.ts';
import { askedOf } from './asked.ts';
import type { Finding } from './finding.ts';
import { ITEM_RULES, WHOLE_RULES } from './rules.ts';

/** What is wrong with a questionnaire, item by item, then of the whole. Pure; never throws. */
export function lintQuestionnaire(questionnaire: Questionnaire): readonly Finding[] {
  const ofItems = questionnaire.items.flatMap((item) => {
    const asked = askedOf(item);
    return ITEM_RULES.flatMap(({ name, check }) =>
      check(asked, questionnaire).map(({ message, mend }) => ({
        item: item.id,
        rule: name,
        message: inFullWidth(message),
        mend: inFullWidth(mend),
      })),
    );
  });
  const ofWhole = WHOLE_RULES.flatMap(({ name, check }) =>
    check(questionnaire).map(({ item, message, mend }) => ({ item, rule: name, message, mend })),
  );
  return [...ofItems, ...ofWhole];
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  '?': '？',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
};

/** Rules read one width; people read Chinese marks, but for those between digits or letters. */
function inFullWidth(words: string): string {
  return words.replace(
    /(?<![\w=])[,?:;()]|[,?:;()](?![\w=])/gu,
    (mark) => FULL_WIDTH[mark] ?? mark,
  );
}
