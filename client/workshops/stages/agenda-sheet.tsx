import { wordsIn } from '@atelier/shared/workshops/stage'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { ListOrdered } from 'lucide-react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Agenda } from './agenda'
import type { StageShown } from './use-stage-shown'

/** Where there is no room for the agenda beside the stage: where one is, and all of it behind a press. */
export function AgendaSheet({ page, shown }: { page: WorkshopPage; shown: StageShown }) {
  const { t, i18n } = useTranslation('workshops')
  const { stage } = shown
  const nth = page.stages.findIndex(({ id }) => id === stage?.id) + 1
  return (
    <DialogTrigger>
      <Button
        tone="quiet"
        icon={<ListOrdered size={16} className="shrink-0" />}
        className="min-w-0 shrink px-2 lg:hidden"
        aria-label={t('agenda.open', { nth, all: page.stages.length })}
      >
        <span className="truncate">
          {stage
            ? `${nth}/${page.stages.length} ${wordsIn(stage.title, i18n.language)}`
            : t('agenda.title')}
        </span>
      </Button>
      <Dialog title={t('agenda.title')}>
        {({ close }) => <Agenda page={page} shown={shown} onChosen={close} />}
      </Dialog>
    </DialogTrigger>
  )
}
