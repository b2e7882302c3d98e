import { minutesOf } from '../../minutes.ts';
import { isQuestion } from '../../questionnaire.ts';
import type { WholeRule } from '../rule.ts';

/** The guide to needs analysis, 三（七）, advises 15 to 20 questions and 5 to 8 minutes. */
export const MOST_QUESTIONS = 25;
const MOST_MINUTES = 10;

export const TOO_LONG: WholeRule = {
  name: '问卷过长',
  check: (questionnaire) => {
    const questions = questionnaire.items.filter(isQuestion).length;
    const minutes = minutesOf(questionnaire);
    if (questions <= 1) return [];
    if (questions <= MOST_QUESTIONS && minutes <= MOST_MINUTES) return [];
    return [
      {
        item: null,
        message: `共 ${questions} 道题，估计要答 ${Math.ceil(minutes)} 分钟，后半份的回答会敷衍。`,
        mend: '减到 20 题、8 分钟以内：删去不影响开班决定的题，只问部分人的题加上显示条件。',
      },
    ];
  },
};
