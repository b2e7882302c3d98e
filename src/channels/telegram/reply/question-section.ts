import type {
  ChoiceGroup,
  QuestionBlock,
  QuestionChoice,
  ShownButton,
} from '../../../conversation/reply.ts';
import { compose, type Stretch } from './formatted-text.ts';
import { inRows, tapKey } from './keys.ts';
import { type Section, TAP } from './section.ts';
import type { Key } from './step.ts';

/** Longer options are cut off on the key of a phone, and stand in the text with a number. */
const LONGEST_ON_KEY = 16;
/** More keys in a column than can be seen at once. */
const MOST_IN_COLUMN = 10;
const KEYS_IN_ROW = 5;
const STEPS_OF_BAR = 10;

/** One question as a message: what is asked, how far one has come, and a key for each choice. */
export function questionSection(block: QuestionBlock<ShownButton>): Section {
  const { title, number, total, part, partHint, text, hint, rule, notice, input } = block;
  const above = [title, ...[part, partHint].filter((line) => line !== '')].join('\n');
  const stretches: Stretch[] = [
    { text: `${above}\n第 ${number} 题，共 ${total} 题　${bar(block)}\n\n` },
    { text, types: ['bold'] },
    { text: `\n（${rule}）${hint === '' ? '' : `\n${hint}`}` },
    { text: block.groups.map(groupLines).join('') },
  ];
  if (input !== null) stretches.push({ text: inputLines(input) });
  if (notice !== '') stretches.push({ text: '\n\n' }, { text: notice, types: ['bold'] });
  return {
    text: compose(stretches),
    rows: [...block.groups.flatMap(groupRows), ...wayRows(block)],
  };
}

/** How much is answered. */
function bar({ answered, total }: QuestionBlock<ShownButton>): string {
  const full = Math.round((answered / Math.max(total, 1)) * STEPS_OF_BAR);
  return `${'■'.repeat(full)}${'□'.repeat(STEPS_OF_BAR - full)} 已答 ${answered} 题`;
}

function inputLines({ label, value, unit, as }: NonNullable<QuestionBlock<ShownButton>['input']>) {
  const how = as === 'number' ? '请直接发送数字。' : '请直接发送文字。';
  return value === '' ? `\n\n${how}` : `\n\n${label}：${value}${unit}\n${how}新发送的代替现在的。`;
}

function isListed({ as, choices }: ChoiceGroup<ShownButton>): boolean {
  if (as === 'marks') return false;
  const isLong = choices.some(({ button }) => [...button.label].length > LONGEST_ON_KEY);
  return isLong || choices.length > MOST_IN_COLUMN;
}

/** What stands in the text of a group: options that fit on no key, what the ends of marks mean. */
function groupLines(group: ChoiceGroup<ShownButton>): string {
  const { as, label, low, high, choices } = group;
  if (as === 'marks') return `\n\n${label}：1 ${low}，5 ${high}`;
  if (!isListed(group)) return '';
  return `\n${choices.map((one, at) => `\n${signOf(one)}${at + 1}. ${one.button.label}`).join('')}`;
}

function groupRows(group: ChoiceGroup<ShownButton>): Key[][] {
  const { as, label, choices } = group;
  if (as === 'marks') {
    // Two rows of bare marks could not be told apart.
    const name = label.slice(0, 2);
    return [
      choices.map((one) => keyOf(one, one.isChosen ? one.button.label : name + one.button.label)),
    ];
  }
  if (!isListed(group)) return choices.map((one) => [keyOf(one, one.button.label)]);
  return inRows(
    choices.map((one, at) => keyOf(one, String(at + 1))),
    KEYS_IN_ROW,
  );
}

function keyOf(choice: QuestionChoice<ShownButton>, text: string): Key {
  return tapKey(choice.button, TAP.reply, signOf(choice) + text);
}

/** ✓ before what is chosen, its place before what is ranked. */
function signOf({ isChosen, place }: QuestionChoice<ShownButton>): string {
  if (place !== null) return `【第${place}】`;
  return isChosen ? '✓ ' : '';
}

function wayRows({ back, forward, more }: QuestionBlock<ShownButton>): Key[][] {
  const key = (button: ShownButton) => tapKey(button, TAP.reply, button.label);
  const ways = [...(back === null ? [] : [key(back)]), key(forward)];
  return [ways, more.map(key)];
}
