import { UserFacingError } from '../../../errors.ts';
import type { RawReading } from '../document.ts';
import { doubtsOfEncoding } from '../encoding-doubts.ts';
import { gatherLeftOut, type LeftOutGatherer } from '../left-out.ts';
import { documentOf, type MarkedLine } from '../lines.ts';
import { doubtsOfUnseen } from '../unseen.ts';
import { decodePage } from './decode-page.ts';
import { type Article, findArticle } from './find-article.ts';
import { leaveOut, pageLines } from './page-lines.ts';
import {
  elementsWithin,
  type Page,
  type PageElement,
  parsePage,
  wordsWithin,
} from './parse-page.ts';
import { unreadPart } from './unread-part.ts';
import { type PageWeights, weighPage } from './weigh-page.ts';

/**
 * A saved page as the lines of its article; what the site puts around it is left out and told.
 *
 * @throws UserFacingError where its encoding is none that is read
 */
export function readHtml(bytes: Uint8Array): RawReading {
  const decoded = decodePage(bytes);
  if (decoded === null) {
    throw new UserFacingError(
      '看不懂这个网页文件的编码，请用浏览器打开原网页，另存为“网页，仅 HTML”后重试，或者把正文复制到 Word 中存为 .docx 文件。',
    );
  }
  const page = parsePage(decoded.text);
  const weights = weighPage(page.root);
  const left = gatherLeftOut();
  const article = findArticle(page.root, weights);
  const { lines, tables } = linesOf(article, page.root, weights, left);
  tellOthers(page, article, left);
  return {
    ...{ ...documentOf(lines, 'both'), pages: [], tables },
    doubts: [...doubtsOfEncoding(decoded), ...doubtsOfUnseen(decoded.text)],
    ...left.gathered(),
  };
}

interface Lines {
  readonly lines: readonly MarkedLine[];
  readonly tables: number;
}

function linesOf(
  { body, title }: Article,
  root: PageElement,
  weights: PageWeights,
  left: LeftOutGatherer,
): Lines {
  const { lines, tables } = pageLines(body, body, weights, left);
  if (title === null) return { lines, tables };
  const head = pageLines(title, root, weights, left);
  const text = head.lines.map((line) => line.text.trim()).join('');
  return { lines: [{ text, depth: 1 }, ...lines], tables };
}

const ATTACHED = /\.(?:docx?|wps|pdf|ofd|xlsx?|et|pptx?|zip|rar)(?:$|[?#])/iu;

/** What stands around the article, what nobody sees, and what the page only links to. */
function tellOthers({ root, comments }: Page, { body, title }: Article, left: LeftOutGatherer) {
  const around: string[] = [];
  const visit = (element: PageElement) => {
    if (element === body || element === title) return;
    for (const child of element.children) {
      if (typeof child === 'string') around.push(child);
      else {
        const unread = unreadPart(child);
        if (unread === null) visit(child);
        else if (!elementsWithin(child).includes(body)) leaveOut(child, unread, left);
        else visit(child);
      }
    }
  };
  if (body !== root) visit(root);
  const words = around.join('').trim();
  if (words !== '') left.add('正文以外的网页内容', '属于网站页面，不是正文', words);
  for (const link of elementsWithin(body)) {
    if (link.name === 'a' && ATTACHED.test(link.attributes.href ?? '')) {
      left.add('附件', '网页只有附件的链接，附件需要另行上传', wordsWithin(link).trim());
    }
  }
  for (const { name, attributes } of elementsWithin(root)) {
    if (name === 'meta') left.addAside(attributes.content ?? '');
  }
  for (const comment of comments) left.addAside(comment);
}
