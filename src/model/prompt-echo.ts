/** Letters and digits in a row that no text has in common with a prompt by chance. */
const RUN = 16;

/**
 * Whether a text repeats a stretch of a prompt, as a model writes that was talked into showing it;
 * white space and punctuation do not count.
 */
export function echoesPrompt(text: string, prompt: string): boolean {
  const [letters, orders] = [lettersOf(text), lettersOf(prompt)];
  for (let at = 0; at + RUN <= letters.length; at++) {
    if (orders.includes(letters.slice(at, at + RUN))) return true;
  }
  return false;
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
