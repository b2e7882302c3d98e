/**
 * `embedded`: no model was asked; `model`: it drafted the answer, or found that nothing settles it;
 * `instead`: it was asked, and the answer is the embedded one all the same.
 */
export const ANSWERED_BY = ['embedded', 'model', 'instead'] as const;

export type AnsweredBy = (typeof ANSWERED_BY)[number];
