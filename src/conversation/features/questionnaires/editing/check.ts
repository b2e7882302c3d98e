import { nameOfItem } from '../../../../questionnaire/editing/item-kinds.ts';
import type { Finding } from '../../../../questionnaire/lint/finding.ts';
import { lintQuestionnaire } from '../../../../questionnaire/lint/lint-questionnaire.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../../feature.ts';
import type { DraftBlock } from '../../../reply.ts';
import { withQuestionnaire } from '../opened-questionnaire.ts';

/** Findings on a page. */
const PAGE = 6;

/** What could be better, each with its mend and the way to the item. */
export function checkQuestionnaire(
  { questionnaire, from }: DeedOf<'check-questionnaire'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, ({ content }) => {
    const findings = lintQuestionnaire(content);
    const back: Button = ['返回问卷', { kind: 'open-questionnaire', questionnaire }];
    if (findings.length === 0) {
      return {
        placement: 'turn',
        blocks: [
          lead('检查完了，没有发现问题。'),
          remark('检查看的是题目的写法，内容合不合适还要请您把关。'),
          choices('检查', back),
        ],
      };
    }
    const shown = findings.slice(from, from + PAGE);
    const more: Button[] =
      findings.length > from + PAGE
        ? [['下一页', { kind: 'check-questionnaire', questionnaire, from: from + PAGE }]]
        : [];
    const mended = [...new Set(shown.flatMap(({ item }) => (item === null ? [] : [item])))];
    const toItem = mended.flatMap((id): Button[] => {
      const item = content.items.find((one) => one.id === id);
      if (item === undefined) return [];
      return [
        [`改${nameOfItem(item, content.items)}`, { kind: 'open-item', questionnaire, item: id }],
      ];
    });
    return {
      placement: 'turn',
      blocks: [
        heading(`检查结果（共 ${findings.length} 处）`),
        ...shown.flatMap((finding, at) => findingBlocks(finding, from + at + 1, content.items)),
        remark('这些是写法上的建议，改不改由您定。'),
        choices('检查', ...toItem, ...more, back),
      ],
    };
  });
}

function findingBlocks(
  { item, rule, message, mend }: Finding,
  number: number,
  items: Parameters<typeof nameOfItem>[1],
): DraftBlock[] {
  const found = items.find(({ id }) => id === item);
  const where = found === undefined ? '整份问卷' : nameOfItem(found, items);
  return [plain(`${number}. ${where}，${rule}。${message}\n改法：${mend}`)];
}

/** What is found of one item, for its page. */
export function findingsOn(
  item: string,
  content: Parameters<typeof lintQuestionnaire>[0],
): readonly string[] {
  return lintQuestionnaire(content)
    .filter((one) => one.item === item)
    .map(({ rule, message, mend }) => `${rule}：${message}改法：${mend}`);
}
