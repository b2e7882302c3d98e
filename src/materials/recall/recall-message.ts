import { dateIn } from '../../clock.ts';
import type { MaterialKind } from '../../corpus/manifest.ts';
import { MAILING_NAMES } from '../../delivery/mailing.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import type { Cite } from './given-answer.ts';
import type { CiteVerdict } from './judge-cite.ts';
import { shortenOne, shortenPair } from './shorten-pair.ts';

export const RECALL_TITLE = '引文变动';

/** A quote that somebody got and that holds no more. */
export interface FallenCite {
  readonly cite: Pick<Cite, 'place' | 'text'>;
  readonly verdict: Exclude<CiteVerdict, { kind: 'stands' }>;
  /** ISO instant at which they last got it. */
  readonly at: string;
}

/** The material that they are of, as it stands now. */
export interface RecalledMaterial {
  readonly title: string;
  readonly edition: string;
  readonly kind: MaterialKind;
  readonly event: 'changed' | 'retired' | 'expired';
  /** Its last day, `YYYY-MM-DD`; null for none. */
  readonly until: string | null;
  /** Whether its words may be in the message: where they may not, it says where to read them. */
  readonly isShown: boolean;
}

/** Quotes that a message shows. */
const MOST_SHOWN = 4;

/** What a person reads of quotes of one material that hold no more. */
export function recallMessage(
  material: RecalledMaterial,
  fallen: readonly FallenCite[],
  zone: string,
): string {
  const shown = fallen.slice(0, MOST_SHOWN);
  const more = fallen.length - shown.length;
  const isOne = fallen.length === 1;
  const items = shown.map((one, at) => {
    const number = isOne ? '' : `${at + 1}. `;
    return `${number}${itemOf(material, one, zone)}`;
  });
  const body = [
    ...items,
    ...(more > 0 ? [`另有 ${more} 处引文情况相同，这里没有列出。`] : []),
  ].join('\n');
  const isCut = material.isShown && body.includes('…');
  const note = isCut ? '引文较长的，“…”处有省略。' : '';
  return [
    `【${MAILING_NAMES.service}】${opening(material)}`,
    body,
    `${note}${whatToDo(material)}`,
  ].join('\n');
}

/** What holds now is called by this. */
export function nameOfCurrent(kind: MaterialKind): string {
  return kind === '政策文件' ? '现行规定' : '现行内容';
}

function opening({ title, edition, event, until }: RecalledMaterial): string {
  const name = `《${withoutTitleMarks(title)}》`;
  switch (event) {
    case 'changed':
      return `您查到过的引文已有变动，请不要再使用原来的引文。资料：${name}，现行版本：${edition}。`;
    case 'retired':
      return `${name}（${edition}）已停用，您查到过的下列引文请不要再使用。`;
    case 'expired': {
      const since = until === null ? '' : `有效期至${dateInWords(until)}，`;
      return `${name}（${edition}）${since}已失效，您查到过的下列引文请不要再使用。`;
    }
    default:
      return event satisfies never;
  }
}

function whatToDo({ event, kind, isShown }: RecalledMaterial): string {
  const current = nameOfCurrent(kind);
  if (!isShown) return '这份资料是内部资料，消息中不列原文；需要使用的，请登录网页重新提问。';
  if (event === 'changed') return `需要引用的，请以${current}为准，或者重新提问。`;
  return '需要依据的，请重新提问，以现行资料为准。';
}

/** What was quoted and when, and what holds now with its place. */
function itemOf(
  { kind, isShown }: RecalledMaterial,
  { cite, verdict, at }: FallenCite,
  zone: string,
): string {
  const place = cite.place === '' ? '' : `，${cite.place}`;
  const given = `${dateInWords(dateIn(zone, new Date(at)))}查到${place}`;
  const current = nameOfCurrent(kind);
  switch (verdict.kind) {
    case 'withdrawn':
      return isShown ? `${given}：「${shortenOne(cite.text)}」` : `${given}。`;
    case 'gone':
      return isShown
        ? `${given}\n原引文：「${shortenOne(cite.text)}」\n${current}：没有这段文字，已删去。`
        : `${given}，现行版本中已删去。`;
    case 'changed': {
      if (!isShown) return `${given}，现行版本中已修改。`;
      const [old, now] = shortenPair(cite.text, verdict.now.text);
      const where = verdict.now.place === '' ? '' : `（${verdict.now.place}）`;
      const holds = verdict.now.isSure
        ? `${current}${where}：「${now}」`
        : `${current}中没有这段文字，最接近的内容${where}：「${now}」`;
      return `${given}\n原引文：「${old}」\n${holds}`;
    }
    default:
      return verdict satisfies never;
  }
}
