import type { QuestionInput, ShownButton } from '../../../conversation/reply.ts';
import { element } from './elements.ts';

/** What is written in answer to a question, and the button that takes it. */
export interface QuestionField {
  readonly holder: HTMLElement;
  readonly button: ShownButton;
  value(): string;
  /** Something else stands there than what is kept. */
  isChanged(): boolean;
}

/** A field with its label; a text says how many characters it has and may have. */
export function inputElement(input: QuestionInput<ShownButton>): QuestionField {
  const { as, label, value, most, unit } = input;
  const id = 'question-field';
  const field =
    as === 'number'
      ? element('input', { id, inputmode: 'decimal', autocomplete: 'off', maxlength: '20' })
      : element('textarea', { id, rows: most > 200 ? '5' : '3', autocomplete: 'off' });
  field.value = value;
  const count = element('p', { class: 'question-count', id: 'question-length' });
  const tell = () => {
    const length = [...field.value.trim()].length;
    count.textContent =
      length > most
        ? `已有 ${length} 个字，请删去 ${length - most} 个字`
        : `${length}/${most} 个字`;
    field.setAttribute('aria-invalid', String(length > most));
  };
  if (as === 'text') {
    tell();
    field.setAttribute('aria-describedby', count.id);
    field.addEventListener('input', tell);
  }
  const row = element('div', { class: 'field-row' }, field, ...(unit === '' ? [] : [unit]));
  const holder = element(
    'div',
    { class: 'field' },
    element('label', { for: id }, unit === '' ? label : `${label}（${unit}）`),
    row,
    ...(as === 'text' ? [count] : []),
  );
  return {
    holder,
    button: input.button,
    value: () => field.value,
    isChanged: () => field.value.trim() !== value.trim(),
  };
}
