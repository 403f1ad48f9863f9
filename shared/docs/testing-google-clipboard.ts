/** What Google Docs puts into the clipboard, in its style; written for tests. */

const span = (text: string, style = '') =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;${style}">${text}</span>`

const paragraph = (inner: string) =>
  `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;">${inner}</p>`

const item = (text: string, level: number) =>
  `<li dir="ltr" style="list-style-type:disc;font-size:11pt;white-space:pre;" aria-level="${level}">${`<p dir="ltr" style="line-height:1.38;" role="presentation">${span(text)}</p>`}</li>`

const task = (text: string, checked: boolean) =>
  `<li dir="ltr" role="checkbox" aria-checked="${checked}" style="list-style-type:none;white-space:pre;" aria-level="1"><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAYAAABXAvmH" width="17.6px" height="17.6px" alt="${checked ? '' : 'un'}checked" aria-roledescription="${checked ? '' : 'un'}checked checkbox" style="margin-right:3px;" /><p dir="ltr" style="display:inline-block;" role="presentation">${span(text)}</p></li>`

const section = (nth: number) =>
  [
    `<h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-weight:700;">Week ${nth}</span></h2>`,
    paragraph(
      `${span('We ')}${span('measured', 'font-weight:700;')}${span(' the ')}${span('spindle', 'font-style:italic;')}${span(', see ')}<a href="https://www.google.com/url?q=https%3A%2F%2Fexample.org%2F${nth}&amp;sa=D" style="text-decoration:none;">${span('the report', 'text-decoration:underline;')}</a>${span('.')}`,
    ),
    `<ul style="margin-top:0;margin-bottom:0;">${item('Stop the line', 1)}<ul style="margin-top:0;">${item('Ask the operator', 2)}<ul>${item('Write it down', 3)}</ul></ul>${item('Start again', 1)}</ul>`,
    `<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="301" /><col width="301" /></colgroup><tbody><tr style="height:0pt"><td style="border-left:solid #000000 1pt;">${paragraph(span('Machine'))}</td><td>${paragraph(span('Scrap'))}</td></tr><tr><td>${paragraph(span('DMU 50'))}</td><td>${paragraph(span('4,2 %'))}</td></tr></tbody></table></div>`,
    '<br />',
  ].join('')

/** Notes of some weeks. */
export const googleClipboard = (weeks: number): string =>
  [
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2e3d4c-7fff-aaaa-bbbb-0123456789ab">',
    paragraph(
      '<span style="font-size:26pt;font-family:Arial,sans-serif;font-weight:400;">Minutes</span>',
    ),
    ...Array.from({ length: weeks }, (_, nth) => section(nth + 1)),
    `<ul style="padding-inline-start:28px;">${task('Order a new clamp', false)}${task('Tell the night shift', true)}</ul>`,
    `${paragraph(`<span style="border:none;display:inline-block;width:400px;"><img src="https://lh7-rt.googleusercontent.com/docsz/AD_4nXe?key=abc" width="400" height="220" style="margin-left:0px;" alt="A chart of scrap by week" /></span>`)}`,
    '</b><br class="Apple-interchange-newline">',
  ].join('')
