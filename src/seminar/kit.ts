import { z } from 'zod';
import { METHODS } from './order.ts';

/** Raised whenever the shape below changes. */
export const KIT_VERSION = 1;

/** Verbatim policy text with its place; the shape of `Citation` in `answering/answer.ts`. */
const citation = z.object({
  material: z.string(),
  title: z.string(),
  place: z.string(),
  page: z.number().int().optional(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
});

const question = z.object({
  /** Names the question within its kit for good, whatever its position. */
  id: z.string(),
  /** The step of the method that asks it, such as 问题, 原因, 对策. */
  stage: z.string(),
  /** Where it stands in ORID or Bloom, such as ORID·事实 or 布卢姆·评价. */
  level: z.string(),
  text: z.string(),
  /** 追问, two or three. */
  followUps: z.array(z.string()),
  /** 预期产出. */
  expected: z.string(),
  /** 政策依据; empty where the question is advice of method alone. */
  basis: z.array(citation),
  /** There where the words are the trainer's own, which no model rewrites. */
  isOwn: z.literal(true).optional(),
});

const agendaStep = z.object({
  /** 环节 */
  step: z.string(),
  minutes: z.number().int(),
  /** 工具 */
  tool: z.string(),
  /** 引导语, as the facilitator says it. */
  guide: z.string(),
  /** 产出 */
  output: z.string(),
});

/** An order as it is kept. */
export const orderShape = z.object({
  topic: z.string(),
  audience: z.string(),
  people: z.number().int(),
  minutes: z.number().int(),
  method: z.enum(METHODS),
  situation: z.string(),
});

/** A 结构化研讨 kit: everything that the printed sheets and a live session are made from. */
export const kitShape = z.object({
  version: z.literal(KIT_VERSION),
  order: orderShape,
  /** 聚焦问题 in one sentence. */
  focus: z.string(),
  /** How far policy text carries the topic: `partial` and `none` are said on every sheet. */
  grounding: z.enum(['full', 'partial', 'none']),
  /** What the grounding means for this kit, in a sentence for people. */
  groundingNote: z.string(),
  /** 选题依据: all policy text that the kit quotes, in the order of the material. */
  basis: z.array(citation),
  /** 目标 */
  aims: z.array(z.string()),
  groups: z.array(z.object({ name: z.string(), people: z.number().int() })),
  /** How the groups were formed, in a sentence. */
  grouping: z.string(),
  roles: z.array(z.object({ role: z.string(), duty: z.string() })),
  /** 课前准备 */
  preparation: z.array(z.string()),
  agenda: z.array(agendaStep),
  /** 研讨规则 */
  rules: z.array(z.string()),
  /** 物料 */
  supplies: z.array(z.string()),
  /** 汇报与点评 */
  reporting: z.array(z.string()),
  /** 成果去向 */
  outcome: z.array(z.string()),
  /** 风险预案 */
  risks: z.array(z.object({ risk: z.string(), response: z.string() })),
  questions: z.array(question),
});

export type Kit = z.infer<typeof kitShape>;
export type KitQuestion = Kit['questions'][number];
export type AgendaStep = Kit['agenda'][number];
export type Grounding = Kit['grounding'];

/** A kit as it was kept; null where another version of the program kept it. */
export function readKit(stored: unknown): Kit | null {
  const parsed = kitShape.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
