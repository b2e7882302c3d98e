import { INK, LINE, QUIET, RED } from '../../../documents/drawing/colours.ts';
import { printable } from '../../../documents/printable.ts';
import { escapeHtml } from '../../../text/escape-html.ts';
import { GROUND } from '../charts/chart-look.ts';

/** Colours of a picture that follow those of the page, which has a light and a dark look. */
const VARIABLES: readonly (readonly [colour: string, variable: string])[] = [
  [INK, '--ink'],
  [QUIET, '--quiet'],
  [LINE, '--line'],
  [RED, '--mark'],
  [GROUND, '--paper'],
];

/**
 * A drawing as a part of a page: named and told in words, with ids of its own among those of other
 * drawings, in the letters and colours of the page.
 */
export function inlineSvg(svg: string, id: string, title: string, description: string): string {
  const size = /viewBox="([^"]*)"/u.exec(svg)?.[1] ?? '';
  const start = svg.indexOf('>', svg.indexOf('<svg')) + 1;
  let inner = svg.slice(start, svg.lastIndexOf('</svg>')).replace(/\bzr-/gu, `${id}-`);
  for (const [colour, variable] of VARIABLES) {
    inner = inner.replaceAll(`"${colour}"`, `"var(${variable}, ${colour})"`);
  }
  const words = (text: string) => escapeHtml(printable(text));
  return `<svg class="chart" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="${size}" xmlns="http://www.w3.org/2000/svg"><title id="${id}-t">${words(title)}</title><desc id="${id}-d">${words(description)}</desc>${inner}</svg>`;
}
