/** What somebody said, as they wrote it. Nothing where they said nothing. */
export function Quoted({ words }: { words: string }) {
  if (words === '') return null
  return (
    <blockquote
      dir="auto"
      className="whitespace-pre-wrap border-line-strong/50 border-s-2 ps-3 text-ink-soft text-pretty wrap-anywhere"
    >
      {words}
    </blockquote>
  )
}
