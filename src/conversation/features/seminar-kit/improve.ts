import { choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import {
  type FeatureReply,
  type PersonalOccasion,
  type Settled,
  say,
  type Working,
} from '../../feature.ts';
import { improveKitFor, whatLeavesOfKit } from '../../improve-kit.ts';
import type { ModelTools } from '../../model-tools.ts';
import type { DraftBlock } from '../../reply.ts';
import { savedAs } from './edit-kit.ts';
import { kitBlocks } from './kit-page.ts';
import { type OpenedKit, withOwnKit } from './opened-kit.ts';

const NO_MODEL = '目前没有配置模型接口，题目由助手按资料和研讨方法拟定，可以逐题修改。';

/** What would go to the endpoint, before anything goes. */
export function offerImproving(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const { model } = on;
  if (model === null) return Promise.resolve(say(NO_MODEL));
  return withOwnKit(id, on, ({ record }) => ({
    placement: 'turn',
    blocks: [
      lead('用模型润色题目？'),
      remark(
        `${whatLeavesOfKit(model.host)}。改写逐题核对，通过的存为新的一版，没有通过的保留原题。`,
      ),
      choices(
        '润色',
        ['开始润色', { kind: 'improve-kit', kit: id, before: record.version }],
        ['不用', { kind: 'open-kit', kit: id }],
      ),
    ],
  }));
}

/** Has a model rewrite the questions; what passes the checks is the next version. */
export function improve(
  { kit: id, before }: DeedOf<'improve-kit'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { model } = on;
  if (model === null) return Promise.resolve(say(NO_MODEL));
  return withOwnKit(id, on, (opened) => {
    if (opened.record.version !== before) {
      return {
        placement: 'turn',
        blocks: [
          lead(`这份方案已经改到第 ${opened.record.version} 版，没有润色。请看现在的内容。`),
          choices('研讨方案', ['打开方案', { kind: 'open-kit', kit: id }]),
        ],
      };
    }
    let settled: Settled = {};
    async function* blocks() {
      settled = yield* improving(opened, model as ModelTools, on);
    }
    return { placement: 'turn', blocks: blocks(), settle: () => settled };
  });
}

async function* improving(
  opened: OpenedKit,
  model: ModelTools,
  on: PersonalOccasion,
): AsyncGenerator<DraftBlock | Working, Settled> {
  yield { kind: 'working', word: '正在润色题目并逐题核对…' };
  const improved = await improveKitFor(opened.kit, on.person.id, on, model);
  if (improved.remark !== '') yield lead(improved.remark);
  if (improved.course !== 'improved') {
    yield* await kitBlocks(opened, on);
    return {};
  }
  const saved = savedAs(opened, improved.kit, improved.remark.replace(/。$/u, ''), on);
  yield remark(`已存为第 ${saved.opened.record.version} 版，原来的在“版本”中可以恢复。`);
  yield* await kitBlocks(saved.opened, on);
  return { changes: [saved.change] };
}
