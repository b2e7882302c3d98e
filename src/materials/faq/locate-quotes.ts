import type { CitedSpan } from '../../answering/gates/gate.ts';
import { loosen, occurrencesOf } from '../../answering/gates/quote/loose-text.ts';
import { locateQuote } from '../../corpus/faq.ts';
import type { Manifest } from '../../corpus/manifest.ts';
import { passagesOf, placedParts } from '../../corpus/passages.ts';
import type { Reading } from '../../corpus/readers/document.ts';
import { type Span, sliceOf } from '../../text/span.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import type { Refusal } from '../folder/change-folder.ts';
import { shelvedIn } from '../folder/shelved.ts';
import { type ShelvedMaterial, STANDING_NAMES } from '../material.ts';
import type { ReadVersion } from '../read-version.ts';
import type { PairQuote } from './pairs.ts';

/** What quotes are looked for in. */
export interface Looked {
  readonly folder: string;
  readonly manifest: Manifest;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly readVersion: ReadVersion;
}

/** Quotes with the passages that they stand in, each an exact slice of a policy text in force. */
export async function locateQuotes(
  quotes: readonly PairQuote[],
  looked: Looked,
): Promise<{ readonly kind: 'located'; readonly cited: readonly CitedSpan[] } | Refusal> {
  const cited: CitedSpan[] = [];
  for (const quote of quotes) {
    const found = await locateOne(quote, looked);
    if ('kind' in found) return found;
    cited.push(found);
  }
  return { kind: 'located', cited };
}

async function locateOne(quote: PairQuote, looked: Looked): Promise<CitedSpan | Refusal> {
  const { folder, manifest, today, readVersion } = looked;
  const versions = await shelvedIn(folder, manifest, today, quote.material);
  const current = versions.find(({ standing }) => standing === 'in-force');
  if (current === undefined) return refused(withoutCurrent(quote, versions, looked));
  const { entry } = current;
  if (entry.kind === '方法参考') {
    return refused(
      `${titleOf(current)}是方法参考，不是政策文件，不能作为政策问题的依据。请改引政策文件。`,
    );
  }
  const reading = await readVersion(folder, entry);
  if (reading === null) {
    return refused(`${titleOf(current)}的文件已经找不到或者被改动，请恢复原文件后重试。`);
  }
  const span = locateQuote(quote, reading);
  if (span !== null) return citedSpan(quote, span, entry.title, reading);
  const others = versions.filter((one) => one !== current);
  return refused(
    elsewhere(quote, current, reading) ?? (await beforeThis(quote, current, others, looked)),
  );
}

/** Names how the last version stands. */
function withoutCurrent(
  { material }: PairQuote,
  versions: readonly ShelvedMaterial[],
  { manifest: { broken } }: Looked,
): string {
  const fault = broken.find(({ id }) => id === material);
  if (fault !== undefined)
    return `资料目录中“${material}”的条目有误，不能引用。请先更正 manifest.yaml。`;
  const [last] = versions.toSorted((one, other) => other.entry.version - one.entry.version);
  if (last === undefined) {
    return `资料目录中没有编号为“${material}”的资料，不能引用。请从现行资料中重新选取引文。`;
  }
  const reason = last.reason === null ? '' : `（${last.reason}）`;
  return `${titleOf(last)}${STANDING_NAMES[last.standing]}${reason}，不能引用。请从现行资料中重新选取引文。`;
}

/** Says where in the text in force the words stand, should they stand there in some form. */
function elsewhere(
  { place, text: quoted }: PairQuote,
  current: ShelvedMaterial,
  { text, outline, pages }: Reading,
): string | null {
  const title = titleOf(current);
  const there = placedParts(text, outline, pages).find(({ heading, body }) =>
    sliceOf(text, { start: heading?.start ?? body.start, end: body.end }).includes(quoted),
  );
  if (there !== undefined) {
    return `这段引文在${title}中不在“${place}”，而在“${there.place}”。请把出处改为“${there.place}”。`;
  }
  const [loosely] = occurrencesOf(loosen(quoted).text, loosen(text));
  return loosely === undefined
    ? null
    : `引文与${title}的原文不完全一致，标点或者空格不同。原文是「${sliceOf(text, loosely)}」，请逐字照录。`;
}

/** Says whether the words are those of a version that is not in force. */
async function beforeThis(
  { text: quoted }: PairQuote,
  current: ShelvedMaterial,
  others: readonly ShelvedMaterial[],
  { folder, readVersion }: Looked,
): Promise<string> {
  const title = titleOf(current);
  for (const { entry, standing } of others) {
    const reading = await readVersion(folder, entry).catch(() => null);
    if (reading === null || !reading.text.includes(quoted)) continue;
    return `这段引文出自${title}的第 ${entry.version} 版（${STANDING_NAMES[standing]}），现行的第 ${current.entry.version} 版中没有。请从现行版本中重新选取引文。`;
  }
  return `${title}的现行文本中没有这段引文。引文要与原文一字不差，请从资料中重新选取。`;
}

function citedSpan(
  { material, place }: PairQuote,
  span: Span,
  title: string,
  reading: Reading,
): CitedSpan {
  const passages = passagesOf(material, reading.text, reading.outline, reading.pages).filter(
    ({ start, end }) => start < span.end && span.start < end,
  );
  // A heading stands in no passage.
  const start = Math.min(span.start, ...passages.map((one) => one.start));
  const end = Math.max(span.end, ...passages.map((one) => one.end));
  return {
    ...{ material, place, title, headings: passages[0]?.headings ?? [] },
    ...{
      ...span,
      text: sliceOf(reading.text, span),
      around: sliceOf(reading.text, { start, end }),
    },
    within: { start: span.start - start, end: span.end - start },
  };
}

function titleOf({ entry }: ShelvedMaterial): string {
  return `《${withoutTitleMarks(entry.title)}》`;
}

function refused(problem: string): Refusal {
  return { kind: 'refused', problem };
}
