/** A notice in a line, as people say it. */
export interface NoticeLine {
  /** As it was said; not always a class's whole name. */
  readonly className: string;
  readonly text: string;
}

const PLEASE = '(?:请|麻烦|帮我|帮忙|替我)*';
/** 给任职培训班发通知：明天上午9点在一号教室开班. */
const SENT_TO = new RegExp(
  `^${PLEASE}(?:给|向|对)(?<name>[^：:\\n]{1,60}?)(?:的?学员)?(?:发送?|下发|发布)(?:一?[个条则份])?(?:班务)?通知[\\s：:，,]+(?<text>\\S[\\s\\S]*)$`,
  'u',
);
/** 通知任职培训班：明天上午9点在一号教室开班. */
const TOLD = new RegExp(
  `^${PLEASE}通知(?<name>[^：:\\n，,。]{2,60}?)(?:的?学员)?[：:]\\s*(?<text>\\S[\\s\\S]*)$`,
  'u',
);
const QUOTED = /^[“"「]|[”"」]$/gu;

/** Null where a line says no notice. Its text stays as it was written. */
export function readNoticeLine(line: string): NoticeLine | null {
  const found = (SENT_TO.exec(line.trim()) ?? TOLD.exec(line.trim()))?.groups;
  if (found === undefined) return null;
  const { name = '', text = '' } = found;
  return { className: name.trim().replace(QUOTED, ''), text: text.trim() };
}
