import { setDue, setEstimate } from '@atelier/shared/boards/fact-edits'
import { CalendarDays, Gauge } from 'lucide-react'
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

/** One due day for all of the cards, or none. */
export function DueOfMany({ ids }: Props) {
  const { t } = useTranslation('board-columns')
  const { room } = useDesk()
  const [due, setTyped] = useState<string | null>(null)
  return (
    <DialogTrigger>
      <BarButton icon={CalendarDays} words={t('chosen.due')} />
      <Popover label={t('chosen.due')} placement="top start">
        {({ close }) => (
          <SmallForm
            none={t('chosen.noDue')}
            onSet={() => {
              if (due) setDue(room.doc, ids, due)
              if (due) close()
            }}
            onNone={() => {
              setDue(room.doc, ids, null)
              close()
            }}
          >
            <DateField label={t('chosen.due')} value={due} onChange={setTyped} />
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
