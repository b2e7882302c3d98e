import type { Item } from '../../../src/questionnaire/questionnaire.ts';

const TYPES: Readonly<Record<string, Item['type']>> = {
  单: 'single',
  多: 'multiple',
  评: 'scale-pair',
  排: 'ranking',
  数: 'number',
  文: 'text',
  段: 'section',
};

/**
 * An item from a line: `单|题目|选项/选项|名=值`. Names are 提示, 至少, 至多, 单位, 条件 (`id:选项`).
 */
export function writtenItem(line: string, id = 'q1'): Item {
  const [kind = '', text = '', ...rest] = line.split('|').map((part) => part.trim());
  const type = TYPES[kind];
  if (type === undefined) throw new Error(`Cannot read the item "${line}": its type is unknown`);
  const named = new Map(
    rest.filter((part) => /^\S{2}=/u.test(part)).map((part) => [part.slice(0, 2), part.slice(3)]),
  );
  const options = (rest.find((part) => !/^\S{2}=/u.test(part)) ?? '')
    .split('/')
    .filter((option) => option !== '');
  const numberAt = (name: string) => (named.has(name) ? Number(named.get(name)) : null);
  const [item = '', is = ''] = (named.get('条件') ?? '').split(':');
  const any = {
    id,
    text,
    hint: named.get('提示') ?? '',
    showIf: item === '' ? null : { item, is: [is] },
    basis: null,
    isRequired: type !== 'text',
  };
  const [least, most] = [numberAt('至少'), numberAt('至多')];
  switch (type) {
    case 'single':
      return { ...any, type, options, isBand: false };
    case 'multiple':
      return { ...any, type, options, least, most };
    case 'ranking':
      return { ...any, type, options, most };
    case 'number':
      return { ...any, type, least, most, unit: named.get('单位') ?? '', isWhole: true };
    case 'text':
      return { ...any, type, most: 500 };
    case 'scale-pair': {
      const pair: Item = { ...any, type, pair: 'need', hasNotApplicable: true };
      return options.length === 0 ? pair : ({ ...pair, options } as Item);
    }
    default:
      return { ...any, type: 'section' };
  }
}
