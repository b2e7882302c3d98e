/** Bones of the 鱼骨图, in the order of the record sheet. */
export const CAUSE_CATEGORIES = ['人员', '制度', '流程', '资源', '环境'] as const;
export type Category = (typeof CAUSE_CATEGORIES)[number];

/** 制度, 制度类; null where it names none. */
export function readCategory(text: string): Category | null {
  const name = text.trim().replace(/类$/u, '');
  return CAUSE_CATEGORIES.find((category) => category === name) ?? null;
}
