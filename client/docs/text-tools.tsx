import type { DocDesk } from './doc-desk'
import { FindHere } from './find-here'
import { useLinkedBlock } from './use-linked-block'
import { WordCountDialog } from './word-count-dialog'

/** What the doc's menu opens over its text, and where its address leads in it. */
export function TextTools({ desk }: { desk: DocDesk }) {
  useLinkedBlock(desk)
  return (
    <>
      <FindHere desk={desk} />
      <WordCountDialog editor={desk.editor} />
    </>
  )
}
