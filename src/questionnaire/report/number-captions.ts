import type { Block } from './outline.ts';

/** Puts 图1, 表1 before the captions, in the order in which they stand. */
export function numberCaptions(blocks: readonly Block[]): Block[] {
  let tables = 0;
  let charts = 0;
  return blocks.map((block) => {
    if (block.kind === 'table') {
      tables += 1;
      const { table } = block;
      return { ...block, table: { ...table, caption: `表${tables}　${table.caption}` } };
    }
    if (block.kind === 'chart') {
      charts += 1;
      return { ...block, caption: `图${charts}　${block.caption}` };
    }
    return block;
  });
}
