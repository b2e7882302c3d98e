// Parts of regular expressions: how people order a kit.

export const MAKE = '做|编|写|拟|出|设计|准备|起草|制定|制作|生成|策划|搞|来|要';
/** 一个, 份 */
export const A = '(?:一|1)?[个份次场套]';
export const SEMINAR = '(?:结构化)?研讨(?:会|课|活动)?';
export const SHEETS = '(?:方案|题目清单|题目|题单|材料|提纲)';
