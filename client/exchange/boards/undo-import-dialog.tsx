import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { useUndoImport } from './use-undo-import'

type Props = { boardId: string; title: string; projectId: string; onClose(): void }

/** For good: so it is asked first, unlike anything that can be brought back. */
export function UndoImportDialog({ boardId, title, projectId, onClose }: Props) {
  const { t } = useTranslation('board-exchange')
  const navigate = useNavigate()
  const undo = useUndoImport(projectId, () =>
    navigate({ to: '/projects/$projectId', params: { projectId } }),
  )
  return (
    <Dialog
      isOpen
      title={t('undo.title')}
      description={t('undo.intro')}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <DialogFoot>
        <Button onPress={onClose}>{t('undo.keep')}</Button>
        <Button
          tone="danger"
          isPending={undo.isPending}
          onPress={() => undo.mutate({ id: boardId, title })}
        >
          {t('undo.go')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
