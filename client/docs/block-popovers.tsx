import type { Editor } from '@tiptap/react'
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import { LiveRegion } from '../ui/announcer'
import { type Asked, hostOf } from './doc-host'

const kinds = {
  tone: lazy(() => import('./tone-menu').then(({ ToneMenu }) => ({ default: ToneMenu }))),
  assignee: lazy(() =>
    import('./assignee-picker').then(({ AssigneePicker }) => ({ default: AssigneePicker })),
  ),
  due: lazy(() => import('./due-picker').then(({ DuePicker }) => ({ default: DuePicker }))),
  maths: lazy(() => import('./maths-form').then(({ MathsForm }) => ({ default: MathsForm }))),
  picture: lazy(() =>
    import('./picture-form').then(({ PictureForm }) => ({ default: PictureForm })),
  ),
  block: lazy(() => import('./block-menu').then(({ BlockMenu }) => ({ default: BlockMenu }))),
}

export type BlockQuestion = { editor: Editor; asked: Asked; onClose: () => void }

/** What opens beside a block when somebody asks for it, and what is said about blocks. */
export function BlockPopovers({ editor }: { editor: Editor }) {
  const host = hostOf(editor)
  const asked = useSyncExternalStore(host.subscribe, host.getAsked)
  const said = useSyncExternalStore(host.subscribe, host.getSaid)
  const Kind = asked && kinds[asked.kind]
  const wasAsked = useRef(false)
  // After the popover is gone: as long as it is there, it keeps the focus.
  useEffect(() => {
    if (!asked && wasAsked.current && !editor.isDestroyed) editor.view.focus()
    wasAsked.current = asked !== null
  }, [asked, editor])
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
