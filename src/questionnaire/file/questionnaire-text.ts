import {
  type Item,
  isQuestion,
  KIND_NAMES,
  NOT_APPLICABLE,
  PAIR_WORDS,
  type Questionnaire,
  TYPE_NAMES,
} from '../questionnaire.ts';

/** A questionnaire as people read it on a page or in a terminal, with the basis of each item. */
export function questionnaireText(questionnaire: Questionnaire): string {
  const { title, kind, introduction, items } = questionnaire;
  const numbers = new Map(items.filter(isQuestion).map((item, at) => [item.id, at + 1]));
  const parts = items.map((item) => itemText(item, numbers));
  return [`${title}（${KIND_NAMES[kind]}）`, introduction, ...parts]
    .filter((part) => part !== '')
    .join('\n\n');
}

function itemText(item: Item, numbers: ReadonlyMap<string, number>): string {
  const condition = item.showIf;
  const asked = condition === null ? undefined : numbers.get(condition.item);
  const shown =
    condition === null ? [] : [`   （第${asked ?? '？'}题选“${condition.is.join('”或“')}”的填写）`];
  const hint = item.hint === '' ? [] : [`   ${item.hint}`];
  if (item.type === 'section') return [`【${item.text}】`, ...shown, ...hint].join('\n');
  const rule = item.isRequired ? '' : '，选答';
  const basis =
    item.basis === null
      ? []
      : [`   依据：《${item.basis.title}》${item.basis.place}“${item.basis.text}”`];
  return [
    `${numbers.get(item.id)}. ${item.text}（${TYPE_NAMES[item.type]}${rule}）`,
    ...shown,
    ...hint,
    ...answerLines(item).map((line) => `   ${line}`),
    ...basis,
  ].join('\n');
}

function answerLines(item: Exclude<Item, { type: 'section' }>): string[] {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return item.options.map((option) => `□ ${option}`);
    case 'ranking':
      return item.options.map((option) => `（  ）${option}`);
    case 'scale-pair': {
      const { importance, competence } = PAIR_WORDS[item.pair];
      const marks = [importance, competence].map(({ name }) => `${name} 1 2 3 4 5`);
      return [[...marks, ...(item.hasNotApplicable ? [`□ ${NOT_APPLICABLE}`] : [])].join('    ')];
    }
    case 'number':
      return [`______ ${item.unit}`.trimEnd()];
    case 'text':
      return ['____________'];
    default: {
      const never: never = item;
      throw new Error(`Cannot show the item ${JSON.stringify(never)}`);
    }
  }
}
