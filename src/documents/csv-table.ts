/** So that Windows programs read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A table for WPS or Excel (RFC 4180). */
export function csvTable(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((row) => row.map(cellOf).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** Words that a spreadsheet would take for a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
export function asWords(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}

/** Quoted where it must be; never a formula. */
function cellOf(text: string | number): string {
  // A number below zero is no formula.
  if (typeof text === 'number') return String(text);
  const safe = asWords(text);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
