import { docTitle } from '@atelier/shared/docs/doc'
import { beginTitle } from '@atelier/shared/docs/title-edits'
import { useEffect } from 'react'
import { takeFirstText } from '../projects/first-text'
import type { DocDesk } from './doc-desk'

/** Writes the template that a doc was begun from without a network: an edit like any other, and sent as one. */
export function useFirstText({ docId, editor, editable, room: { doc } }: DocDesk): void {
  useEffect(() => {
    // One that has made way for another already: that one writes it.
    if (editor.isDestroyed || !editable || !editor.isEditable || !editor.isEmpty) return
    const text = takeFirstText(docId)
    if (!text) return
    beginTitle(docTitle(doc), text.title)
    editor.commands.setContent(text.body)
  }, [docId, editor, editable, doc])
}
