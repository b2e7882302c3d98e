import { blockText, tableLines } from '../../../conversation/plain-text.ts';
import type {
  Block,
  PassageBlock,
  QuoteBlock,
  ShownButton,
  TableBlock,
} from '../../../conversation/reply.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { compose, type Stretch } from './formatted-text.ts';
import { inRows, tapKey } from './keys.ts';
import { COPY_LENGTH } from './limits.ts';
import { questionSection } from './question-section.ts';
import { type Section, TAP } from './section.ts';
import type { Key } from './step.ts';

const ROLE_NAMES = { quote: '引文', nearest: '相近内容', method: '方法参考' } as const;
const COPY_LABELS = { quote: '复制引文', nearest: '复制内容', method: '复制内容' } as const;

/** Longer labels are cut off by the apps on a phone. */
const LONGEST_LABEL = 18;
const KEYS_IN_ROW = 4;
/** Options of a question: `A. 五年`. */
const LETTERED = /^[A-Z]\. /u;

type Plain = Exclude<Block, { kind: 'file' | 'picture' }>;

/** The sections of a reply, files and pictures left out. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const quotes = blocks.filter(({ kind }) => kind === 'quote');
  return blocks
    .filter((block): block is Plain => block.kind !== 'file' && block.kind !== 'picture')
    .map((block) => {
      if (block.kind !== 'quote') return sectionOf(block);
      return quoteSection(block, quotes.indexOf(block) + 1, quotes.length > 1);
    });
}

function sectionOf(block: Exclude<Plain, QuoteBlock<ShownButton>>): Section {
  switch (block.kind) {
    case 'text': {
      const types = block.tone === 'heading' ? (['bold'] as const) : [];
      return { text: compose([{ text: block.text, types }]), rows: [] };
    }
    case 'table':
      return tableSection(block);
    case 'calendar':
      return { text: compose([{ text: blockText(block) }]), rows: [] };
    case 'passage':
      return passageSection(block);
    case 'question':
      return questionSection(block);
    case 'buttons':
      return buttonsSection(block);
    default:
      return block satisfies never;
  }
}

/** @param number counts all quotes of the reply, whatever their role */
function quoteSection(block: QuoteBlock<ShownButton>, number: number, several: boolean): Section {
  const source = `\n${ROLE_NAMES[block.role]}${circled(number)} ${sourceOf(block)}`;
  const mark = several ? circled(number) : '';
  return {
    text: compose([{ text: block.text, types: ['blockquote'] }, { text: source }]),
    rows: [
      [
        ...block.buttons.map((one) => tapKey(one, TAP.reply, one.label + mark)),
        ...copyKey(COPY_LABELS[block.role] + mark, block.line),
      ],
    ],
  };
}

function tableSection(block: TableBlock): Section {
  const lines = tableLines(block).map((line) => `\n${line}`);
  return {
    text: compose([{ text: block.caption, types: ['bold'] }, { text: lines.join('') }]),
    rows: [],
  };
}

function passageSection(block: PassageBlock<ShownButton>): Section {
  const above: Stretch[] = [
    { text: sourceOf(block), types: ['bold'] },
    { text: `\n${block.headings.join('\n')}${block.headings.length > 0 ? '\n' : ''}` },
  ];
  const quoted = compose(markedStretches(block));
  const opening = compose(above);
  const standing = compose([{ text: `\n${block.standing}` }]);
  const offset = opening.text.length;
  return {
    text: {
      text: opening.text + quoted.text + standing.text,
      entities: [
        ...opening.entities,
        { type: 'blockquote', offset, length: quoted.text.length },
        ...quoted.entities.map((one) => ({ ...one, offset: one.offset + offset })),
      ],
    },
    rows: [
      [
        ...block.buttons.map((one) => tapKey(one, TAP.passage, one.label)),
        ...copyKey('复制本段', block.line),
      ],
    ],
  };
}

function markedStretches({ text, marks }: PassageBlock<ShownButton>): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end } of marks.toSorted((one, other) => one.start - other.start)) {
    const from = Math.max(at, start);
    if (from >= end) continue;
    stretches.push({ text: text.slice(at, from) });
    stretches.push({ text: text.slice(from, end), types: ['bold', 'underline'] });
    at = end;
  }
  return [...stretches, { text: text.slice(at) }];
}

function buttonsSection({ role, label, buttons }: Extract<Block, { kind: 'buttons' }>): Section {
  const isLong = buttons.some((one) => one.label.length > LONGEST_LABEL);
  if (role === 'related' && isLong) {
    const lines = buttons.map((one, at) => `\n${at + 1}. ${one.label}`).join('');
    return {
      text: compose([{ text: label, types: ['bold'] }, { text: lines }]),
      rows: inRows(
        buttons.map((one, at) => tapKey(one, TAP.reply, `问第 ${at + 1} 题`)),
        KEYS_IN_ROW,
      ),
    };
  }
  if (isLong) return listedChoices(label, buttons);
  const keys = buttons.map((one) => tapKey(one, TAP.reply, one.label));
  return {
    text: compose([]),
    rows: role === 'related' ? keys.map((key) => [key]) : inRows(keys, keysInRow(buttons)),
  };
}

/** Options that no key can hold stand in the text, under their letter or number. */
function listedChoices(label: string, buttons: readonly ShownButton[]): Section {
  const lettered = buttons.every((one) => LETTERED.test(one.label));
  const lines = buttons.map((one, at) => `\n${lettered ? one.label : `${at + 1}. ${one.label}`}`);
  const keys = buttons.map((one, at) =>
    tapKey(one, TAP.reply, lettered ? one.label.slice(0, 1) : `${at + 1}`),
  );
  return {
    text: compose([{ text: label, types: ['bold'] }, { text: lines.join('') }]),
    rows: inRows(keys, KEYS_IN_ROW),
  };
}

/** As many as can be read on a phone. */
function keysInRow(buttons: readonly ShownButton[]): number {
  const longest = Math.max(...buttons.map((one) => one.label.length));
  return longest <= 5 ? KEYS_IN_ROW : longest <= 8 ? 2 : 1;
}

/** None where the text is longer than the apps can copy; it can still be marked by hand. */
function copyKey(text: string, line: string): Key[] {
  return line.length <= COPY_LENGTH ? [{ text, copy_text: { text: line } }] : [];
}

function sourceOf(block: QuoteBlock<ShownButton> | PassageBlock<ShownButton>): string {
  return `《${withoutTitleMarks(block.title)}》${block.place}`;
}

/** ① to ⑳, then plain. */
function circled(number: number): string {
  return number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `（${number}）`;
}
