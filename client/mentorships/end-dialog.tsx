import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { toast } from '../ui/toast'
import { useMentorshipActs } from './use-mentorship-acts'

/** `end`: of a pair, for both. `leave`: of a circle, which goes on. Neither can be taken back, so it says what follows. */
type Props = { id: string; how: 'end' | 'leave'; onClose(): void }

export function EndDialog({ id, how, onClose }: Props) {
  const { t } = useTranslation('mentorships')
  const navigate = useNavigate()
  const { end, leave } = useMentorshipActs(id)
  const act = how === 'end' ? end : leave
  const go = () =>
    act.mutate(undefined, {
      onSuccess: () => {
        onClose()
        if (how === 'end') return
        toast({ text: t('acts.hasLeft') })
        void navigate({ to: '/mentorships' })
      },
    })
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t(`${how}.title`)}
      description={t(`${how}.intro`)}
    >
      <ul className="list-disc space-y-1.5 ps-5 text-ink-soft text-sm text-pretty">
        {['shared', 'own', 'then'].map((what) => (
          <li key={what}>{t(`${how}.${what}`)}</li>
        ))}
      </ul>
      <DialogFoot>
        <Button tone="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button tone="danger" isPending={act.isPending} onPress={go}>
          {t(`${how}.action`)}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
