/** 研讨方案, 题目清单, 记录表 (one a group). */
export type Sheet = 'plan' | 'questions' | 'record';
