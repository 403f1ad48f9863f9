import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { Agenda } from './agenda'
import { useAgendaIsOpen } from './agenda-open'
import type { StageShown } from './use-stage-shown'

/** Where there is room for it, beside the stage. */
export function SideAgenda({ page, shown }: { page: WorkshopPage; shown: StageShown }) {
  const { t } = useTranslation('workshops')
  if (!useAgendaIsOpen()) return null
  return (
    <nav
      aria-label={t('agenda.title')}
      className="w-64 shrink-0 overflow-y-auto border-line border-e px-3 py-4 max-lg:hidden"
    >
      <Agenda page={page} shown={shown} />
    </nav>
  )
}
