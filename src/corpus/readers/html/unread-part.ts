import type { PageElement } from './parse-page.ts';

/** A part of a page that is no text of its document, in words for people. */
export interface UnreadPart {
  readonly what: string;
  readonly why: string;
}

const UNSEEN = { what: '隐藏的文字', why: '网页上不显示' };
const OF_SITE = '属于网站页面，不是正文';

const BY_NAME: Readonly<Record<string, UnreadPart>> = {
  script: { what: '脚本', why: '是程序，不是正文' },
  style: { what: '样式', why: '是版式设置，不是正文' },
  template: UNSEEN,
  noscript: { what: '停用脚本时的提示', why: '网页上通常不显示' },
  head: { what: '网页属性', why: '网页上不显示' },
  title: { what: '网页属性', why: '网页上不显示' },
  nav: { what: '导航', why: OF_SITE },
  footer: { what: '网页页脚', why: OF_SITE },
  aside: { what: '侧栏', why: OF_SITE },
  header: { what: '网页页眉', why: OF_SITE },
  form: { what: '表单', why: OF_SITE },
  input: { what: '表单', why: OF_SITE },
  select: { what: '表单', why: OF_SITE },
  textarea: { what: '表单', why: OF_SITE },
  button: { what: '表单', why: OF_SITE },
  datalist: { what: '表单', why: OF_SITE },
  dialog: { what: '弹出窗口', why: OF_SITE },
  img: { what: '图片', why: '图片中的文字不能读取' },
  svg: { what: '图片', why: '图片中的文字不能读取' },
  canvas: { what: '图片', why: '图片中的文字不能读取' },
  picture: { what: '图片', why: '图片中的文字不能读取' },
  iframe: { what: '嵌入的网页', why: '不从网络读取' },
  frame: { what: '嵌入的网页', why: '不从网络读取' },
  object: { what: '嵌入的对象', why: '不从网络读取' },
  embed: { what: '嵌入的对象', why: '不从网络读取' },
  video: { what: '音视频', why: '只收文字' },
  audio: { what: '音视频', why: '只收文字' },
  math: { what: '公式', why: '公式不能按文字读取' },
  rt: { what: '注音', why: '不是正文' },
  rp: { what: '注音', why: '不是正文' },
};

const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$))/iu;

/** Why a part of a page is no text of its document; null where it is. */
export function unreadPart({ name, attributes }: PageElement): UnreadPart | null {
  const isHidden = 'hidden' in attributes || HIDDEN_STYLE.test(attributes.style ?? '');
  if (isHidden) return UNSEEN;
  if (attributes.role === 'navigation') return BY_NAME.nav ?? null;
  return Object.hasOwn(BY_NAME, name) ? (BY_NAME[name] ?? null) : null;
}
