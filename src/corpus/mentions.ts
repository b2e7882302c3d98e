import type { Span } from '../text/span.ts';
import type { Material } from './corpus.ts';

/** A place where a text names an attachment whose content the corpus does not hold. */
export interface Mention extends Span {
  readonly material: string;
  readonly place: string;
  /** As a reader cites it: 专栏3. */
  readonly label: string;
  /** What carries it, such as 年轻干部理想信念强化计划; empty where only the label stands. */
  readonly name: string;
}

const MENTION =
  /([^，。；：、（）()\n]{0,40})（(?:另?见|详见|参见)?((?:专栏|附件|附表|附录)[0-9０-９一二三四五六七八九十]*)）/gu;
/** Verbs before the name: 实施, 组织实施, 落实. */
const LEADING_VERB = /^(?:组织实施|深入实施|大力实施|实施|落实|制定|执行)/u;

/** The mentions in a material of attachments that it does not include, in order. */
export function mentionsIn({ entry, text, outline }: Material): Mention[] {
  const included = new Set(outline.map(({ place }) => place));
  return [...text.matchAll(MENTION)].flatMap((match) => {
    const label = (match[2] as string).normalize('NFKC');
    if (included.has(label)) return [];
    const lead = match[1] as string;
    const name = lead.replace(LEADING_VERB, '');
    const start = match.index + lead.length - name.length;
    const end = match.index + match[0].length;
    const section = outline.find(
      ({ heading, body }) =>
        (heading ?? body).start <= start && start < Math.max(body.end, heading?.end ?? 0),
    );
    return [{ material: entry.id, place: section?.place ?? '', label, name, start, end }];
  });
}
