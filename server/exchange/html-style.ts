/** On screen and on paper, light and dark. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1d2327; --soft: #59636b; --line: #d9dee2; --tint: #f4f6f7; --accent: #1f6f5c; --mark: #fff0a8; --info: #e8f1fb; --tip: #e6f5ec; --warning: #fdf3dc; --danger: #fdeaea }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ea; --soft: #a2adb5; --line: #3a444b; --tint: #222a2f; --accent: #6cc6ad; --mark: #6b5c16; --info: #1d2f42; --tip: #1b3526; --warning: #3b3116; --danger: #422222; background: #161b1e } }
body { margin: 0; color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; overflow-wrap: anywhere }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.8em 0 .5em; text-wrap: balance; break-after: avoid }
h1 { font-size: 1.75rem } h2 { font-size: 1.4rem } h3 { font-size: 1.15rem } h4, h5, h6 { font-size: 1rem }
h1.title { font-size: 2.2rem; margin-top: 0 }
p, ul, ol, blockquote, pre, table, figure, details, aside { margin: 0 0 1em }
li > p, td > p, th > p, aside > :last-child, blockquote > :last-child { margin-bottom: .25em }
ul, ol { padding-inline-start: 1.6em }
li.task-list-item { list-style: none; margin-inline-start: -1.4em }
a { color: var(--accent) }
a[title=person], a[title=doc], a[title=board], a[title=card], a[title=date] { text-decoration: none; font-weight: 500 }
code { font: .9em ui-monospace, "SF Mono", Menlo, Consolas, monospace; background: var(--tint); padding: .1em .3em; border-radius: 4px }
pre { background: var(--tint); padding: .9em 1.1em; border-radius: 8px; overflow-x: auto; white-space: pre-wrap }
pre code { background: none; padding: 0 }
blockquote { border-inline-start: 3px solid var(--line); padding-inline-start: 1em; color: var(--soft) }
aside { border-radius: 8px; padding: .8em 1.1em; background: var(--info) }
aside[data-tone=tip] { background: var(--tip) } aside[data-tone=warning] { background: var(--warning) } aside[data-tone=danger] { background: var(--danger) }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid var(--line); padding: .4em .7em; text-align: start; vertical-align: top }
th { background: var(--tint) }
mark { background: var(--mark); color: inherit }
mark[data-colour=green] { background: var(--tip) } mark[data-colour=blue] { background: var(--info) } mark[data-colour=pink] { background: var(--danger) } mark[data-colour=grey] { background: var(--tint) }
figure { text-align: center } figure[data-align=start] { text-align: start } figure[data-align=end] { text-align: end }
img { max-width: 100%; height: auto; border-radius: 4px }
figcaption { color: var(--soft); font-size: .9em }
summary { font-weight: 600; cursor: pointer }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0 }
.maths { overflow-x: auto }
@page { margin: 20mm 18mm }
@media print { main { max-width: none; padding: 0 } body { font-size: 10.5pt } pre, table, figure, aside { break-inside: avoid-page } tr { break-inside: avoid } thead { display: table-header-group } a { color: inherit } }
`
