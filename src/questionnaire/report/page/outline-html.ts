import { drawSvg } from '../../../documents/drawing/draw-chart.ts';
import { printable } from '../../../documents/printable.ts';
import { escapeHtml } from '../../../text/escape-html.ts';
import { chartLayout } from '../charts/chart-layout.ts';
import type { Block, Outline, TableData } from '../outline.ts';
import { inlineSvg } from './inline-svg.ts';
import { PAGE_STYLE } from './page-style.ts';

/** Columns of a table that has room beside a picture. */
const MOST_BESIDE = 3;

/** Nothing is loaded and nothing runs; pictures bring styles of their own. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A report as one HTML file that asks for nothing else. */
export async function outlineHtml({ title, subtitle, blocks }: Outline): Promise<string> {
  const parts: string[] = [];
  for (const [at, block] of blocks.entries()) parts.push(await htmlOf(block, at));
  const sections = blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level === 2 ? [{ at, text: block.text }] : [],
  );
  const links = sections.map(({ at, text }) => `<li><a href="#b${at}">${safe(text)}</a></li>`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${safe(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${safe(title)}</h1>
${subtitle === '' ? '' : `<p class="subtitle">${safe(subtitle)}</p>\n`}<nav aria-label="目录"><ol>${links.join('')}</ol></nav>
</header>
<main>
${parts.join('\n')}
</main>
<footer>由干训助手根据汇总数据生成，不含逐份答卷。</footer>
</body>
</html>
`;
}

async function htmlOf(block: Block, at: number): Promise<string> {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="b${at}">${safe(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${safe(block.text)}</p>`;
    case 'note':
      return `<p class="note">${safe(block.text)}</p>`;
    case 'list':
      return `<ol class="points">${block.items.map((item) => `<li>${safe(item)}</li>`).join('')}</ol>`;
    case 'table':
      return tableHtml(block.table, block.table.caption);
    case 'chart': {
      const { caption, chart, alt, table } = block;
      const svg = inlineSvg(await drawSvg(chartLayout(chart)), `c${at}`, caption, alt);
      const beside = table === null ? '' : tableHtml(table, '图中的数据', `${caption}的数据`);
      const isNarrow = table !== null && table.columns.length <= MOST_BESIDE;
      return `<figure><figcaption>${safe(caption)}</figcaption><div class="beside${isNarrow ? ' has-table' : ''}">${svg}${beside}</div></figure>`;
    }
    case 'quote':
      return `<blockquote><p class="label">${safe(block.label)}（原文）</p><p>${safe(block.text)}</p><footer>——${safe(block.source)}</footer></blockquote>`;
    default:
      return block satisfies never;
  }
}

/** A wide one is scrolled on its own, by keys too. The first column names its rows. */
function tableHtml({ columns, rows, note }: TableData, caption: string, label = caption): string {
  const kind = (at: number) => (columns[at]?.isCentered === true ? ' class="number"' : '');
  const names = columns.findIndex(({ isCentered }) => !isCentered);
  const head = columns.map(({ title }, at) => `<th scope="col"${kind(at)}>${safe(title)}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((cell, at) =>
      at === names && cell !== ''
        ? `<th scope="row"${kind(at)}>${safe(cell)}</th>`
        : `<td${kind(at)}>${safe(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const table = `<table><caption>${safe(caption)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  const below = note === '' ? '' : `<p class="note">${safe(note)}</p>`;
  return `<div><div class="scroll" role="region" tabindex="0" aria-label="${safe(label)}">${table}</div>${below}</div>`;
}

function safe(words: string): string {
  return escapeHtml(printable(words)).replaceAll('\n', '<br>');
}
