import { elementsWithin, type PageElement, wordsWithin } from './parse-page.ts';
import type { PageWeights } from './weigh-page.ts';

const CONTAINERS = ['div', 'section', 'ul', 'ol', 'dl', 'table', 'center', 'span', 'p', 'td'];

const SITE_NAMES =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|footer|foot|breadcrumbs?|crumbs?|sidebar|share|toolbar|copyright|related|recommend|banner|search|login|pagination|friend[-_]?links?)(?:$|[-_\s\d])/iu;

/** What stands at the edge of a page and in no document, such as its registration. */
const SITE_WORDS =
  /ICP备|公网安备|(?:打印|关闭)(?:本页|窗口|此页)|分享到[：:]|扫一扫|当前位置[：:]|您?(?:现在)?(?:所在)?的?位置[：:]|网站地图/u;
const LONGEST_EDGE = 160;
/** From this share on, words in links to elsewhere are a list of links. */
const MOSTLY_LINKS = 0.6;
/** Below this share of the article, a part may be left out. */
const MINOR = 0.5;

/** Whether a part within a page belongs to the site around the document: menus, lists of links, its edges. */
export function isOfSite(part: PageElement, whole: PageElement, weights: PageWeights): boolean {
  if (!CONTAINERS.includes(part.name)) return false;
  const { words, linked } = weights.of(part);
  if (words === 0 || weights.ownOf(part) > MINOR * weights.ownOf(whole)) return false;
  const text = wordsWithin(part).replace(/\s+/gu, '');
  if (words <= LONGEST_EDGE && SITE_WORDS.test(text) && !/[。；]$/u.test(text)) return true;
  if (part.name === 'p' || part.name === 'span' || part.name === 'td') return false;
  if (hasHeading(part) || /^(?:附件|附表|附[：:])/u.test(text)) return false;
  if (SITE_NAMES.test(`${part.attributes.id ?? ''} ${part.attributes.class ?? ''}`)) return true;
  return linked > MOSTLY_LINKS * words;
}

function hasHeading(part: PageElement): boolean {
  return elementsWithin(part).some(({ name }) => /^h[1-3]$/u.test(name));
}
