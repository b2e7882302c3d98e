import type { Item, ShowIf } from '../questionnaire.ts';

/** How people find an item in a file: by its number there, and its id. */
export function nameItem(index: number, id: unknown): string {
  const isGiven = typeof id === 'string' && id !== '';
  return isGiven ? `第 ${index + 1} 项（${id.slice(0, 40)}）` : `第 ${index + 1} 项`;
}

/** What is wrong with an item among the others: its id, its condition, numbers that contradict. */
export function problemsAmong(items: readonly Item[], index: number): string[] {
  const item = items[index];
  if (item === undefined) return [];
  return [...repeatedId(items, index), ...itself(item), ...condition(items, index)];
}

function repeatedId(items: readonly Item[], index: number): string[] {
  const id = items[index]?.id;
  const first = items.findIndex((item) => item.id === id);
  return first < index ? [`编号“${id}”与第 ${first + 1} 项重复，请换一个编号`] : [];
}

function itself(item: Item): string[] {
  switch (item.type) {
    case 'single':
      return repeatedOptions(item.options);
    case 'multiple':
      return [
        ...repeatedOptions(item.options),
        ...outOfOrder(item.least, item.most),
        ...moreThanOptions('最少选几项（least）', item.least, item.options),
        ...moreThanOptions('最多选几项（most）', item.most, item.options),
      ];
    case 'ranking':
      return [
        ...repeatedOptions(item.options),
        ...moreThanOptions('最多排几项（most）', item.most, item.options),
      ];
    case 'number':
      return outOfOrder(item.least, item.most);
    default:
      return [];
  }
}

function repeatedOptions(options: readonly string[]): string[] {
  const repeated = options.filter((option, at) => option !== '' && options.indexOf(option) < at);
  return [...new Set(repeated)].map((option) => `选项“${option}”重复，请删去一个`);
}

function outOfOrder(least: number | null, most: number | null): string[] {
  if (least === null || most === null || least <= most) return [];
  return [`最少 ${least}（least）大于最多 ${most}（most），请调换或改正`];
}

function moreThanOptions(name: string, count: number | null, options: readonly string[]): string[] {
  if (count === null || count <= options.length) return [];
  return [`${name}是 ${count}，而选项只有 ${options.length} 个，请改小`];
}

function condition(items: readonly Item[], index: number): string[] {
  const showIf = items[index]?.showIf ?? null;
  if (showIf === null) return [];
  const asked = items.findIndex((item) => item.id === showIf.item);
  const by = items[asked];
  if (by === undefined) {
    return [`显示条件所依据的题“${showIf.item}”不存在，请改成在前的一道题的编号`];
  }
  if (asked >= index) return [circleOrLater(items, index, asked)];
  if (by.type !== 'single' && by.type !== 'multiple') {
    return [`显示条件所依据的题“${showIf.item}”不是单选题或多选题，请换一道题或者去掉显示条件`];
  }
  return unknownOptions(showIf, by.options);
}

function unknownOptions({ item, is }: ShowIf, options: readonly string[]): string[] {
  const unknown = is.filter((option) => !options.includes(option));
  if (unknown.length === 0) return [];
  const some = options.slice(0, 6).join('”、“');
  const rest = options.length > 6 ? '等' : '';
  return [`显示条件里的“${unknown.join('”、“')}”不是“${item}”的选项，应当逐字写成“${some}”${rest}`];
}

function circleOrLater(items: readonly Item[], from: number, to: number): string {
  const way = [items[from]?.id];
  for (let at = to; ; ) {
    const item = items[at];
    way.push(item?.id);
    if (at === from) return `显示条件成了循环（${way.join(' → ')}），请去掉其中一个显示条件`;
    const next = items.findIndex((one) => one.id === item?.showIf?.item);
    if (item === undefined || next === -1 || way.length > items.length + 1) break;
    at = next;
  }
  return `显示条件所依据的题“${items[to]?.id}”在本题之后，请把它移到前面`;
}
