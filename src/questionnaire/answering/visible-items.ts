import type { Answer, Answers } from '../answers.ts';
import type { Item } from '../questionnaire.ts';

/**
 * The items that a respondent sees, in their order. An item that hangs on another one is shown where
 * that one stands earlier, is itself shown, and has one of the wanted options chosen.
 */
export function visibleItems(items: readonly Item[], answers: Answers): readonly Item[] {
  const shown = new Map<string, Item>();
  for (const item of items) {
    if (isShown(item, shown, answers)) shown.set(item.id, item);
  }
  return [...shown.values()];
}

function isShown(item: Item, shown: ReadonlyMap<string, Item>, answers: Answers): boolean {
  if (item.showIf === null) return true;
  const { item: id, is } = item.showIf;
  const earlier = shown.get(id);
  return (
    earlier !== undefined && chosen(earlier, answerTo(answers, id)).some((one) => is.includes(one))
  );
}

/** Options word for word; none of what is no choice, or of an answer that does not fit the item. */
function chosen(item: Item, answer: Answer | null): readonly string[] {
  const options = numbersOf(item, answer).map((option) =>
    item.type !== 'section' && 'options' in item ? item.options[option] : undefined,
  );
  return options.filter((option) => option !== undefined);
}

function numbersOf(item: Item, answer: Answer | null): readonly number[] {
  if (item.type === 'single' && answer?.kind === 'single') return [answer.option];
  if (item.type === 'multiple' && answer?.kind === 'multiple') return answer.options;
  return [];
}

/** Ids may be such as `constructor`, which every object answers to. */
export function answerTo(answers: Answers, id: string): Answer | null {
  return Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
}
