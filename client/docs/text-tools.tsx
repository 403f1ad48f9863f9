import type { DocDesk } from './doc-desk'
import { FindHere } from './find-here'
import { useFirstText } from './use-first-text'
import { useLinkedBlock } from './use-linked-block'
import { WordCountDialog } from './word-count-dialog'

/** What the doc's menu opens over its text, where its address leads in it, and what it begins with. */
export function TextTools({ desk }: { desk: DocDesk }) {
  useFirstText(desk)
  useLinkedBlock(desk)
  return (
    <>
      <FindHere desk={desk} />
      <WordCountDialog editor={desk.editor} />
    </>
  )
}
