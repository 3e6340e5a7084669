/** The card's style sheet. It lives in a closed shadow root: no rule of the page reaches in, none of ours reaches out. */
export const cardStyle = `
:host { all: initial; }
* { box-sizing: border-box; }
.card {
  --surface: #ffffff; --sunken: #f4f2ec; --ink: #1e2329; --soft: #535b65; --line: #dedbd3; --control: #81878f;
  --accent: #0b5c68; --accent-soft: #e2f0f1; --on-accent: #ffffff; --focus: #1558c0;
  --unlawful-risk: #a6231b; --exclusionary: #8a4b00; --coded: #5a3ea8; --style: #455565;
  width: min(360px, calc(100vw - 16px)); max-height: calc(100vh - 16px); overflow: auto;
  background: var(--surface); color: var(--ink);
  border: 1px solid var(--line); border-radius: 12px;
  box-shadow: 0 1px 2px rgb(30 35 41 / .08), 0 8px 28px rgb(30 35 41 / .16);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, sans-serif;
  text-align: start; overscroll-behavior: contain;
}
.card.opening { animation: open .12s ease-out; }
@keyframes open { from { opacity: 0; transform: translateY(-4px); } }
header { display: flex; align-items: start; gap: 8px; padding: 12px 8px 0 16px; }
.kind { flex: 1; display: grid; gap: 3px; }
.severity { font-weight: 600; font-size: 13px; color: var(--tone); }
.severity span { text-decoration: underline var(--shape) var(--tone) 2px; text-underline-offset: 4px; text-decoration-skip-ink: none; }
.category { color: var(--soft); font-size: 12px; }
.spacer { flex: 1; }
.body { padding: 8px 16px 14px; }
.quoted { font-size: 17px; font-weight: 600; line-height: 1.3; margin: 0 0 6px; overflow-wrap: anywhere; }
.message { margin: 0; }
.note { margin: 8px 0 0; color: var(--soft); }
.suggestions { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0 0; padding: 0; list-style: none; }
button { font: inherit; color: inherit; cursor: pointer; border-radius: 8px; border: 1px solid transparent; background: none; }
.suggestion {
  padding: 6px 12px; max-width: 100%; text-align: start; overflow-wrap: anywhere;
  border-color: var(--control); background: var(--surface); font-weight: 500;
}
.suggestion.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.suggestion:hover { border-color: var(--accent); background: var(--accent-soft); color: var(--ink); }
.suggestion.leave { font-style: italic; }
.evidence { display: flex; gap: 8px; align-items: baseline; margin: 12px 0 0; font-size: 12px; color: var(--soft); }
.grade { flex: none; padding: 1px 7px; border-radius: 99px; background: var(--sunken); color: var(--ink); font-weight: 500; }
a { color: inherit; text-underline-offset: 2px; }
a:hover { color: var(--accent); }
footer { display: flex; align-items: center; gap: 2px; padding: 6px 8px; border-top: 1px solid var(--line); font-size: 13px; color: var(--soft); }
.quiet { padding: 5px 8px; border-radius: 6px; white-space: nowrap; }
.quiet:hover { background: var(--sunken); color: var(--ink); }
.close { margin-top: -4px; }
.icon { display: grid; place-items: center; width: 28px; height: 28px; padding: 0; border-radius: 6px; color: var(--soft); }
.icon:hover { background: var(--sunken); color: var(--ink); }
.icon svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.place { font-variant-numeric: tabular-nums; font-size: 12px; min-width: 40px; white-space: nowrap; text-align: center; }
.scopes { display: grid; gap: 2px; padding: 6px 8px; border-top: 1px solid var(--line); font-size: 13px; }
.scopes[hidden] { display: none; }
.scopes .quiet { text-align: start; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.card:focus { outline: none; }
.status { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.unlawful-risk { --tone: var(--unlawful-risk); --shape: double; }
.exclusionary { --tone: var(--exclusionary); --shape: solid; }
.coded { --tone: var(--coded); --shape: dashed; }
.style { --tone: var(--style); --shape: dotted; }
@media (prefers-color-scheme: dark) {
  .card {
    --surface: #1d2024; --sunken: #2b3036; --ink: #e9ebee; --soft: #abb3bd; --line: #343a41; --control: #7d8690;
    --accent: #6fcbd6; --accent-soft: #16363b; --on-accent: #06262b; --focus: #8fb8ff;
    --unlawful-risk: #ff9d92; --exclusionary: #f2b66b; --coded: #c5b3ff; --style: #b4c1cf;
    box-shadow: 0 1px 2px rgb(0 0 0 / .4), 0 8px 28px rgb(0 0 0 / .5);
  }
}
@media (prefers-reduced-motion: reduce) { .card.opening { animation: none; } }
@media (forced-colors: active) { .suggestion.first { border-width: 2px; } }
`;
