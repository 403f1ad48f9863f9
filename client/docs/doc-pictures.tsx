import type { Editor } from '@tiptap/react'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import type { ViewedPicture } from '../files/picture-viewer'
import { deskOf } from './file-desk'
import { pictureFacts } from './picture-facts'
import { UploadGuard } from './upload-guard'

const PictureViewer = lazy(() =>
  import('../files/picture-viewer').then(({ PictureViewer }) => ({ default: PictureViewer })),
)

/** The pictures of a text one by one, once somebody opens one: for readers, too. */
export function DocPictures({ editor }: { editor: Editor }) {
  const desk = deskOf(editor)
  const viewed = useSyncExternalStore(desk.subscribe, desk.getViewed)
  const close = () => {
    desk.view(null)
    if (!editor.isDestroyed) editor.view.focus()
  }
  return (
    <>
      <UploadGuard editor={editor} />
      {viewed !== null && (
        <Suspense>
          <PictureViewer
            pictures={picturesIn(editor)}
            file={viewed}
            desk={desk}
            onView={(file) => desk.view(file)}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  )
}

function picturesIn(editor: Editor): ViewedPicture[] {
  const found: ViewedPicture[] = []
  editor.state.doc.descendants((node) => {
    if (node.type.name !== 'picture') return
    const { file, alt, caption } = pictureFacts(node)
    if (file !== null) found.push({ file, alt, caption })
  })
  return found
}
