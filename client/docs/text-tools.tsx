import type { DocDesk } from './doc-desk'
import { FindHere } from './find-here'
import { WordCountDialog } from './word-count-dialog'

/** What the doc's menu opens over its text. */
export const TextTools = ({ desk }: { desk: DocDesk }) => (
  <>
    <FindHere desk={desk} />
    <WordCountDialog editor={desk.editor} />
  </>
)
