import encodeQR from 'qr';
import { escapeHtml } from '../text/escape-html.ts';
import { groupedCode } from './invitation.ts';

export interface InvitationSheet {
  /** Name of the class. */
  readonly title: string;
  /** Until when the codes are good, and for how many. */
  readonly subtitle: string;
  readonly cards: readonly InvitationCard[];
}

export interface InvitationCard {
  /** Empty on a card that anyone of the class may use. */
  readonly name: string;
  readonly unit: string;
  readonly code: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** A page to print: a poster for a shared code, or cards to cut apart. It asks for nothing else. */
export function invitationSheet({ title, subtitle, cards }: InvitationSheet): string {
  const isPoster = cards.length === 1 && cards[0]?.name === '';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} 邀请单</title>
<style>${STYLE}</style>
</head>
<body class="${isPoster ? 'poster' : 'cards'}">
<header><h1>${escapeHtml(title)}</h1><p>干训助手登录邀请　${escapeHtml(subtitle)}</p></header>
<main>${cards.map(cardOf).join('\n')}</main>
</body>
</html>
`;
}

function cardOf({ name, unit, code, links }: InvitationCard): string {
  const who =
    name === ''
      ? ''
      : `<h2>${escapeHtml(name)}</h2><p class="unit">${escapeHtml(unit) || '　'}</p>`;
  const use = name === '' ? '限本班学员使用，请勿外传。' : '仅限本人使用，请勿转交他人。';
  const codes = links.map(
    ({ label, url }) =>
      `<figure>${encodeQR(url, 'svg')}<figcaption>${escapeHtml(label)}扫码</figcaption></figure>`,
  );
  return `<section>${who}
<div class="codes">${codes.join('')}</div>
<p class="code">${groupedCode(code)}</p>
<p class="how">扫码打开，或者在干训助手中输入邀请码。${use}</p></section>`;
}

const STYLE = `
@page { size: A4; margin: 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 182mm; color: #000; background: #fff;
  font: 12pt/1.6 FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", serif; }
h1 { margin: 0; font: 700 20pt/1.4 SimHei, 黑体, STHeiti, "Noto Sans CJK SC", sans-serif; }
header { text-align: center; padding: 4mm 0; }
header p { margin: 1mm 0 0; }
main { display: grid; grid-template-columns: 1fr 1fr; }
section { break-inside: avoid; height: 62mm; padding: 3mm 4mm; overflow: hidden;
  border: 0.3mm dashed #666; text-align: center; }
h2 { margin: 0; font: 700 15pt/1.3 SimHei, 黑体, STHeiti, "Noto Sans CJK SC", sans-serif; }
.unit { margin: 0; font-size: 10.5pt; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.codes { display: flex; justify-content: center; gap: 6mm; }
figure { margin: 1mm 0 0; }
figure svg { display: block; width: 24mm; height: 24mm; margin: 0 auto; }
figcaption { font-size: 9pt; line-height: 1.4; }
.code { margin: 1mm 0 0; font: 700 13pt/1.4 Consolas, "DejaVu Sans Mono", monospace; }
.how { margin: 0; font-size: 9pt; line-height: 1.35; }
.poster main { display: block; }
.poster h1 { font-size: 34pt; padding-top: 10mm; }
.poster section { height: auto; border: 0; padding-top: 10mm; }
.poster figure svg { width: 80mm; height: 80mm; }
.poster figcaption { font-size: 16pt; }
.poster .code { margin-top: 10mm; font-size: 28pt; }
.poster .how { margin-top: 6mm; font-size: 14pt; }
`;
