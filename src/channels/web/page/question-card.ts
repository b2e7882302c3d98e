import type {
  ChoiceGroup,
  QuestionBlock,
  QuestionChoice,
  ShownButton,
} from '../../../conversation/reply.ts';
import { button, element } from './elements.ts';
import { inputElement, type QuestionField } from './question-field.ts';
import { rove } from './rove.ts';

type Tap = (button: ShownButton, pressed: HTMLButtonElement) => void;
type Group = ChoiceGroup<ShownButton>;

/** A question as a form, with its parts that are used again. */
export interface QuestionForm {
  readonly form: HTMLFormElement;
  readonly legend: HTMLLegendElement;
  /** Null where nothing is written. */
  readonly field: QuestionField | null;
}

/** One question of a questionnaire as a form: what is asked, the choices, and the ways on. */
export function questionCard(block: QuestionBlock<ShownButton>, tap: Tap): QuestionForm {
  const { number, text, hint, rule, notice, forward, isAnswered } = block;
  const legend = element('legend', { tabindex: '-1' }, `${number}. ${text}`);
  const field = block.input === null ? null : inputElement(block.input);
  const described = ['question-rule', ...(notice === '' ? [] : ['question-notice'])].join(' ');
  const fieldset = element(
    'fieldset',
    { 'aria-describedby': described },
    legend,
    element('p', { class: 'question-rule', id: 'question-rule' }, `（${rule}）`),
    ...lineOf(hint, 'question-hint'),
    ...(notice === ''
      ? []
      : [element('p', { class: 'problem', id: 'question-notice', role: 'alert' }, notice)]),
    ...block.groups.map((group) => groupElement(group, tap)),
    ...(field === null ? [] : [field.holder]),
  );
  // What leaves a question open is not what the eye is to fall on.
  const look = isAnswered || number === block.total ? 'primary' : 'choice';
  const onward = button(forward.label, look, (pressed) => tap(forward, pressed));
  onward.dataset.way = 'forward';
  const form = element(
    'form',
    { class: 'question-card', novalidate: '' },
    ...headOf(block),
    fieldset,
    waysOf(block, onward, tap),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    tap(forward, onward);
  });
  return { form, legend, field };
}

function headOf({ title, number, total, answered, part, partHint }: QuestionBlock<ShownButton>) {
  const done = `已答 ${answered} 题，共 ${total} 题`;
  return [
    element(
      'header',
      {},
      element('h2', { class: 'question-title' }, title),
      element('p', { class: 'question-count' }, `第 ${number} 题，共 ${total} 题`),
      element(
        'progress',
        { max: String(total), value: String(answered), 'aria-label': '填写进度' },
        done,
      ),
    ),
    ...lineOf(part, 'question-part'),
    ...lineOf(partHint, 'question-hint'),
  ];
}

function lineOf(text: string, look: string): HTMLElement[] {
  return text === '' ? [] : [element('p', { class: look }, text)];
}

function groupElement(group: Group, tap: Tap): HTMLElement {
  if (group.as === 'marks') return marksElement(group, tap);
  // A single choice is a mark that can be set, and no choice among several.
  const isOne = group.as === 'one' && group.choices.length > 1;
  const role = isOne ? 'radio' : group.as === 'order' ? 'button' : 'checkbox';
  const holder = element('div', {
    class: `options ${group.as}`,
    role: isOne ? 'radiogroup' : 'group',
    'aria-label': group.label || '选项',
  });
  for (const one of group.choices) holder.append(choiceElement(one, role, tap));
  if (isOne) rove(holder);
  return holder;
}

function choiceElement(
  choice: QuestionChoice<ShownButton>,
  role: 'radio' | 'checkbox' | 'button',
  tap: Tap,
): HTMLButtonElement {
  const { isChosen, place } = choice;
  const made = button('', 'choice', (pressed) => tap(choice.button, pressed));
  const sign = element('span', { class: 'sign', 'aria-hidden': 'true' }, place?.toString() ?? '');
  made.append(sign, element('span', {}, choice.button.label));
  if (role === 'button') {
    made.setAttribute('aria-pressed', String(isChosen));
    if (place !== null) made.append(element('span', { class: 'unseen' }, `，第 ${place} 位`));
  } else {
    made.setAttribute('role', role);
    made.setAttribute('aria-checked', String(isChosen));
  }
  return made;
}

function marksElement({ label, low, high, choices }: Group, tap: Tap): HTMLElement {
  const row = element('div', { class: 'marks', role: 'radiogroup', 'aria-label': label });
  for (const { button: one, isChosen } of choices) {
    const made = button(one.label, 'choice', (pressed) => tap(one, pressed));
    made.setAttribute('role', 'radio');
    made.setAttribute('aria-checked', String(isChosen));
    const end = one.label === '1' ? low : one === choices.at(-1)?.button ? high : '';
    made.setAttribute('aria-label', `${one.label} 分${end === '' ? '' : `，${end}`}`);
    row.append(made);
  }
  rove(row);
  const ends = [low, high].map((end) => element('span', {}, end));
  return element(
    'div',
    { class: 'scale' },
    element('p', { class: 'scale-name' }, label),
    row,
    element('p', { class: 'scale-ends', 'aria-hidden': 'true' }, ...ends),
  );
}

function waysOf(
  { back, more }: QuestionBlock<ShownButton>,
  onward: HTMLButtonElement,
  tap: Tap,
): HTMLElement {
  const backward =
    back === null ? [] : [button(back.label, 'choice', (pressed) => tap(back, pressed))];
  return element(
    'div',
    { class: 'ways' },
    element('div', { class: 'ways-main' }, ...backward, onward),
    element(
      'div',
      { class: 'ways-more' },
      ...more.map((one) => button(one.label, 'quiet', (pressed) => tap(one, pressed))),
    ),
  );
}
