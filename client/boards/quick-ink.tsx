import type { QuickToken } from '@atelier/shared/boards/quick-add'

/** Lies behind the field and marks in it what is recognised; its own letters are not seen. */
export function QuickInk({ text, tokens }: { text: string; tokens: readonly QuickToken[] }) {
  const starts = [0, ...tokens.map(({ to }) => to)]
  return (
    <div className="quick-ink" aria-hidden dir="auto">
      {tokens.map(({ from, to, kind, raw }, nth) => (
        <span key={`${kind} ${raw}`}>
          {text.slice(starts[nth], from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(starts.at(-1))}
      {/* A last line without a letter would have no height. */}
      {'\u200b'}
    </div>
  )
}
