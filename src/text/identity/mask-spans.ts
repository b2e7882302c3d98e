import type { Span } from '../span.ts';

const NAME_MASK = '（姓名已隐去）';

/** A text with a mask in place of each span; of spans that share text the earlier and longer one counts. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  let masked = '';
  let from = 0;
  const ordered = spans.toSorted((one, other) => one.start - other.start || other.end - one.end);
  for (const { start, end } of ordered) {
    if (start < from) continue;
    masked += text.slice(from, start) + NAME_MASK;
    from = end;
  }
  return masked + text.slice(from);
}
