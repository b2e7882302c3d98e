import { UserFacingError } from '../../errors.ts';

/** Vectors of a model that do not fit those it gave before, and what to do. */
export function otherDimension(
  model: string,
  known: number,
  found: number,
  cachePath: string,
): UserFacingError {
  return new UserFacingError(
    `向量模型 ${model} 先前的向量是 ${known} 维，又出现 ${found} 维的，` +
      '向量索引没有建成，原有的未受影响。请检查 GANXUN_EMBEDDING_MODEL 和 OPENAI_BASE_URL 设置；' +
      `同一名称下确已更换模型的，请删除 ${cachePath} 后重新建立索引。`,
  );
}
