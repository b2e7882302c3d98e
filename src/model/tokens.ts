/** Han characters, kana, hangul, and the punctuation and forms that go with them. */
const WIDE =
  /[\u{2e80}-\u{9fff}\u{ac00}-\u{d7ff}\u{f900}-\u{faff}\u{fe30}-\u{fe4f}\u{ff00}-\u{ffef}\u{20000}-\u{3ffff}]/gu;

/**
 * About how many tokens a text is, where the endpoint does not say. A Chinese character is between
 * 0.6 (vocabularies made for Chinese) and 1.3 (older ones) and counts as one; of anything else four
 * characters make one, as OpenAI says of English.
 */
export function estimateTokens(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return Math.ceil(wide + text.replace(WIDE, '').length / 4);
}
