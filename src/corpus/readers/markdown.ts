import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { RawReading } from './document.ts';
import { gatherLeftOut, type LeftOutGatherer } from './left-out.ts';
import { documentOf } from './lines.ts';
import { type PipeTable, pipeTableIn } from './pipe-table.ts';
import { CONVERSION_REASON, conversionArtefactsIn } from './plain-text.ts';
import { doubtsOfUnseen } from './unseen.ts';

interface Block {
  readonly text: string;
  readonly depth?: number;
}

/** What a reading gathers on its way through the tree. */
interface Walk {
  readonly source: string;
  readonly left: LeftOutGatherer;
  tables: number;
}

/** Settings of a site generator, between two lines of dashes at the very beginning. */
const FRONT_MATTER = /^\uFEFF?---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)/u;

/**
 * Markdown as plain lines, one block a line, with its headings as the outline. A table is a row a
 * line; HTML, pictures, and the addresses of links are left out.
 */
export function readMarkdown(raw: string): RawReading {
  const left = gatherLeftOut();
  const lineEnds = raw.replace(/\r\n?/gu, '\n');
  const [frontMatter = ''] = FRONT_MATTER.exec(lineEnds) ?? [];
  if (frontMatter !== '') {
    left.add('文件头的设置', '供网站生成程序使用，不是正文', frontMatter.replace(/^[^\n]*\n/u, ''));
  }
  for (const artefact of conversionArtefactsIn(lineEnds)) {
    left.add('格式转换留下的标记', CONVERSION_REASON, artefact);
  }
  const source = lineEnds.slice(frontMatter.length);
  const walk: Walk = { source, left, tables: 0 };
  const document = documentOf([...blocksOf(fromMarkdown(source), walk)], 'marks');
  return {
    ...{ ...document, pages: [], tables: walk.tables, doubts: doubtsOfUnseen(raw) },
    ...left.gathered(),
  };
}

function* blocksOf(
  parent: Root | Extract<RootContent, { children: unknown }>,
  walk: Walk,
): Generator<Block> {
  for (const node of parent.children as RootContent[]) {
    if (node.type === 'heading') yield { text: inlineText(node, walk), depth: node.depth };
    else if (node.type === 'paragraph') yield* paragraphOf(node, walk);
    else if (node.type === 'code') yield { text: node.value };
    else if (node.type === 'list') yield* itemsOf(node, walk);
    else if (node.type === 'definition') yield* definitionOf(node, walk);
    else if ('children' in node) yield* blocksOf(node, walk);
    else inlineText(node, walk);
  }
}

function* itemsOf(list: Extract<RootContent, { type: 'list' }>, walk: Walk): Generator<Block> {
  let number = list.start ?? 1;
  for (const item of list.children) {
    const prefix = list.ordered === true ? `${number++}. ` : '';
    let isFirst = true;
    for (const block of blocksOf(item, walk)) {
      yield isFirst ? { text: prefix + block.text } : block;
      isFirst = false;
    }
  }
}

/** The parser knows no tables: what is written as one comes as a paragraph. */
function* paragraphOf(
  node: Extract<RootContent, { type: 'paragraph' }>,
  walk: Walk,
): Generator<Block> {
  const table = pipeTableIn(sourceOf(node, walk));
  if (table === null) yield { text: inlineText(node, walk) };
  else yield* rowsOf(table, walk);
}

function* rowsOf({ before, rows }: PipeTable, walk: Walk): Generator<Block> {
  walk.tables++;
  const cellText = (cell: string) => inlineText(fromMarkdown(cell), { ...walk, source: cell });
  if (before !== '') yield { text: cellText(before) };
  for (const cells of rows) yield { text: cells.map(cellText).join('\t') };
}

/** `[^1]: 说明` is a footnote, which the parser takes for the address of a link. */
function* definitionOf(
  node: Extract<RootContent, { type: 'definition' }>,
  walk: Walk,
): Generator<Block> {
  if (node.identifier.startsWith('^')) yield { text: sourceOf(node, walk) };
  else walk.left.add('链接地址', '只收文字，不收地址', node.url);
}

function sourceOf({ position }: Nodes, { source }: Walk): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

/** Text of an inline run; a soft line break joins Chinese without a space. */
function inlineText(node: Nodes, walk: Walk): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
        .replace(/(?<=\p{Script=Han}|\p{P})\n|\n(?=\p{Script=Han})/gu, '')
        .replaceAll('\n', ' ');
    case 'html':
      walk.left.add('网页代码', '只收文字，不收网页代码', node.value);
      return '';
    case 'image':
    case 'imageReference':
      walk.left.add('图片', '图片中的文字不能读取', node.alt ?? '');
      return '';
    case 'linkReference':
      return node.identifier.startsWith('^') ? `[${node.label ?? ''}]` : wordsWithin(node, walk);
    case 'link':
      // An address that is its own text is left in.
      if (sourceOf(node, walk).startsWith('[')) {
        walk.left.add('链接地址', '只收文字，不收地址', node.url);
      }
      return wordsWithin(node, walk);
    default:
      return 'children' in node ? wordsWithin(node, walk) : '';
  }
}

function wordsWithin(node: Extract<Nodes, { children: unknown }>, walk: Walk): string {
  return node.children.map((child) => inlineText(child, walk)).join('');
}
