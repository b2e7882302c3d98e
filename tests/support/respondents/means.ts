import { randomBytes } from 'node:crypto';
import type { Answer, Answers } from '../../../src/questionnaire/answers.ts';
import type { QuestionItem } from '../../../src/questionnaire/questionnaire.ts';
import { MIXED } from '../mixed-questionnaire.ts';

/** What one person means to answer to {@link MIXED}; what they write is nobody else's. */
export interface Means {
  readonly answers: Answers;
  /** Stands in all that they write. */
  readonly mark: string;
  /** Answers by words where a tap would do. */
  readonly types: boolean;
}

/** @param number of the person: each answers in a way of their own */
export function meansOf(number: number): Means {
  const mark = `独${randomBytes(8).toString('hex')}有`;
  const level = number % 3;
  const wasTrained = number % 2 === 0;
  const barriers = [[4], [0], [0, 2], [1, 3], [0, 1, 2]][number % 5] ?? [];
  const marks = { importance: 1 + (number % 5), competence: 1 + ((number >> 1) % 5) };
  const start = number % 5;
  const order = [start, (start + 2) % 5, (start + 3) % 5].slice(0, 1 + (number % 3));
  const answers: Answers = {
    level: { kind: 'single', option: level, other: level === 2 ? `${mark}职务` : '' },
    trained: { kind: 'single', option: wasTrained ? 0 : 1, other: '' },
    ...(wasTrained ? { days: { kind: 'number', value: number % 200 } } : {}),
    barriers: {
      ...{ kind: 'multiple', options: barriers },
      other: barriers.includes(3) ? `${mark}因素` : '',
    },
    economy: number % 7 === 0 ? { kind: 'not-applicable' } : { kind: 'scale-pair', ...marks },
    ways: { kind: 'ranking', order },
    words: { kind: 'text', text: `${mark}建议` },
  };
  return { answers, mark, types: number % 4 === 1 };
}

/** A question as it is shown, with what is chosen in it, whatever shows it. */
export interface Seen {
  readonly item: QuestionItem;
  readonly answer: Answer | null;
}

/** What a person does at a question. */
export type Doing =
  | { readonly do: 'choose'; readonly option: number }
  | { readonly do: 'mark'; readonly scale: 'importance' | 'competence'; readonly mark: number }
  | { readonly do: 'not-applicable' }
  /** Into the field of the question, or the chat. */
  | { readonly do: 'write'; readonly text: string }
  | { readonly do: 'forward' };

const FORWARD = { do: 'forward' } as const;

/** What brings a question nearer to what a person means, one tap or one text at a time. */
export function nextDoing({ item, answer }: Seen, { answers, types }: Means): Doing {
  const wanted = answers[item.id];
  if (wanted === undefined) throw new Error(`Nobody means to answer ${item.id}`);
  if (JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(answer))) return FORWARD;
  const typed = types ? typedAs(wanted) : null;
  if (typed !== null) return { do: 'write', text: typed };
  switch (wanted.kind) {
    case 'single': {
      const isChosen = answer?.kind === 'single' && answer.option === wanted.option;
      return isChosen ? writing(wanted.other) : { do: 'choose', option: wanted.option };
    }
    case 'multiple': {
      const chosen = answer?.kind === 'multiple' ? answer.options : [];
      const wrong = [...chosen, ...wanted.options].find(
        (one) => chosen.includes(one) !== wanted.options.includes(one),
      );
      return wrong === undefined ? writing(wanted.other) : { do: 'choose', option: wrong };
    }
    case 'scale-pair': {
      const given = answer?.kind === 'scale-pair' ? answer.importance : null;
      const scale = given === wanted.importance ? 'competence' : 'importance';
      return { do: 'mark', scale, mark: wanted[scale] ?? 1 };
    }
    case 'not-applicable':
      return { do: 'not-applicable' };
    case 'ranking': {
      const order = answer?.kind === 'ranking' ? answer.order : [];
      const wrong = order.find((one, at) => wanted.order[at] !== one);
      return { do: 'choose', option: wrong ?? (wanted.order[order.length] as number) };
    }
    case 'number':
      return writing(String(wanted.value));
    case 'text':
      return writing(wanted.text);
    default:
      return wanted satisfies never;
  }
}

function writing(text: string): Doing {
  return { do: 'write', text };
}

/** Null where it is not typed, or not whole in one text. */
function typedAs(answer: Answer): string | null {
  switch (answer.kind) {
    case 'single':
      return answer.other === '' ? String(answer.option + 1) : `其他：${answer.other}`;
    case 'multiple':
      return answer.other === '' ? answer.options.map((one) => one + 1).join(' ') : null;
    case 'ranking':
      return answer.order.map((one) => one + 1).join(' ');
    case 'scale-pair':
      return `${answer.importance} ${answer.competence}`;
    default:
      return null;
  }
}

/** One answer whatever the order of its fields. */
export function sorted(answer: Answer | null): unknown {
  return answer === null ? null : Object.entries(answer).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The item whose question stands in a text; undefined where none does. */
export function itemIn(text: string): QuestionItem | undefined {
  return MIXED.items.find(
    (item): item is QuestionItem => item.type !== 'section' && text.includes(item.text),
  );
}
