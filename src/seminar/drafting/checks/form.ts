import { likeness } from '../../../text/likeness.ts';
import { lintQuestion, SAME_QUESTION } from '../../lint/lint-questions.ts';
import type { Rewriting } from '../rewriting.ts';
import { asks, type Check, cut, type Finding } from './check.ts';

const FOLLOW_UPS = { fewest: 2, most: 3, shortest: 6, longest: 60 } as const;
const EXPECTED = { shortest: 4, longest: 60 } as const;
const AIM = { shortest: 8, longest: 80 } as const;
/** A follow-up leans on its question, so it may be short. */
const NOT_OF_FOLLOW_UPS = ['题目太短', '题目太长', '口号式提问'];

/** The shape of each kind of item, and what keeps a question from being asked. */
export const checkForm: Check = (rewritten, { kind }) => {
  switch (kind) {
    case 'question':
      return [...askedAs(rewritten), ...followUpsOf(rewritten), ...expectedOf(rewritten.expected)];
    case 'focus':
      return [...askedAs(rewritten), ...bare(rewritten)];
    case 'aim':
      return [...aimOf(rewritten.text), ...bare(rewritten)];
    default:
      return kind satisfies never;
  }
};

function askedAs({ id, text }: Rewriting): Finding[] {
  const ends = text.endsWith('？') ? [] : [finding('句式', '题目是一句问话，以“？”结尾。')];
  return [...ends, ...lintQuestion({ id, text })];
}

function followUpsOf({ text, followUps }: Rewriting): Finding[] {
  const { fewest, most, shortest, longest } = FOLLOW_UPS;
  if (followUps.length < fewest || followUps.length > most) {
    return [finding('追问数目', `每题二至三条追问，这里有${followUps.length}条。`)];
  }
  return followUps.flatMap((one, at) => {
    const length = [...one].length;
    const isAlike = [text, ...followUps.slice(0, at)].some(
      (other) => likeness(other, one) >= SAME_QUESTION,
    );
    return [
      ...(length < shortest || length > longest || !one.endsWith('？')
        ? [finding('追问句式', `“${cut(one)}”：写成六至六十字的一句问话，以“？”结尾。`)]
        : []),
      ...(isAlike ? [finding('追问重复', `“${cut(one)}”与题目或者前一条追问相同。`)] : []),
      ...lintQuestion({ id: '', text: one })
        .filter(({ rule }) => !NOT_OF_FOLLOW_UPS.includes(rule))
        .filter(({ rule }) => rule !== '不是问题' || !asks(one))
        .map(({ rule, words }) => finding(`追问${rule}`, `“${cut(one)}”：${words}`)),
    ];
  });
}

function expectedOf(expected: string): Finding[] {
  const { length } = [...expected];
  const isFit = EXPECTED.shortest <= length && length <= EXPECTED.longest;
  return isFit && !expected.includes('？')
    ? []
    : [finding('预期产出', '预期产出写四至六十字，是讨论留下的一样东西，不是问话。')];
}

function aimOf(text: string): Finding[] {
  const { length } = [...text];
  const isFit = AIM.shortest <= length && length <= AIM.longest;
  return isFit && /^[^？]*。$/u.test(text)
    ? []
    : [finding('目标句式', '目标是八至八十字的陈述，以“。”结尾。')];
}

function bare({ followUps, expected }: Rewriting): Finding[] {
  return followUps.length === 0 && expected === ''
    ? []
    : [finding('多出内容', '这一条没有追问和预期产出，followUps 写空数组，expected 写空字符串。')];
}

function finding(rule: string, words: string): Finding {
  return { rule, words };
}
