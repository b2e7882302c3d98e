import { likeness } from '../../text/likeness.ts';
import { RULES, spokenOf } from './rules.ts';

/** What a question is rejected for. */
export interface LintFinding {
  /** The question's id. */
  readonly question: string;
  /** Name of the rule, such as 是非题. */
  readonly rule: string;
  /** What is wrong and how to mend it. */
  readonly words: string;
}

interface Linted {
  readonly id: string;
  readonly text: string;
}

/** Two questions that share this much ask the same; measured without what all of a kit share. */
export const SAME_QUESTION = 0.6;

/** What keeps questions from being asked, by question and rule. Pure. */
export function lintQuestions(questions: readonly Linted[]): LintFinding[] {
  return questions.flatMap((question, at) => [
    ...lintQuestion(question),
    ...questions.slice(0, at).flatMap((earlier, position) =>
      likeness(earlier.text, question.text) < SAME_QUESTION
        ? []
        : [
            {
              question: question.id,
              rule: '与前题重复',
              words: `与第 ${position + 1} 题问的是一回事。换一个角度，或者删去一题。`,
            },
          ],
    ),
  ]);
}

/** The rules that a question breaks by itself. */
export function lintQuestion({ id, text }: Linted): LintFinding[] {
  const asked = text.trim();
  const broken = RULES.filter(({ isBroken }) => isBroken(asked, spokenOf(asked)));
  return broken.map(({ name, advice }) => ({ question: id, rule: name, words: advice }));
}
