import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { Armchair } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { Button } from '../../ui/button'
import { rightsIn } from '../rights-in'
import { takeSeat } from '../workshop-records'

/**
 * Who is of the project and opens a workshop that is under way takes part in it; before it begins they are asked, and
 * so is who has left it.
 */
export function SeatOffer({ page }: { page: WorkshopPage }) {
  const { t } = useTranslation('workshops')
  const { mutate, isPending } = useChange(() => takeSeat(page.id), {
    renews: [
      ['workshop', page.id],
      ['workshop-people', page.id],
    ],
  })
  const mayTake =
    rightsIn(page).takesSeat && page.me?.state !== 'in' && page.me?.state !== 'waiting'
  const isAsOfCourse = mayTake && page.state === 'open' && page.me === null
  const isTaken = useRef(false)
  useEffect(() => {
    if (!isAsOfCourse || isTaken.current) return
    isTaken.current = true
    mutate(undefined)
  }, [isAsOfCourse, mutate])
  if (!mayTake || isAsOfCourse) return null
  return (
    <span className="me-auto">
      <Button icon={<Armchair size={16} />} isPending={isPending} onPress={() => mutate(undefined)}>
        {t(page.me ? 'seat.comeBack' : 'seat.take')}
      </Button>
    </span>
  )
}
