import type { Analysis } from '../../analysis/analysis.ts';
import type { Questionnaire } from '../../questionnaire.ts';
import { percent, quoted, score } from '../report-words.ts';
import { growthOf, signed } from './changes.ts';
import { opinionItems } from './opinions.ts';
import { answeredSentence } from './overview.ts';
import { goodShare } from './reactions.ts';

const THEMES = 3;

/** Three to five sentences of a class evaluation. */
export function evaluationConclusions(analysis: Analysis, questionnaire: Questionnaire): string[] {
  return [
    `${answeredSentence(analysis)}以下结论是填答学员的意见。`,
    ...reactionSentence(analysis, questionnaire),
    ...changeSentence(analysis),
    ...themeSentence(analysis),
  ];
}

function reactionSentence({ items }: Analysis, questionnaire: Questionnaire): string[] {
  const rated = opinionItems(items, questionnaire)
    .flatMap((item) => {
      const share = item.type === 'single' ? goodShare(item) : null;
      return share === null ? [] : [{ text: asStatement(item.text), share }];
    })
    .sort((one, other) => other.share - one.share);
  const [best, worst] = [rated[0], rated.at(-1)];
  if (best === undefined || worst === undefined) return [];
  if (best === worst) return [`“${best.text}”得到正面评价的占${percent(best.share)}。`];
  return [
    `正面评价最多的是“${best.text}”，占${percent(best.share)}；相对较少的是“${worst.text}”，占${percent(worst.share)}。`,
  ];
}

/** 授课教师总体上讲得清楚吗？ → 授课教师总体上讲得清楚, to be spoken of within a sentence. */
function asStatement(question: string): string {
  return question.replace(/^您(?=对)/u, '').replace(/(?:吗|如何|怎么样)?[？?]$/u, '');
}

function changeSentence({ changes }: Analysis): string[] {
  if (changes.length === 0) return [];
  const ordered = [...changes].sort((one, other) => growthOf(other) - growthOf(one));
  const [most, least] = [ordered[0], ordered.at(-1)] as [
    (typeof ordered)[number],
    (typeof ordered)[number],
  ];
  const mean = (of: 'before' | 'after') =>
    changes.reduce((sum, one) => sum + one[of], 0) / changes.length;
  const all = `学员自评的掌握程度，${changes.length}项内容平均由${score(mean('before'))}分到${score(mean('after'))}分`;
  if (changes.length === 1) return [`${all}。`];
  // To the two places that are told.
  return signed(growthOf(most)) === signed(growthOf(least))
    ? [`${all}；各项变化相近，都是${signed(growthOf(most))}。`]
    : [
        `${all}；变化最大的是“${most.text}”（${signed(growthOf(most))}），最小的是“${least.text}”（${signed(growthOf(least))}）。`,
      ];
}

function themeSentence({ items }: Analysis): string[] {
  const themes = items
    .flatMap((item) => item.themes)
    .sort((one, other) => other.people - one.people)
    .slice(0, THEMES);
  if (themes.length === 0) return [];
  const told = themes.map(({ words, people }) => `${quoted([words.join('、')])}（${people}人）`);
  return [`开放题中提到较多的主题是${told.join('、')}。`];
}
