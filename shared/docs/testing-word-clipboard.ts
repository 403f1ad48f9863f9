/** What desktop Word puts into the clipboard, in its style; written for tests. */

const head = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ANNA/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>
</xml><![endif]-->
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:Wingdings; mso-font-charset:2;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:11.0pt;}
 @list l0 {mso-list-id:1;} @list l0:level1 {mso-level-number-format:bullet;}
-->
</style>
<!--[if gte mso 10]><style> table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]-->
</head>

<body lang=EN-GB link="#0563C1" vlink="#954F72" style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->
`
const foot = `
<!--EndFragment-->
</body>

</html>`

const ignored = (sign: string) =>
  `<![if !supportLists]><span lang=EN-GB style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`

export const wordLine = (text: string, level: number, sign: string, list = 'l0', end = '') =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${36 * level}.0pt;mso-add-space:auto;
text-indent:-18.0pt;mso-list:${list} level${level} lfo1'>${ignored(sign)}<span
lang=EN-GB>${text}<o:p></o:p></span></p>${end}

`
const cell = (text: string, width = 150) =>
  `  <td width=${width} valign=top style='width:${width}.0pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>
  <p class=MsoNormal style='margin-bottom:0cm;line-height:normal'><b><span lang=EN-GB>${text}<o:p></o:p></span></b></p>
  </td>
`
const row = (...texts: string[]) =>
  ` <tr style='mso-yfti-irow:1'>\n${texts.map((t) => cell(t)).join('')} </tr>\n`

const wordTable = `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-yfti-tbllook:1184'>
 <thead>${row('Machine', 'Scrap', 'Since')}</thead>
${row('DMU 50', '4,2 %', 'March')}${row('DMU 65', '6,0 %', 'April')}</table>

`
const section = (
  nth: number,
) => `<h2 style='mso-list:none'><a name="_Toc1234${nth}"></a><span lang=EN-GB>Week ${nth}<o:p></o:p></span></h2>

<p class=MsoNormal><span lang=EN-GB>In week ${nth} we <b style='mso-bidi-font-weight:normal'>measured</b> the
<i>spindle</i>, see <a href="https://example.org/week/${nth}">the report</a>.<a style='mso-footnote-id:ftn1'
href="#_ftn${nth}" name="_ftnref${nth}" title=""><span class=MsoFootnoteReference><![if !supportFootnotes]>[${nth}]<![endif]></span></a><o:p></o:p></span></p>

${wordLine('Stop the line', 1, '·')}${wordLine('Ask the <b>operator</b>', 2, 'o')}${wordLine('Write it down', 3, '§')}${wordLine('Start again', 1, '·')}
<p class=MsoNormal><span lang=EN-GB><o:p>&nbsp;</o:p></span></p>

${wordLine('First', 1, '1.', 'l1')}${wordLine('Second', 1, '2.', 'l1')}${wordLine('and its part', 2, 'a)', 'l1')}
${wordTable}`

const toc = `<p class=MsoTocHeading>Contents</p>
<p class=MsoToc1><a href="#_Toc12341">Week 1<span style='mso-tab-count:1 dotted'>.............. </span>2</a></p>
`
const odd = `<p class=MsoNormal><ins cite="mailto:Ben" datetime="2026-11-20T10:00">Added later</ins>
<del cite="mailto:Ben" datetime="2026-11-20T10:00">taken out</del> and<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[B1]</a></span> kept.<o:p></o:p></p>

<p class=MsoNormal><!--[if gte vml 1]><v:shape id="_x0000_i1025" style='width:3cm'><v:imagedata src="file:///C:/Temp/clip_image002.png" o:title="x"/></v:shape><![endif]--><![if !vml]><img width=300 height=200 src="file:///C:/Temp/clip_image002.png" alt="The spindle" v:shapes="_x0000_i1025"><![endif]></p>

<p class=MsoIntenseQuote>Measure twice.</p>

<p class=MsoNormal><span style='display:none;mso-hide:all'>hidden words</span></p>

<p class=MsoListParagraph><span style='font-family:"MS Gothic"'>☐</span><span> Order a new clamp</span></p>
<p class=MsoListParagraph><span style='font-family:"MS Gothic"'>☒</span><span> Tell the night shift</span></p>
`
const notes = (
  count: number,
) => `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>
<hr align=left size=1 width="33%"><![endif]>
${Array.from({ length: count }, (_, nth) => `<div style='mso-element:footnote' id=ftn${nth + 1}><p class=MsoFootnoteText><a href="#_ftnref${nth + 1}" name="_ftn${nth + 1}"><span class=MsoFootnoteReference>[${nth + 1}]</span></a> Measured by Ben.<o:p></o:p></p></div>`).join('\n')}
</div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is that so?</p></div></div>`

/** A report of some weeks, as long as a real one. */
export const wordClipboard = (weeks: number): string =>
  [
    head,
    `<p class=MsoTitle><span lang=EN-GB>Report on scrap<o:p></o:p></span></p>\n`,
    toc,
    `<h1><span lang=EN-GB>What we found<o:p></o:p></span></h1>\n`,
    ...Array.from({ length: weeks }, (_, nth) => section(nth + 1)),
    odd,
    notes(weeks),
    foot,
  ].join('')
