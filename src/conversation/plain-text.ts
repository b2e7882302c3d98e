import type { Block } from './reply.ts';

/** A block in plain lines, without its buttons; empty where buttons are all it has. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'quote':
      return block.line;
    case 'passage':
      return [
        `《${block.title}》${block.place}`,
        ...block.headings,
        block.text,
        `（${block.standing}）`,
      ].join('\n');
    case 'file':
      return `文件：${block.file.name}`;
    case 'picture':
      return `图片：${block.description}`;
    case 'buttons':
      return '';
    default:
      return block satisfies never;
  }
}
