/** Why a question is in the ledger: refused as 现有资料未载明 or 内容未收录, or its answer did not help. */
export const CAUSES = ['not-in-corpus', 'not-included', 'not-helpful'] as const;
export type Cause = (typeof CAUSES)[number];
