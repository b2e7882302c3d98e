import { passagesOf } from '../../../corpus/passages.ts';
import type { Reading } from '../../../corpus/readers/document.ts';
import type { ShelvedMaterial } from '../../../materials/material.ts';
import type { Section } from '../../../text/outline.ts';
import { type Span, sliceOf } from '../../../text/span.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, type SoonReplied, say } from '../../feature.ts';
import { nameOfVersion, pageAt } from './material-words.ts';
import { type NamedVersion, namedAs, versionOf, withWords } from './opened-material.ts';
import { turnPages } from './turn-pages.ts';

const LINES = 30;
const PASSAGES = 10;
/** A heading that shares its paragraph with its text is told by its first words. */
const LONGEST_HEADING = 30;
/** A heading that is a number and nothing else: its text goes on behind it. */
const BARE_NUMBER = /^第[零〇一二三四五六七八九十百千\d]+条$/u;
const FILE_GONE = '文件已经找不到，不能查看内容。请联系维护人员，或者重新上传。';

/** The headings as an indented list. */
export function showOutline(
  { from, ...named }: DeedOf<'show-material-outline'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withReading(named, on, (reading, material) => {
    const lines = reading.outline.map((section) => outlineLine(section, reading));
    if (lines.length === 0) return say('没有识别出层级，全文按一个部分处理。');
    return {
      placement: 'turn',
      blocks: [
        heading(`${nameOfVersion(material)}的层级（${rangeOf(from, LINES, lines.length)}）`),
        plain(lines.slice(from, from + LINES).join('\n')),
        choices('资料', ...turnPages({ ...named, from }, LINES, lines.length), ...waysOn(material)),
      ],
    };
  });
}

function outlineLine({ headings, heading: own, body, place }: Section, reading: Reading): string {
  const name = own === null ? '' : wordsOf(own, reading);
  // Of 第三条 alone nobody can tell whether it is the right one.
  const words = BARE_NUMBER.test(name)
    ? `${name} ${wordsOf(body, reading)}`
    : name || wordsOf(body, reading);
  const characters = [...words];
  const short =
    characters.length > LONGEST_HEADING
      ? `${characters.slice(0, LONGEST_HEADING).join('')}…`
      : words;
  const told =
    own === null && (place === '标题' || place === '前言') ? `（${place}）${short}` : short;
  const page = pageAt((own ?? body).start, reading);
  return `${'　'.repeat(Math.max(headings.length - 1, 0))}${told}${page === '' ? '' : `　${page}`}`;
}

function wordsOf(span: Span, { text }: Reading): string {
  return sliceOf(text, span).replace(/\s+/gu, ' ').trim();
}

/** What would be retrieved and quoted, with the place of each passage. */
export function showPassages(
  { from, ...named }: DeedOf<'show-material-passages'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withReading(named, on, (reading, material) => {
    const passages = passagesOf(material.entry.id, reading.text, reading.outline);
    if (passages.length === 0) return say('没有读出段落，批准了也不能引用。请检查文件。');
    const shown = passages.slice(from, from + PASSAGES);
    return {
      placement: 'turn',
      blocks: [
        heading(`${nameOfVersion(material)}的段落（${rangeOf(from, PASSAGES, passages.length)}）`),
        ...shown.map(({ place, text, start }) => {
          const page = pageAt(start, reading);
          return plain(`【${place}】${page}\n${text}`);
        }),
        choices(
          '资料',
          ...turnPages({ ...named, from }, PASSAGES, passages.length),
          ...waysOn(material),
        ),
      ],
    };
  });
}

/** What stands in the file and not in the text, and why. */
export function showLeftOut(
  named: DeedOf<'show-left-out'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withReading(named, on, ({ leftOut }, material) => {
    const lines = leftOut.map(
      ({ what, why, count, sample }) =>
        `${what} ${count} 处：${why}${sample === '' ? '' : `（如“${sample}”）`}`,
    );
    return {
      placement: 'turn',
      blocks: [
        ...(lines.length === 0
          ? [lead('文件中的文字都已收入，没有未收入的内容。')]
          : [
              heading(`${nameOfVersion(material)}未收入的内容`),
              plain(lines.join('\n')),
              remark('未收入的内容不会被引用。其中有需要引用的，请改好文件后重新上传。'),
            ]),
        choices('资料', ...waysOn(material)),
      ],
    };
  });
}

/** Goes on with how the file of a version was understood. */
export function withReading(
  named: NamedVersion,
  on: PersonalOccasion,
  then: (reading: Reading, material: ShelvedMaterial) => SoonReplied,
): Promise<FeatureReply> {
  return withWords(named, on, async (material) => {
    const reading = await on.shelf.reading(versionOf(named));
    return reading === null ? say(FILE_GONE) : then(reading, material);
  });
}

function rangeOf(from: number, page: number, total: number): string {
  const to = Math.min(from + page, total);
  return from === 0 && to === total
    ? `共 ${total} 个`
    : `第 ${from + 1} 至 ${to} 个，共 ${total} 个`;
}

function waysOn(material: ShelvedMaterial): Button[] {
  return [['返回资料', { kind: 'open-material', ...namedAs(material) }]];
}
