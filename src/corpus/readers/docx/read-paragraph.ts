import type { NumberLabel } from './numbering/count-numbers.ts';
import { readWords } from './read-words.ts';
import type { Line, Story } from './story.ts';
import { headingDepth, type ParagraphStyle } from './styles.ts';
import { childOf, isSwitchedOn, numberOf, settingOf, type XmlElement } from './xml-element.ts';

export interface ReadParagraph {
  readonly own: readonly Line[];
  /** Whether its one line goes on with the words of the next paragraph. */
  readonly goesOn: boolean;
  readonly boxes: readonly XmlElement[];
}

/** @param open a line that this paragraph goes on with; null where it begins one */
export function readParagraph(
  paragraph: XmlElement,
  story: Story,
  open: Line | null,
): ReadParagraph {
  const looks = childOf(paragraph, 'w:pPr');
  const style = story.styles.paragraph(settingOf(looks, 'w:pStyle'));
  const { text, boxes } = readWords(paragraph, story, style);
  const mark = childOf(looks, 'w:rPr');
  const isMarkGone =
    childOf(mark, 'w:del') !== undefined ||
    childOf(mark, 'w:moveFrom') !== undefined ||
    (isSwitchedOn(mark, 'w:vanish') ?? style.isHidden);
  const isGone = isMarkGone && text.trim() === '';
  // Nobody sees it, so it takes no number; nor does an entry of a table of contents.
  if (isGone || style.isContents)
    return { own: open === null ? [] : [open], goesOn: open !== null, boxes };

  const label = labelOf(looks, style, story);
  const depth = depthOf(looks, style);
  const isSet = depth !== null || style.isTitle || isCentred(looks, style);
  const [first = '', ...others] = withBreaks(text, isSet);
  const begun = {
    text: `${open?.text ?? ''}${labelled(label, first)}`,
    depth: open?.depth ?? depth,
  };
  const lines = [begun, ...others.map((other) => ({ text: other, depth: null }))];
  if (!isMarkGone) return { own: lines, goesOn: false, boxes };
  return {
    own: [{ ...begun, text: lines.map((line) => line.text).join(' ') }],
    goesOn: true,
    boxes,
  };
}

function depthOf(looks: XmlElement | undefined, style: ParagraphStyle): number | null {
  const level = numberOf(looks, 'w:outlineLvl');
  return level === undefined ? style.headingDepth : headingDepth(level);
}

function isCentred(looks: XmlElement | undefined, style: ParagraphStyle): boolean {
  const alignment = settingOf(looks, 'w:jc');
  return alignment === undefined ? style.isCentred : alignment === 'center';
}

/** The number that the paragraph's own list or that of its style gives it. */
function labelOf(
  looks: XmlElement | undefined,
  style: ParagraphStyle,
  { lists, counts }: Story,
): NumberLabel | null {
  const own = childOf(looks, 'w:numPr');
  const ownId = numberOf(own, 'w:numId');
  const ownLevel = numberOf(own, 'w:ilvl');
  if (ownId === 0) return null;
  if (ownId !== undefined && ownId !== style.numbering?.numId) {
    return counts.next(ownId, ownLevel ?? 0);
  }
  if (style.numbering === null)
    return ownId === undefined ? null : counts.next(ownId, ownLevel ?? 0);
  const { numId, styleId, level } = style.numbering;
  const levels = lists(numId)?.levels ?? [];
  const named = [style.id, styleId].map((id) => levels.findIndex((one) => one.styleId === id));
  return counts.next(numId, ownLevel ?? named.find((at) => at !== -1) ?? level);
}

/**
 * The number and the words, parted as people type them: nothing after `（一）` and `三、`, a wide space
 * after `第三条`, a space after `1.` and `1.2`.
 */
function labelled(label: NumberLabel | null, words: string): string {
  if (label === null || label.words === '') return words;
  const rest = words.trimStart();
  if (rest === '') return label.words;
  if (label.suffix === 'nothing') return `${label.words}${words}`;
  const last = label.words.trimEnd().at(-1) ?? '';
  const space = /\p{Script=Han}/u.test(last) ? '　' : /[\p{L}\p{N}.)\]]/u.test(last) ? ' ' : '';
  return `${label.words.trimEnd()}${space}${rest}`;
}

/**
 * Lines of a paragraph with breaks in it. A break is a line where it parts statements, as people part
 * them with Shift and Enter; in a title or heading, which is broken for its looks alone, it is none
 * between two Chinese words.
 */
function withBreaks(text: string, isSet: boolean): string[] {
  const joined = isSet
    ? text.replace(
        /(?<=[\p{Script=Han}》”、）])[ \u3000]*\n[ \u3000]*(?=[\p{Script=Han}《“（])/gu,
        '',
      )
    : text;
  return joined.split(/[\n\f]/u);
}
