import { merchant } from '../../merchant';

const { accent, paper } = merchant.colours;

/** The report's style sheet, embedded because the report is a single file. */
export const styles = `
:root{color-scheme:light dark;--paper:${paper.light};--surface:#fff;--sunken:#f1f2ec;--ink:#18241e;--muted:#56625b;--line:#dcdfd6;--pine:${accent.light};--pine-soft:#e2f0e7;--falu:#96271b;--falu-soft:#faebe7;--straw:#735413;--straw-soft:#f8f0dc}
@media screen and (prefers-color-scheme:dark){:root{--paper:${paper.dark};--surface:#1f2924;--sunken:#18211c;--ink:#eceee8;--muted:#adb6ac;--line:#313c36;--pine:${accent.dark};--pine-soft:#21372c;--falu:#f39a86;--falu-soft:#3d241e;--straw:#e0c07d;--straw-soft:#352d1b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;text-wrap:pretty;-webkit-text-size-adjust:100%}
main{max-width:58rem;margin:0 auto;padding:clamp(1.25rem,4vw,3rem) 1.25rem 4rem}
h1,h2,h3{line-height:1.2;letter-spacing:-.015em;margin:0;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.4rem + 1.8vw,2.6rem)}h2{font-size:1.25rem;margin:2.5rem 0 .75rem}h3{font-size:1rem;letter-spacing:0}
p{margin:.25rem 0}.kicker{color:var(--muted);font-size:.9rem}
.verdict{display:inline-block;margin-top:1rem;padding:.4rem 1rem;border-radius:99px;font-weight:600;font-size:1.05rem}
.passed .mark,.verdict.passed{color:var(--pine)}.failed .mark,.verdict.failed{color:var(--falu)}.skipped .mark,.verdict.interrupted{color:var(--straw)}
.verdict.passed{background:var(--pine-soft)}.verdict.failed{background:var(--falu-soft)}.verdict.interrupted{background:var(--straw-soft)}
.bar{display:flex;gap:3px;height:.6rem;margin:1.25rem 0 .5rem}.bar i{border-radius:3px}.bar .p{background:var(--pine)}.bar .f{background:var(--falu)}.bar .s{background:var(--straw)}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.9rem 2rem;margin:1.5rem 0 0}dt{color:var(--muted);font-size:.85rem}dd{margin:0;overflow-wrap:anywhere}
.to-fix{border:1px solid var(--falu);background:var(--falu-soft);border-radius:.875rem;padding:1rem 1.25rem;margin-top:2rem}.to-fix h2{margin:0 0 .5rem}.to-fix ul{margin:0;padding:0;list-style:none}.to-fix li+li{margin-top:.5rem}
section>ul{list-style:none;margin:0;padding:0;border:1px solid var(--line);border-radius:.875rem;background:var(--surface)}
section>ul>li{display:grid;grid-template-columns:1.5rem minmax(0,1fr) auto;gap:0 .75rem;padding:.85rem 1.1rem;break-inside:avoid}section>ul>li+li{border-top:1px solid var(--line)}
.mark{font-weight:700}.time{color:var(--muted);font-size:.875rem;font-variant-numeric:tabular-nums;white-space:nowrap}
.facts,.source{color:var(--muted);font-size:.9rem;overflow-wrap:anywhere}.sentence{font-weight:500}.failed .sentence{color:var(--falu)}.skipped .sentence{color:var(--straw)}
.more{font-size:.75rem;color:var(--muted);border:1px solid var(--line);border-radius:99px;padding:.05rem .5rem;font-weight:400;white-space:nowrap}
details{grid-column:2/-1;margin-top:.4rem;font-size:.9rem}summary{cursor:pointer;color:var(--muted);padding:.15rem 0}summary:hover{color:var(--ink)}
.message{margin:.6rem 0 1rem}.message p{font-size:.85rem;color:var(--muted)}
pre{margin:.25rem 0;padding:.75rem .9rem;background:var(--sunken);border-radius:.5rem;font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--pine);outline-offset:2px;border-radius:.25rem}
footer{margin-top:2.5rem;color:var(--muted);font-size:.85rem}
@media (max-width:30rem){main{padding-inline:1rem}section>ul>li{grid-template-columns:1rem minmax(0,1fr) auto;gap:0 .5rem;padding:.75rem}details{grid-column:1/-1}}
@media print{@page{margin:16mm 15mm}body{font-size:10.5pt;background:#fff}main{max-width:none;padding:0}section>ul,.to-fix{background:none}h2{break-after:avoid;margin-top:1.5rem}section>ul>li{padding:.5rem .9rem}section>ul>li:has(details[open]){break-inside:auto}details:not([open]){display:none}details[open] pre{font-size:8pt}.verdict,.bar i,pre{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`.replaceAll('\n', '');
