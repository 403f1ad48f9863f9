import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Node } from '@tiptap/pm/model'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CodeColours } from './code-colours'
import { DocFiles } from './doc-files'
import { HostedDoc } from './doc-host'
import { DocPictures } from './doc-pictures'
import { docViews } from './doc-views'
import { revealInToggles } from './toggle-view'
import { useDocHost } from './use-doc-host'
import { useFileDesk } from './use-file-desk'
import type { VersionDifference } from './version-difference'
import { lookAt, VersionMarks } from './version-marks'

/** The text of a version, drawn as the live one is, and only to be read. Mount it anew for another one. */
export function VersionReading(props: {
  body: Node
  difference: VersionDifference | null
  current: number
  say: (change: number) => string
  projectId: string | undefined
  room: RoomName
}) {
  const { t } = useTranslation('history')
  const { t: docs } = useTranslation('docs')
  const { difference, say, current } = props
  const host = useDocHost(props.projectId)
  const files = useFileDesk(props.room)
  const editor = useEditor({
    extensions: [
      ...docExtensions({ task: (text) => docs('task', { text }) }, docViews),
      HostedDoc.configure({ host }),
      DocFiles.configure({ desk: files, fragment: null }),
      CodeColours,
      VersionMarks.configure({ difference, say }),
    ],
    content: (difference?.merged.doc ?? props.body).toJSON(),
    editable: false,
    injectCSS: false,
    editorProps: {
      attributes: { class: 'doc-prose', 'aria-label': t('text'), role: 'document', tabindex: '0' },
    },
  })
  useEffect(() => {
    if (!editor) return
    editor.view.dispatch(editor.state.tr.setMeta(lookAt, current))
    const found = editor.view.dom.querySelector(`[data-change="${current}"]`)
    revealInToggles(found)
    found?.scrollIntoView({ block: 'center' })
  }, [editor, current])
  return (
    <>
      <EditorContent editor={editor} className="doc-body" />
      {editor && <DocPictures editor={editor} />}
    </>
  )
}
