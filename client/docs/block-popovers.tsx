import type { Editor } from '@tiptap/react'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { LiveRegion } from '../ui/announcer'
import { useFetchAhead } from '../ui/use-fetch-ahead'
import { type Asked, hostOf } from './doc-host'
import { useTextAfter } from './use-text-after'

const loaders = {
  tone: () => import('./tone-menu').then(({ ToneMenu }) => ({ default: ToneMenu })),
  assignee: () =>
    import('./assignee-picker').then(({ AssigneePicker }) => ({ default: AssigneePicker })),
  due: () => import('./due-picker').then(({ DuePicker }) => ({ default: DuePicker })),
  maths: () => import('./maths-form').then(({ MathsForm }) => ({ default: MathsForm })),
  picture: () => import('./picture-form').then(({ PictureForm }) => ({ default: PictureForm })),
  block: () => import('./block-menu').then(({ BlockMenu }) => ({ default: BlockMenu })),
}
const kinds = {
  tone: lazy(loaders.tone),
  assignee: lazy(loaders.assignee),
  due: lazy(loaders.due),
  maths: lazy(loaders.maths),
  picture: lazy(loaders.picture),
  block: lazy(loaders.block),
}

const all = Object.values(loaders)

export type BlockQuestion = { editor: Editor; asked: Asked; onClose: () => void }

/** What opens beside a block when somebody asks for it, and what is said about blocks. */
export function BlockPopovers({ editor }: { editor: Editor }) {
  const host = hostOf(editor)
  const asked = useSyncExternalStore(host.subscribe, host.getAsked)
  const said = useSyncExternalStore(host.subscribe, host.getSaid)
  const Kind = asked && kinds[asked.kind]
  useFetchAhead(all)
  useTextAfter(editor, asked !== null)
  return (
    <>
      {Kind && (
        <Suspense>
          <Kind editor={editor} asked={asked} onClose={() => host.ask(null)} />
        </Suspense>
      )}
      <LiveRegion said={said} />
    </>
  )
}
