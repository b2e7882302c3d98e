import encodeQR from 'qr';
import { escapeHtml } from '../../text/escape-html.ts';

export interface SurveyPoster {
  readonly title: string;
  /** Such as 6月30日18:00截止. */
  readonly subtitle: string;
  readonly code: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** A page to print and hang up: scanned, it leads to the questionnaire. It asks for nothing else. */
export function surveyPoster({ title, subtitle, code, links }: SurveyPoster): string {
  const figures = links.map(
    ({ label, url }) =>
      `<figure>${encodeQR(url, 'svg')}<figcaption>${escapeHtml(label)}扫码</figcaption></figure>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} 填写二维码</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(subtitle)}</p>
<div class="codes">${figures.join('')}</div>
<p class="code">问卷编号 ${escapeHtml(code)}</p>
<p class="how">扫码打开，或者在干训助手中发送“问卷 ${escapeHtml(code)}”。答案不与姓名对应。</p>
</body>
</html>
`;
}

const STYLE = `
@page { size: A4; margin: 18mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 174mm; padding: 12mm 0; color: #000; background: #fff;
  text-align: center; font: 16pt/1.6 FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", serif; }
h1 { margin: 0; font: 700 30pt/1.4 SimHei, 黑体, STHeiti, "Noto Sans CJK SC", sans-serif; }
p { margin: 4mm 0 0; }
.codes { display: flex; flex-wrap: wrap; justify-content: center; gap: 8mm; margin-top: 10mm; }
figure { margin: 0; }
figure svg { display: block; width: 80mm; max-width: 100%; height: auto; margin: 0 auto; }
.code { margin-top: 10mm; font: 700 22pt/1.4 SimHei, 黑体, STHeiti, "Noto Sans CJK SC", sans-serif; }
.how { font-size: 14pt; }
`;
