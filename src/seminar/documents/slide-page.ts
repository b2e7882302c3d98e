/** Look of the slides: of a page to read by default, of a deck where the script has made it one. */
export const SLIDE_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html, body { margin: 0; color: #111; background: #fff;
  font: 18px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", SimHei, sans-serif; }
h1, h2, p, ol { margin: 0; }
main { max-width: 46em; margin: 0 auto; padding: 1em; }
section { padding: 1.2em 0; border-bottom: 1px solid #bbb; overflow-wrap: anywhere; }
h1 { font-size: 1.7em; line-height: 1.3; }
h2 { font-size: 1em; color: #9b1c1c; }
ol { padding-left: 1.6em; }
.question { font-size: 1.25em; line-height: 1.45; }
.occasion, .path { color: #444; }
.focus b { display: block; color: #9b1c1c; }
.focus { margin: .6em 0; }
.warning { margin: .6em 0; padding: .4em .8em; border: 2px solid #111; font-weight: 700; }
.path { display: flex; justify-content: space-between; gap: 1em; }
.path b { color: #9b1c1c; }
.path i { margin: 0 .4em; font-style: normal; color: #666; }
.more { margin-top: .6em; }
#status { display: none; }
.deck, .deck body { height: 100%; overflow: hidden; cursor: default; }
.deck main { max-width: none; height: 100%; padding: 0; }
.deck section { display: none; flex-direction: column; height: 100vh; padding: 6vmin 9vmin 9vmin;
  border: 0; font-size: 5vmin; overflow: auto; }
.deck section.shown { display: flex; }
h1 { text-wrap: balance; }
.deck h1.short { font-size: 2.2em; }
.deck h1.middle { font-size: 1.6em; }
.deck h1.long { font-size: 1.2em; }
.deck .occasion, .deck .path { font-size: .8em; }
.deck .opening h1 { margin: .2em 0 .3em; }
.deck .focus { font-size: 1.08em; line-height: 1.4; margin: 0 0 .6em; }
.deck .focus b, .deck h2 { font-size: .8em; }
.deck .rules { font-size: .9em; line-height: 1.5; }
.deck .warning { font-size: .75em; margin: 0 0 .8em; }
.deck .question { margin: auto 0; font-weight: 700; line-height: 1.35; }
.deck .question.short { font-size: 2em; }
.deck .question.middle { font-size: 1.6em; }
.deck .question.long { font-size: 1.3em; }
.deck .more { display: none; margin: 0 0 auto; font-size: 1.1em; line-height: 1.45; }
.deck .open .more { display: block; }
.deck .open .question { margin: .5em 0 .6em; }
.deck .open .question.short { font-size: 1.6em; }
.deck .open .question.middle { font-size: 1.32em; }
.deck .open .question.long { font-size: 1.15em; }
.deck .more li { margin-top: .25em; }
.deck #status { display: block; position: fixed; right: 9vmin; bottom: 3vmin; left: 9vmin;
  font-size: 2.6vmin; color: #555; }
@page { size: A4 landscape; margin: 16mm; }
@media print {
  .deck, .deck body, .deck main { height: auto; overflow: visible; }
  main { max-width: none; padding: 0; }
  section, .deck section { display: block; font-size: 18pt !important; height: auto; padding: 0; border: 0; overflow: visible;
    break-after: page; break-inside: avoid; }
  section:last-child { break-after: auto; }
  h1, .deck h1.short, .deck h1.middle, .deck h1.long { font-size: 32pt; }
  .occasion, .path, .deck .occasion, .deck .path { font-size: 16pt; }
  .focus, .deck .focus { font-size: 22pt; }
  .focus b, h2, .deck .focus b, .deck h2 { font-size: 16pt; }
  .rules, .warning, .deck .rules, .deck .warning { font-size: 18pt; }
  .question, .deck .question.short, .deck .question.middle, .deck .question.long,
  .deck .open .question.short, .deck .open .question.middle, .deck .open .question.long {
    margin: 12mm 0; font-size: 30pt; }
  .more, .deck .more { display: block; font-size: 20pt; }
  #status, .deck #status { display: none; }
}
`;

/**
 * Makes a deck of the page where it is wide enough to be projected. A step forward opens the
 * follow-ups of a slide, the next one leaves it; the address keeps the slide over a reload.
 */
export const SLIDE_SCRIPT = `
(() => {
  'use strict';
  const slides = [...document.querySelectorAll('section')];
  const status = document.getElementById('status');
  const hasMore = (slide) => slide.querySelector('.more') !== null;
  let at = 0;
  // What is long is set smaller, so that nothing lies below the edge of the screen.
  const shrink = (slide) => {
    for (let size = 5; size >= 2; size -= 0.25) {
      slide.style.fontSize = size + 'vmin';
      if (slide.scrollHeight <= slide.clientHeight) return;
    }
  };
  const show = (to, isOpen) => {
    at = Math.min(Math.max(to, 0), slides.length - 1);
    slides.forEach((slide, place) => {
      slide.classList.toggle('shown', place === at);
      slide.classList.toggle('open', place === at && isOpen);
    });
    const rest = hasMore(slides[at]) && !isOpen ? '按右方向键或者点击，显示追问'
      : at < slides.length - 1 ? '按右方向键或者点击，看下一页' : '已到最后一页';
    status.textContent = '第' + (at + 1) + '页，共' + slides.length + '页　' + rest;
    shrink(slides[at]);
    history.replaceState(null, '', '#' + (at + 1));
  };
  const isOpen = () => slides[at].classList.contains('open');
  const forward = () => {
    if (hasMore(slides[at]) && !isOpen()) show(at, true);
    else if (at < slides.length - 1) show(at + 1, false);
  };
  const back = () => {
    if (isOpen()) show(at, false);
    else if (at > 0) show(at - 1, hasMore(slides[at - 1]));
  };
  const keys = { ArrowRight: forward, ArrowDown: forward, PageDown: forward, ' ': forward,
    Enter: forward, ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back,
    Home: () => show(0, false), End: () => show(slides.length - 1, false) };
  const wide = matchMedia('(min-width: 700px)');
  const isDeck = () => document.documentElement.classList.contains('deck');
  const fit = () => {
    document.documentElement.classList.toggle('deck', wide.matches);
    if (wide.matches) show(at, isOpen());
    else for (const slide of slides) slide.style.fontSize = '';
  };
  addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    if (act === undefined || !isDeck()) return;
    event.preventDefault();
    act();
  });
  addEventListener('click', (event) => {
    if (!isDeck() || String(getSelection()) !== '') return;
    if (event.clientX < innerWidth / 4) back();
    else forward();
  });
  addEventListener('resize', fit);
  at = Math.min(Math.max((Number(location.hash.slice(1)) || 1) - 1, 0), slides.length - 1);
  fit();
})();
`;
