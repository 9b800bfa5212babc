import { createHash } from 'node:crypto';

/** How the pages of surveys look: for a phone first, in light and dark, readable at any size of letters. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1c2526;--quiet:#556063;--paper:#fff;--ground:#f3f5f4;--line:#7d898b;--brand:#1d4d4f;--on:#fff;--bad:#a4262c}
@media (prefers-color-scheme:dark){:root{--ink:#eef2f1;--quiet:#b3bfbf;--paper:#1b2324;--ground:#111718;--line:#8a9799;--brand:#8fd0c8;--on:#10201f;--bad:#ff9d98}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
main{max-width:40rem;margin:0 auto;padding:1.5rem 1rem 1rem;background:var(--paper)}
@media (min-width:42rem){main{margin-top:2rem;padding:2.5rem;border-radius:.75rem}}
.asker{margin:0 0 1.5rem;font-weight:600;color:var(--brand)}
h1{margin:0 0 .5rem;font-size:1.5rem;line-height:1.3}
fieldset{margin:0 0 1.75rem;padding:0;border:0;min-width:0}
legend,legend h1{padding:0;margin:0 0 .75rem;font-size:1.25rem;font-weight:600;line-height:1.35}
.scale{display:grid;grid-template-columns:repeat(6,1fr);gap:.5rem}
@media (min-width:34rem){.scale{grid-template-columns:repeat(11,1fr)}}
.scale label{position:relative;display:block}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span{display:grid;place-items:center;min-height:2.75rem;border:1px solid var(--line);border-radius:.5rem;font-weight:600}
.scale input:checked+span{background:var(--brand);border-color:var(--brand);color:var(--on)}
.scale input:focus-visible+span,button:focus-visible,textarea:focus-visible,a:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.scale input:hover+span{border-color:var(--brand)}
@media (forced-colors:active){.scale input:checked+span{outline:4px solid Highlight}}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.5rem 0 0;color:var(--quiet);font-size:.9375rem}
.ends span:last-child{text-align:right}
.open{margin:.5rem 0 0;color:var(--bad);font-weight:600}
.why{display:block;font-size:1.125rem;font-weight:600}
.hint,.quiet{margin:.25rem 0 .5rem;color:var(--quiet);font-size:.9375rem}
textarea{display:block;width:100%;min-height:7rem;padding:.75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);color:inherit;font:inherit}
button{margin:1.25rem 0 1rem;padding:.75rem 2rem;border:0;border-radius:.5rem;background:var(--brand);color:var(--on);font:inherit;font-weight:600;cursor:pointer;min-height:2.75rem}
a{color:var(--brand)}
nav{max-width:40rem;margin:0 auto;padding:.5rem 1rem 2rem;font-size:.9375rem}
nav a,nav b{display:inline-block;padding:.625rem .75rem .625rem 0}
`.trim();

/** By which a browser knows that it is ours. */
const styleHash = createHash('sha256').update(pageStyle).digest('base64');

/** What a browser may do with such a page: nothing but show it and send its form. It is kept nowhere, and nobody is told of its address. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};
