import type { KitEdit } from '../../../seminar/edit.ts';
import type { Kit, KitQuestion } from '../../../seminar/kit.ts';
import { lintQuestions } from '../../../seminar/lint/lint-questions.ts';
import { ORDER_LIMITS } from '../../../seminar/order.ts';
import { cleanText } from '../../../seminar/reading/clean-text.ts';
import type { PieceReading } from '../../../seminar/reading/piece.ts';
import { readDay } from '../../../seminar/reading/read-day.ts';
import { readMinutes } from '../../../seminar/reading/read-minutes.ts';
import { readPeople } from '../../../seminar/reading/read-people.ts';
import { readAudience } from '../../../seminar/reading/read-words.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { DialogueState } from '../../state.ts';
import { setKitDay } from './class-and-day.ts';
import { changeKit } from './edit-kit.ts';
import { type OpenedKit, withOwnKit } from './opened-kit.ts';

type Button = readonly [label: string, deed: Deed];
type Words = NonNullable<DialogueState['kitWords']>;

/** What ends with a question mark is another matter. */
const HOLDS_NO_QUESTION: ReadonlySet<Words['what']> = new Set([
  'people',
  'minutes',
  'audience',
  'day',
]);

const LONGEST_QUESTION = 120;
const NOTHING_ASKED = '现在没有等待填写的内容。发送“我的研讨”可以打开方案。';

/** Asks for the words of a change. */
export function askForWords(
  { kit: id, what, target }: DeedOf<'write-in-kit'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, (opened) => {
    const { version } = opened.record;
    const [question, hint, buttons] = askedFor(what, target, opened);
    return {
      placement: 'turn',
      state: {
        ...on.state,
        expecting: 'words-for-kit',
        kitWords: { kit: id, before: version, what, target },
      },
      blocks: [
        lead(question),
        remark(`${hint}发送“取消”不改。`),
        choices('研讨方案', ...buttons, ['返回方案', { kind: 'open-kit', kit: id }]),
      ],
    };
  });
}

function askedFor(
  what: Words['what'],
  target: string,
  { record, kit }: OpenedKit,
): readonly [question: string, hint: string, buttons: readonly Button[]] {
  const { order } = kit;
  const set = (label: string, edit: DeedOf<'edit-kit'>['edit']): Button => [
    label,
    { kind: 'edit-kit', kit: record.id, before: record.version, edit },
  ];
  switch (what) {
    case 'people': {
      const { least, most } = ORDER_LIMITS.people;
      const usual = [30, 40, 50, 60].filter((people) => people !== order.people);
      return [
        `现在是 ${order.people} 人，改为多少人？`,
        `${least} 至 ${most} 人，分组随之重排。`,
        usual.map((people) => set(`${people}人`, { kind: 'set-people', people })),
      ];
    }
    case 'minutes': {
      const { least, most } = ORDER_LIMITS.minutes;
      const usual = [90, 120, 180, 360].filter((minutes) => minutes !== order.minutes);
      return [
        `现在是 ${order.minutes} 分钟，改为多长时间？`,
        `${least} 至 ${most} 分钟，流程表随之重排。`,
        usual.map((minutes) => set(`${minutes}分钟`, { kind: 'set-minutes', minutes })),
      ];
    }
    case 'audience':
      return [
        `现在的对象是“${order.audience}”，改为什么？`,
        '题目按新的对象重新拟定，原来的在“版本”中可以恢复。',
        [],
      ];
    case 'add':
      return [
        `请写“${target}”这一步的新题目。`,
        `最多 ${LONGEST_QUESTION} 个字。也可以由助手出一道。`,
        [set('由助手出题', { kind: 'add', stage: target, text: null })],
      ];
    case 'rewrite': {
      const text = questionOf(kit, target)?.text ?? '';
      return ['请写新的题目。', `现在是：${text}\n最多 ${LONGEST_QUESTION} 个字。`, []];
    }
    case 'day':
      return ['研讨在哪一天？', '例如“6月10日”“下周三”。', []];
    default:
      return what satisfies never;
  }
}

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
    case 'day': {
      const read = readDay(text, on.today);
      return read.ok
        ? setKitDay({ kit: asked.kit, day: read.value }, on)
        : again(asked, read.problem, [], on);
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
  return again(asked, reading.problem, buttons, on);
}

/** Says what is wrong and keeps waiting. */
function again(
  asked: Words,
  problem: string,
  buttons: readonly Button[],
  on: PersonalOccasion,
): FeatureReply {
  return {
    placement: 'turn',
    state: { ...on.state, expecting: 'words-for-kit', kitWords: asked },
    blocks: [
      lead(problem),
      choices('研讨方案', ...buttons, ['返回方案', { kind: 'open-kit', kit: asked.kit }]),
    ],
  };
}

/** A question in the trainer's own words: what the rules say against it is told before it is kept. */
async function takeQuestion(
  raw: string,
  asked: Words,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const text = cleanText(raw)
    .replace(/\n/gu, ' ')
    .replace(/^\d{1,2}[.．、]\s*/u, '');
  const length = [...text].length;
  if (!/\p{L}/u.test(text)) return again(asked, '没有看出题目，请写一句话。', [], on);
  if (length > LONGEST_QUESTION) {
    const problem = `题目有 ${length} 个字，最多 ${LONGEST_QUESTION} 个字，没有保存。一道题只问一件事，请删减或者拆成两道。`;
    return again(asked, problem, [], on);
  }
  const edit: DeedOf<'edit-kit'>['edit'] =
    asked.what === 'add'
      ? { kind: 'add', stage: asked.target, text }
      : { kind: 'rewrite', question: asked.target, text };
  const deed: DeedOf<'edit-kit'> = {
    ...{ kind: 'edit-kit', kit: asked.kit, before: asked.before, edit },
  };
  return withOwnKit(asked.kit, on, ({ kit }) => {
    const faults = faultsOf(kit, edit, text);
    return faults.length === 0 ? changeKit(deed, on) : offerToKeep(asked, text, faults, deed, on);
  });
}

/** What the rules for questions say against this one, among the others of its kit. */
function faultsOf({ questions }: Kit, edit: KitEdit, text: string): readonly string[] {
  const place = edit.kind === 'rewrite' ? edit.question : null;
  // Last, since of two that ask the same the later one is told; its old place is kept for the count.
  const others = questions.map(({ id, text: asked }) => ({
    ...{ id, text: id === place ? '' : asked },
  }));
  return lintQuestions([...others, { id: OWN, text }])
    .filter(({ question }) => question === OWN)
    .map(({ rule, words }) => `${rule}：${words}`);
}

/** Names the question in hand; no kit has such an id. */
const OWN = 'own';

function offerToKeep(
  asked: Words,
  text: string,
  faults: readonly string[],
  deed: DeedOf<'edit-kit'>,
  on: PersonalOccasion,
): FeatureReply {
  return {
    placement: 'turn',
    // A new wording may simply be sent.
    state: { ...on.state, expecting: 'words-for-kit', kitWords: asked },
    blocks: [
      lead('这道题还没有保存，按出题规则有下面的问题：'),
      plain(faults.map((words, at) => `${at + 1}. ${words}`).join('\n')),
      remark(`您写的是：${text}\n可以直接发送新的写法，也可以照原样使用。`),
      choices(
        '这道题',
        ['照原样使用', deed],
        asked.what === 'rewrite'
          ? ['不改了', { kind: 'open-question', kit: asked.kit, question: asked.target }]
          : ['不加了', { kind: 'open-kit', kit: asked.kit }],
      ),
    ],
  };
}

function questionOf({ questions }: Kit, id: string): KitQuestion | undefined {
  return questions.find((one) => one.id === id);
}
