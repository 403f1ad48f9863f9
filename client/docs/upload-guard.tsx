import { useBlocker } from '@tanstack/react-router'
import type { Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { deskOf } from './file-desk'

/** Asks before somebody walks away from files that are on their way: they are in this screen only. */
export function UploadGuard({ editor }: { editor: Editor }) {
  const { t } = useTranslation('files')
  const desk = deskOf(editor)
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => desk.underway > 0 && current.pathname !== next.pathname,
    enableBeforeUnload: () => desk.underway > 0,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && blocker.reset()}
      title={t('leave.title')}
      description={t('leave.text', { count: desk.underway })}
    >
      <DialogFoot>
        <Button tone="quiet" onPress={blocker.proceed}>
          {t('leave.go')}
        </Button>
        <Button tone="primary" autoFocus onPress={blocker.reset}>
          {t('leave.stay')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
