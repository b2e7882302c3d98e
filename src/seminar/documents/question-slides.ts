import { createHash } from 'node:crypto';
import { printable } from '../../documents/printable.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import type { Kit } from '../kit.ts';
import type { DocumentHead } from './document-head.ts';
import { type NumberedQuestion, type NumberedStage, numberedStages } from './numbered-stages.ts';
import { SLIDE_SCRIPT, SLIDE_STYLE } from './slide-page.ts';
import { groundingWarning } from './words.ts';

/**
 * Questions to project, one a slide, as one HTML file that asks for nothing else. Without its
 * script, on a phone and on paper it is a page to read from top to bottom.
 */
export function questionSlides(kit: Kit, head: DocumentHead): string {
  const stages = numberedStages(kit);
  const slides = stages.flatMap((stage) =>
    stage.questions.map((numbered) => questionSlide(numbered, stage, stages)),
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(SLIDE_STYLE)}'; script-src '${hashOf(SLIDE_SCRIPT)}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${safe(`研讨题目：${kit.order.topic}`)}</title>
<style>${SLIDE_STYLE}</style>
</head>
<body>
<main>
${[openingSlide(kit, head), ...slides].join('\n')}
</main>
<footer id="status" aria-live="polite"></footer>
<script>${SLIDE_SCRIPT}</script>
</body>
</html>
`;
}

function openingSlide(kit: Kit, { className, date }: DocumentHead): string {
  const occasion = [className, dateInWords(date)].filter((words) => words !== '').join('　');
  const warning = groundingWarning(kit);
  return `<section class="opening">
${when(occasion, (words) => `<p class="occasion">${safe(words)}</p>`)}
<h1 class="${lengthOf(kit.order.topic)}">${safe(kit.order.topic)}</h1>
<p class="focus"><b>聚焦问题</b><span>${safe(kit.focus)}</span></p>
${when(warning, (words) => `<p class="warning">${safe(words)}</p>`)}
<h2>研讨规则</h2>
<ol class="rules">${kit.rules.map((rule) => `<li>${safe(rule)}</li>`).join('')}</ol>
</section>`;
}

function questionSlide(
  { number, question }: NumberedQuestion,
  { stage }: NumberedStage,
  stages: readonly NumberedStage[],
): string {
  const { text, followUps } = question;
  const total = stages.reduce((sum, { questions }) => sum + questions.length, 0);
  const path = stages.map((one) =>
    one.stage === stage ? `<b aria-current="step">${safe(one.stage)}</b>` : safe(one.stage),
  );
  return `<section>
<p class="path"><span class="stages">${path.join('<i aria-hidden="true">→</i>')}</span><span>第${number}题，共${total}题</span></p>
<h1 class="question ${lengthOf(text)}">${safe(text)}</h1>
${when(followUps.map((followUp) => `<li>${safe(followUp)}</li>`).join(''), (items) => `<div class="more"><h2>追问</h2><ol>${items}</ol></div>`)}
</section>`;
}

/** By how many characters there are, so that a slide holds its question without scrolling. */
function lengthOf(words: string): string {
  const { length } = words;
  return length <= 24 ? 'short' : length <= 48 ? 'middle' : 'long';
}

function safe(words: string): string {
  return escapeHtml(printable(words)).replaceAll('\n', '<br>');
}

function when(words: string, make: (words: string) => string): string {
  return words === '' ? '' : make(words);
}

/** As a Content-Security-Policy names what may run: nothing that a kit holds ever can. */
function hashOf(code: string): string {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`;
}
