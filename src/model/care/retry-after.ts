/**
 * Reads a Retry-After header, which holds seconds or a date.
 *
 * @returns milliseconds from now, at least 0; null where it is absent or says nothing
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const value = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/u.test(value)) return Number(value) * 1000;
  // A date has a name of a day or a month; a bare negative number would pass for one.
  const date = /[a-z]{3}/iu.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
