/** Look of a report as a page: on a desk, on a phone, in the dark and on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1f1d1a; --quiet: #5c564d; --line: #ddd7cc;
  --head: #f4f0e9; --red: #9f1d20; --mark: #9f1d20; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #191715; --ink: #efeae2; --quiet: #b9b1a5; --line: #4a443c; --head: #272320;
    --red: #f0938c; --mark: #e0645c; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 17px/1.75 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", SimHei, sans-serif; }
main, header, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
header { padding-top: 2rem; border-top: 6px solid var(--red); }
h1 { margin: 0; font-size: 1.8rem; line-height: 1.35; text-wrap: balance; }
.subtitle { margin: .4rem 0 0; color: var(--quiet); }
nav { margin: 1.25rem 0 0; padding: .75rem 1rem; background: var(--head); border-radius: 6px; }
nav ol { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
nav li { padding: .15rem 0; }
a { color: var(--red); text-underline-offset: .2em; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--red); outline-offset: 2px; }
h2 { margin: 2.4rem 0 .8rem; padding-bottom: .3rem; font-size: 1.35rem; line-height: 1.4;
  border-bottom: 2px solid var(--red); }
h3 { margin: 1.8rem 0 .6rem; font-size: 1.12rem; }
p { margin: .6rem 0; }
.note { color: var(--quiet); font-size: .94rem; }
.points { margin: .6rem 0; padding-left: 1.6rem; }
.points li { margin: .45rem 0; }
figure { margin: 1.4rem 0; }
figcaption, caption { font-weight: 700; text-align: left; padding: 0 0 .5rem; }
.beside { display: grid; gap: 1rem 2rem; align-items: start; }
.beside > * { min-width: 0; }
.chart { display: block; width: 100%; max-width: 35rem; height: auto; }
.scroll { overflow-x: auto; margin: 1.2rem 0 .3rem; }
.beside .scroll { margin: 0; }
.beside caption { font-weight: 400; color: var(--quiet); font-size: .9rem; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; line-height: 1.5;
  font-variant-numeric: tabular-nums; }
th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { background: var(--head); border-bottom: 2px solid var(--line); vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 8em; }
.number { text-align: center; white-space: nowrap; }
thead .number { white-space: normal; min-width: 3.6em; }
blockquote { margin: .8rem 0 1.2rem; padding: .6rem 1rem; border-left: 4px solid var(--red);
  background: var(--head); }
blockquote p { margin: 0; }
blockquote .label { font-weight: 700; color: var(--red); font-size: .94rem; }
blockquote footer { padding: .2rem 0 0; color: var(--quiet); font-size: .94rem; text-align: right; }
body > footer { padding-bottom: 2.5rem; margin-top: 2.5rem; color: var(--quiet); font-size: .94rem; }
@media (min-width: 60rem) { .beside.has-table { grid-template-columns: 3fr 2fr; } }
@media (max-width: 30rem) {
  body { font-size: 16px; line-height: 1.7; }
  main, header, body > footer { padding-left: 1rem; padding-right: 1rem; }
  h1 { font-size: 1.45rem; }
  th, td { padding: .4rem .4rem; }
}
@page { size: A4; margin: 22mm 20mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #333; --line: #999; --head: #eee;
    --red: #7a1416; --mark: #9f1d20; }
  body { font-size: 11pt; line-height: 1.6; }
  main, header, body > footer { max-width: none; padding: 0; }
  header { border-top: 0; }
  nav { display: none; }
  h2, h3, figcaption, caption { break-after: avoid; }
  figure, tr, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .chart { max-width: 125mm; }
}
`;
