import type * as Y from 'yjs'
import { ForkReader } from './fork-reader'
import type { Suggesting } from './use-suggesting'

/** Has every open fork of a doc open. Where nobody suggests it costs nothing. */
export function Forks({ doc, suggesting }: { doc: Y.Doc; suggesting: Suggesting }) {
  const { home, forks, mine, mode, store } = suggesting
  return forks.map((fork) => (
    <ForkReader
      key={fork.id}
      home={home}
      fork={fork}
      doc={doc}
      store={store}
      isMine={fork === mine}
      isWritten={fork === mine && mode === 'suggesting'}
    />
  ))
}
