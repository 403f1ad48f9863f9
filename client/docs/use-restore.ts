import type { DocState } from '@atelier/shared/docs/restore-edits'
import { Restoring } from '@atelier/shared/docs/restoring-edits'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import { toast } from '../ui/toast'
import type { DocDesk } from './doc-desk'
import { readVersion } from './version-text'

/** One for each doc that is open: what others type far away may come after the panel was closed. */
const restorings = new WeakMap<Y.Doc, Restoring>()

function restoringOf(doc: Y.Doc): Restoring {
  const known = restorings.get(doc) ?? new Restoring(doc)
  restorings.set(doc, known)
  return known
}

/** Turns the live text into an older one, as an edit of one's own, and offers the way back. */
export function useRestore({ room, editor }: DocDesk): (then: DocState) => void {
  const { t } = useTranslation('history')
  return (then) => {
    const restoring = restoringOf(room.doc)
    const live = readVersion(Y.encodeStateAsUpdate(room.doc))
    restoring.restore(live.body, then, yUndoPluginKey.getState(editor.state)?.undoManager)
    toast({
      text: t('restored'),
      action: { label: t('undo'), onPress: () => restoring.undo() },
    })
  }
}
