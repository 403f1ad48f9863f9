import { setDue, setEstimate, setStart } from '@atelier/shared/boards/fact-edits'
import { CalendarDays, CalendarPlus, Gauge } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { DateField } from '../ui/date-field'
import { Popover } from '../ui/popover'
import { TextField } from '../ui/text-field'
import { useDesk } from './board-context'
import { readPoints } from './card/points'
import { BarButton } from './selection-button'

type Props = { ids: readonly string[] }

/** One start or due day for all of the cards, or none. */
export function DayOfMany({ ids, of }: Props & { of: 'start' | 'due' }) {
  const { t } = useTranslation('board-columns')
  const { room } = useDesk()
  const [day, setTyped] = useState<string | null>(null)
  const set = of === 'start' ? setStart : setDue
  const words = t(`chosen.${of}`)
  return (
    <DialogTrigger>
      <BarButton icon={of === 'start' ? CalendarPlus : CalendarDays} words={words} />
      <Popover label={words} placement="top start">
        {({ close }) => (
          <SmallForm
            none={t(of === 'start' ? 'chosen.noStart' : 'chosen.noDue')}
            onSet={() => {
              if (day) set(room.doc, ids, day)
              if (day) close()
            }}
            onNone={() => {
              set(room.doc, ids, null)
              close()
            }}
          >
            <DateField label={words} value={day} onChange={setTyped} />
          </SmallForm>
        )}
      </Popover>
    </DialogTrigger>
  )
}

/** One estimate for each of the cards, or none. */
export function EstimateOfMany({ ids }: Props) {
  const { t } = useTranslation('board-columns')
  const { room } = useDesk()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  return (
    <DialogTrigger>
      <BarButton icon={Gauge} words={t('chosen.estimate')} />
      <Popover label={t('chosen.estimate')} placement="top start">
        {({ close }) => (
          <SmallForm
            none={t('chosen.noEstimate')}
            onSet={() => {
              const points = readPoints(text)
              setWrong(typeof points !== 'number')
              if (typeof points !== 'number') return
              setEstimate(room.doc, ids, points)
              close()
            }}
            onNone={() => {
              setEstimate(room.doc, ids, null)
              close()
            }}
          >
            <TextField
              autoFocus
              label={t('chosen.points')}
              inputMode="decimal"
              value={text}
              onChange={setText}
              error={isWrong ? t('chosen.pointsWrong') : null}
            />
          </SmallForm>
        )}
      </Popover>
    </DialogTrigger>
  )
}

type FormProps = { none: string; onSet(): void; onNone(): void; children: ReactNode }

function SmallForm({ none, onSet, onNone, children }: FormProps) {
  const { t } = useTranslation('board-columns')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSet()
  }
  return (
    <form className="grid w-60 gap-3" onSubmit={submit} noValidate>
      {children}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" tone="primary">
          {t('chosen.set')}
        </Button>
        <Button size="small" tone="quiet" onPress={onNone}>
          {none}
        </Button>
      </div>
    </form>
  )
}
