import { byId } from './elements.ts';

/** Rows that the input grows to before it scrolls. */
const TALLEST_ROWS = 6;

/** The input: Enter sends, Shift+Enter breaks the line, and nothing that was typed is lost. */
export function setUpComposer(say: (text: string) => Promise<string | null>): void {
  const form = byId('composer', HTMLFormElement);
  const input = byId('question', HTMLTextAreaElement);
  const problem = byId('problem', HTMLParagraphElement);
  const complain = (text: string | null) => {
    problem.textContent = text ?? '';
    problem.hidden = text === null;
    input.setAttribute('aria-invalid', String(text !== null));
  };
  const grow = () => {
    const lines = input.value.split('\n').length;
    input.rows = 1;
    const lineHeight = Number.parseFloat(getComputedStyle(input).lineHeight) || 24;
    const wrapped = Math.floor(input.scrollHeight / lineHeight);
    input.rows = Math.min(Math.max(lines, wrapped, 1), TALLEST_ROWS);
  };

  input.addEventListener('input', () => {
    complain(null);
    grow();
  });
  input.addEventListener('keydown', (event) => {
    // While an input method composes, Enter takes a candidate; some report it only as key 229.
    const composes = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || composes) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = input.value;
    if (text.trim() === '') return input.focus();
    input.value = '';
    complain(null);
    grow();
    const refusal = await say(text);
    if (refusal === null) return;
    complain(refusal);
    if (input.value === '') input.value = text;
    grow();
    input.focus();
  });
  addEventListener('keydown', (event) => {
    const typing = document.activeElement?.matches('textarea, input') === true;
    const reading = document.querySelector('dialog[open]') !== null;
    if (event.key !== '/' || typing || reading || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    input.focus();
  });
}
