/** A text without white space, its punctuation in one width, and where each character came from. */
export interface LooseText {
  readonly text: string;
  /** Offset in the original of each UTF-16 unit of `text`. */
  readonly origins: readonly number[];
}

/** Punctuation by its plain form; nothing but width differs between the two. */
const PLAIN: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '．': '.',
  '｡': '.',
  '、': '､',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '“': '"',
  '”': '"',
  '＂': '"',
  '‘': "'",
  '’': "'",
  '＇': "'",
  '—': '-',
  '–': '-',
  '－': '-',
  '／': '/',
  '％': '%',
  '～': '~',
};

/** Soft hyphen, zero-width and direction marks, joiners, variation selectors. */
const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/u;

/**
 * For comparing a quote with its source: white space, invisible characters and the width of
 * punctuation do not count.
 */
export function loosen(original: string): LooseText {
  let text = '';
  const origins: number[] = [];
  for (let at = 0; at < original.length; at++) {
    const unit = original.charAt(at);
    if (INVISIBLE.test(unit)) continue;
    text += PLAIN[unit] ?? unit;
    origins.push(at);
  }
  return { text, origins };
}

/** Every place in the original where the loosened words stand, as ranges of the original. */
export function occurrencesOf(
  words: string,
  { text, origins }: LooseText,
): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const last = origins[at + words.length - 1] as number;
    found.push({ start: origins[at] as number, end: last + 1 });
  }
  return found;
}
