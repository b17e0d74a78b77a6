/** How the page looks, on screens and on paper. */
export const style = `
:root { color-scheme: light; --text: #111; --rule: #111; --soft: #5a5a5a; --link: #1a4a8a; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceae5; color: var(--text);
  font: 1rem/1.5 "Times New Roman", Tinos, "Liberation Serif", "Noto Serif SC", "Songti SC", SimSun, serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2.5rem clamp(1rem, 6vw, 5.5rem) 4rem; background: #fff; }
a { color: var(--link); }
.masthead { margin-bottom: 2rem; }
.masthead .top, .masthead .organ { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; }
.masthead .top { font-size: 1.3rem; border-bottom: 1px solid var(--rule); align-items: end; }
.masthead .organ { border-bottom: 3px solid var(--rule); padding: .4rem 0 2.2rem; margin-bottom: .8rem; }
.masthead .organ strong { font-size: 1.7rem; line-height: 1.2; max-width: 24rem; }
.masthead p { margin: 0; }
h1 { font-size: 1.45rem; line-height: 1.25; margin: 2rem 0 1rem; }
h2, h3, h4 { line-height: 1.25; margin: 2rem 0 .8rem; display: flex; gap: .8rem; }
h2 { font-size: 1.35rem; } h3 { font-size: 1.15rem; } h4 { font-size: 1rem; }
h2 .number, h3 .number, h4 .number { min-width: 2rem; }
p { margin: 0 0 .8rem; }
p > .number { display: inline-block; min-width: 2.6rem; }
.subtitle { font-weight: bold; font-size: 1.1rem; } .draft { font-style: italic; }
ol, ul { margin: 0 0 .8rem; padding-inline-start: 3.6rem; } li { margin-bottom: .3rem; }
ol.letters { list-style: none; counter-reset: letter; }
ol.letters > li { counter-increment: letter; position: relative; }
ol.letters > li::before { content: "(" counter(letter, lower-alpha) ")"; position: absolute; inset-inline-start: -2rem; }
.claim { color: inherit; text-decoration: underline dotted 1px; text-decoration-color: #8aa4c8; text-underline-offset: .2em; }
.claim:hover, .claim:focus-visible { background: #e3ecf8; text-decoration-style: solid; }
.claim[data-status="unanswerable"] { background: #ffe9a8; }
:target { background: #fdf3c4; outline: 2px solid #c9a400; outline-offset: 2px; }
figure { margin: 1.6rem 0; } figcaption { margin-bottom: .4rem; } figcaption > * { display: block; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .86rem; line-height: 1.3; border-top: 1px solid var(--rule); border-bottom: 2px solid var(--rule);
  font-variant-numeric: lining-nums tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .25rem .4rem; font-weight: normal; border-top: 1px solid #d5d5d5; }
thead th { font-style: italic; vertical-align: bottom; border-bottom: 2px solid var(--rule); border-top: 0; }
.end { text-align: end; } .center { text-align: center; }
.under { font-size: .86rem; margin: .3rem 0 0; }
.chart img { max-width: 100%; height: auto; }
.editor-note { background: #f2f2f2; border: 1px solid #808080; padding: .8rem 1rem .2rem; margin: 1.2rem 0; font-size: .93rem; }
.editor-note .label { font-weight: bold; margin-bottom: .3rem; }
.open-place { background: #fff7db; border-inline-start: 4px solid var(--rule); padding: .5rem .8rem; font-style: italic; }
.open-place .label { font-weight: bold; }
.notes { border-top: 1px solid var(--rule); margin-top: 3rem; font-size: .88rem; }
.notes h2 { font-size: 1.1rem; margin-top: 1rem; }
.notes ol { padding-inline-start: 2rem; }
.basis dt { margin-top: .7rem; } .basis dd { margin: 0 0 0 1.2rem; color: var(--soft); overflow-wrap: anywhere; }
code { font-size: .9em; }
sup { line-height: 0; }
@media print {
  body { background: #fff; font-size: 10pt; } main { max-width: none; padding: 0; }
  figure.chart, tr, .editor-note { break-inside: avoid; } h2, h3, h4, figcaption { break-after: avoid; }
  .claim, .claim[data-status="unanswerable"] { text-decoration: none; } .basis { display: none; } .scroll { overflow: visible; }
  @page { size: A4; margin: 22mm 20mm; }
}
`;
