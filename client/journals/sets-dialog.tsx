import type { OwnPromptSet } from '@atelier/shared/journals/prompt-contract'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { IconButton } from '../ui/icon-button'
import { toast } from '../ui/toast'
import { useOwnPrompts } from './journal-records'
import { ScheduleList } from './schedule-list'
import { SetForm } from './set-form'

/** One's own prompts, and when one wants to be asked. */
export function SetsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('journals')
  const { data } = useOwnPrompts()
  /** `new`, or the set that is changed. */
  const [open, setOpen] = useState<'new' | OwnPromptSet | null>(null)
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={open === null}
      width="medium"
      title={t('sets.title')}
      description={t('sets.words')}
    >
      {open === null ? (
        <>
          {data?.sets.length === 0 && <p className="text-ink-soft">{t('sets.none')}</p>}
          <ul>
            {data?.sets.map((set) => (
              <SetRow key={set.id} set={set} onChange={() => setOpen(set)} />
            ))}
          </ul>
          <Button
            className="mt-3"
            icon={<Plus size={16} aria-hidden />}
            onPress={() => setOpen('new')}
          >
            {t('sets.new')}
          </Button>
          <ScheduleList schedules={data?.schedules ?? []} />
        </>
      ) : (
        <SetForm set={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Dialog>
  )
}

function SetRow({ set, onChange }: { set: OwnPromptSet; onChange: () => void }) {
  const { t } = useTranslation('journals')
  const { id: meId } = useMe()
  const erase = useChange(
    () => ask(api.me['prompt-sets'][':setId'].$delete({ param: { setId: set.id } })),
    { renews: [['journals', 'prompts']], done: () => toast({ text: t('sets.erased') }) },
  )
  return (
    <li className="flex items-center gap-1 border-line border-b py-2">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" dir="auto">
          {set.title}
        </span>
        <span className="block text-ink-faint text-sm">
          {t('begin.prompts', { count: set.prompts.length })}
        </span>
      </span>
      {set.makerId === meId && (
        <>
          <IconButton label={t('sets.change', { title: set.title })} onPress={onChange}>
            <Pencil size={15} aria-hidden />
          </IconButton>
          <IconButton
            label={t('sets.erase', { title: set.title })}
            onPress={() => erase.mutate(undefined)}
          >
            <Trash2 size={15} aria-hidden />
          </IconButton>
        </>
      )}
    </li>
  )
}
