/**
 * The report's only style sheet. Light and dark follow the reader's system; print is always light, on A4 or Letter,
 * with page one on its own. Contrast is at least 4.5:1 for text and 3:1 for marks in both schemes.
 */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --quiet: #57606a; --line: #d5dae0; --soft: #f5f7f9; --accent: #0b5394;
  --attention: #8f1d14; --attention-soft: #fdf0ee; --open: #6b4e00; --open-soft: #fbf4e0; --calm: #1d5e36; --calm-soft: #eef6f0;
  --series-1: #0b5394; --series-2: #c2570c; --series-3: #4b7f37; --series-4: #7b3f98; --series-5: #0e7c86; --series-6: #8a5a2b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e8ecf1; --quiet: #a6b0bb; --line: #38424d; --soft: #1c2229; --accent: #86bdf2;
    --attention: #ff9d92; --attention-soft: #2f1b1a; --open: #efc75e; --open-soft: #2b2412; --calm: #8ad3a4; --calm-soft: #16281d;
    --series-1: #74b0ea; --series-2: #f2a062; --series-3: #96cc82; --series-4: #cb9fe3; --series-5: #6ccbd4; --series-6: #d6ad80;
  }
}
* { box-sizing: border-box; }
html { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
body { margin: 0; background: var(--paper); color: var(--ink); }
main, header.top, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.5rem; }
header.top { padding-top: 2rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 3rem 0 .6rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 1.8rem 0 .4rem; }
p { margin: .5rem 0; max-width: 46rem; }
.subtitle { color: var(--quiet); font-size: 1.05rem; margin: .3rem 0 0; }
.banner { background: var(--open-soft); border: 2px dashed var(--open); padding: .7rem 1rem; margin: 1.2rem 0 0; max-width: none; font-weight: 600; }
.warning { border-left: 4px solid var(--attention); background: var(--attention-soft); padding: .6rem 1rem; margin: .8rem 0; max-width: none; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem 1.2rem; margin: 1.2rem 0 0; padding: 1rem 0; border-block: 1px solid var(--line); }
.facts div { min-width: 0; }
.facts dt { color: var(--quiet); font-size: .85rem; }
.facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.page-one h2 { border: 0; padding: 0; margin: 1.6rem 0 .5rem; }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: .7rem; }
.answer { border: 1px solid var(--line); border-left: 6px solid var(--quiet); padding: .7rem 1rem .6rem; background: var(--soft); break-inside: avoid; }
.answer.attention { border-left-color: var(--attention); background: var(--attention-soft); }
.answer.quiet { border-left-color: var(--accent); }
.answer.good { border-left-color: var(--calm); background: var(--calm-soft); }
.answer.open { border-left-color: var(--open); border-left-style: dashed; background: var(--open-soft); }
.answer h3 { margin: 0; font-size: .9rem; font-weight: 600; color: var(--quiet); }
.answer .verdict { font-size: 1.15rem; font-weight: 700; margin: .05rem 0 .2rem; }
.answer p { max-width: none; margin: .2rem 0; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
.pair h2 { margin-top: 1.4rem; }
ul { padding-left: 1.2rem; margin: .4rem 0; }
li { margin: .25rem 0; max-width: 46rem; }
.small, .note, figcaption { color: var(--quiet); font-size: .9rem; }
figure { margin: 1rem 0; break-inside: avoid; }
figure .chart { display: block; width: 100%; height: auto; }
figcaption { margin-bottom: .3rem; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0 .4rem; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .35rem; }
th, td { padding: .38rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; min-width: 6.5rem; }
td.words { min-width: 8rem; }
.figure { text-align: right; }
td.figure { white-space: nowrap; }
td ul { margin: 0; }
tr.reference td, tr.reference th { background: var(--soft); }
details { margin: .4rem 0; }
summary { cursor: pointer; color: var(--accent); font-size: .92rem; }
dl.glossary { margin: .6rem 0; }
dl.glossary dt { font-weight: 600; margin-top: .6rem; }
dl.glossary dd { margin: 0; max-width: 46rem; }
code { font: .88rem/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
nav ol { columns: 2; padding-left: 0; list-style: none; margin: .4rem 0; }
a { color: var(--accent); }
footer { padding-block: 2rem 3rem; color: var(--quiet); font-size: .9rem; }
@media screen and (max-width: 44rem) { .pair, .answers { grid-template-columns: 1fr; } nav ol { columns: 1; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #111111; --quiet: #4a4f55; --line: #c4c9cf; --soft: #f6f7f8; --accent: #111111;
    --attention: #7a1710; --attention-soft: #ffffff; --open: #574000; --open-soft: #ffffff; --calm: #1d5e36; --calm-soft: #ffffff;
    --series-1: #0b5394; --series-2: #c2570c; --series-3: #4b7f37; --series-4: #7b3f98; --series-5: #0e7c86; --series-6: #8a5a2b;
  }
  @page { margin: 16mm 15mm 18mm; }
  html { font-size: 10pt; }
  main, header.top, footer { max-width: none; padding-inline: 0; }
  header.top { padding-top: 0; }
  .page-one { break-after: page; font-size: .84rem; line-height: 1.38; }
  .page-one h2 { margin: .9rem 0 .3rem; font-size: 1.1rem; }
  .page-one li { margin: .12rem 0; }
  .answers { gap: .4rem; }
  .answer { padding: .4rem .8rem .35rem; }
  .answer .verdict { font-size: 1.05rem; }
  .banner { margin-top: .6rem; padding: .4rem .8rem; }
  h1 { font-size: 1.5rem; }
  .subtitle { display: none; }
  .facts { grid-template-columns: repeat(4, 1fr); gap: .4rem 1rem; margin-top: .6rem; padding: .5rem 0; }
  nav { display: none; }
  h2 { margin-top: 2rem; break-after: avoid; }
  h3, caption, .note { break-after: avoid; }
  h3 + p, figure, figcaption { break-after: avoid; }
  .scroll, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  table { font-size: .88rem; }
  a { color: inherit; text-decoration: none; }
}
`;
