import type { Analysis, Distribution } from '../analysis/analysis.ts';
import { isOther } from '../questionnaire.ts';

const LONGEST_NAME = 10;
/** 您在哪类基层单位工作？ */
const KIND_OF_PLACE = /^您在哪一?[类个种](.+?)(?:工作|任职)[？?]?$/u;
/** 您的职务属于哪一类？ 您的年龄段是？ 您的派出单位属于哪个层级？ */
const ASKS_WHICH =
  /^(?:请问)?您的?(.+?)(?:属于|是)?(?:哪一?个?(层级|级别|类型)|哪一?[类级种项个]|什么|多少)?[？?]$/u;

/**
 * What a report calls the groups of a question by: 您的职务属于哪一类？ → 职务. A question that cannot be
 * shortened keeps its words.
 */
export function bandName(question: string): string {
  const place = KIND_OF_PLACE.exec(question)?.[1];
  const [, what = '', kind = ''] = ASKS_WHICH.exec(question) ?? [];
  const name =
    place === undefined ? (what.endsWith(kind) ? what : `${what}${kind}`) : `${place}类别`;
  const isName = name !== '' && name.length <= LONGEST_NAME && !/[，。？?您]/u.test(name);
  return isName ? name : question.replace(/[？?]$/u, '');
}

/**
 * An analysis in the words of a report: what respondents are told in a label, such as 其他（请注明）, is
 * left out, and groups go by a name instead of a question. Tables of data keep the words of the
 * questionnaire.
 */
export function withPlainLabels(analysis: Analysis): Analysis {
  return {
    ...analysis,
    items: analysis.items.map((item) => ({
      ...item,
      distribution: item.distribution === null ? null : plainDistribution(item.distribution),
    })),
    crossTabs: analysis.crossTabs.map(({ text, groups, tables, ...tab }) => ({
      ...tab,
      text: bandName(text),
      groups: groups.map((group) => ({ ...group, label: plainLabel(group.label) })),
      tables: tables.map((table) => ({ ...table, options: table.options.map(plainLabel) })),
    })),
  };
}

function plainDistribution(distribution: Distribution): Distribution {
  switch (distribution.kind) {
    case 'options':
    case 'bands': {
      const cells = distribution.cells.map((cell) => ({ ...cell, label: plainLabel(cell.label) }));
      return { ...distribution, cells };
    }
    case 'ranking': {
      const places = distribution.places.map((one) => ({ ...one, option: plainLabel(one.option) }));
      return { ...distribution, places };
    }
    case 'pair':
      return distribution;
    default:
      return distribution satisfies never;
  }
}

function plainLabel(label: string): string {
  return isOther(label)
    ? label.replace(/[（(]请?(?:注|写|填写|说|具体说)明[^）)]*[）)]$/u, '')
    : label;
}
