/** Whether a plain text was written as Markdown. In doubt it was not: its signs would disappear. */

const sure = [
  /^#{1,6} \S/m,
  /^(```|~~~)[\w+#.-]*\s*$[\s\S]*^\1\s*$/m,
  /^\s*[-*+] \[[ xX]\] \S/m,
  /^[^\n|]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/m,
  /^---\n(?:[\w-]+:.*\n)+---\s*$/m,
  /\[[^\][\n]+\]\((?:https?:|mailto:|\/|#)[^)\s]*\)/,
  /^\$\$\s*$[\s\S]*^\$\$\s*$/m,
  /^> \[!\w+\]\s*$/m,
]
/** Two of these, or one of them twice. */
const likely = [
  /^\s*[-*+] \S/gm,
  /^\s*\d{1,3}[.)] \S/gm,
  /^> \S/gm,
  /(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])/g,
  /(?<![\w`])`[^`\n]+`(?![\w`])/g,
  /^(?:---|\*\*\*|___)\s*$/gm,
]
/** What is looked at; the rest of a long text is like its beginning. */
const lookedAt = 20_000

export function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, lookedAt).replace(/\r\n?/g, '\n')
  if (sure.some((sign) => sign.test(start))) return true
  const counts = likely.map((sign) => Math.min(2, start.match(sign)?.length ?? 0))
  return counts.reduce((sum, count) => sum + count, 0) >= 2
}
