import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type MarkedHeading, outlineOf } from '../../text/outline.ts';
import type { ReadDocument } from './document.ts';
import { cleanText } from './plain-text.ts';

interface Block {
  readonly text: string;
  readonly depth?: number;
}

/** Markdown as plain lines, one block a line, with its headings as the outline. HTML is left out. */
export function readMarkdown(raw: string): ReadDocument {
  const lines: string[] = [];
  const marked: MarkedHeading[] = [];
  let offset = 0;
  for (const block of blocksOf(fromMarkdown(raw))) {
    const line = cleanText(block.text).replaceAll('\n', '');
    if (line === '') continue;
    if (block.depth !== undefined) {
      marked.push({ start: offset, end: offset + line.length, depth: block.depth });
    }
    lines.push(line);
    offset += line.length + 1;
  }
  const text = lines.join('\n');
  return { text, outline: outlineOf(text, marked) };
}

function* blocksOf(parent: Root | Extract<RootContent, { children: unknown }>): Generator<Block> {
  for (const node of parent.children as RootContent[]) {
    if (node.type === 'heading') yield { text: inlineText(node), depth: node.depth };
    else if (node.type === 'paragraph') yield { text: inlineText(node) };
    else if (node.type === 'code') yield { text: node.value };
    else if (node.type === 'list') yield* itemsOf(node);
    else if ('children' in node) yield* blocksOf(node);
  }
}

function* itemsOf(list: Extract<RootContent, { type: 'list' }>): Generator<Block> {
  let number = list.start ?? 1;
  for (const item of list.children) {
    const prefix = list.ordered === true ? `${number++}. ` : '';
    let isFirst = true;
    for (const block of blocksOf(item)) {
      yield isFirst ? { text: prefix + block.text } : block;
      isFirst = false;
    }
  }
}

/** Text of an inline run; a soft line break joins Chinese without a space. */
function inlineText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') {
    return node.value
      .replace(/(?<=\p{Script=Han}|\p{P})\n|\n(?=\p{Script=Han})/gu, '')
      .replaceAll('\n', ' ');
  }
  return 'children' in node ? node.children.map((child) => inlineText(child)).join('') : '';
}
