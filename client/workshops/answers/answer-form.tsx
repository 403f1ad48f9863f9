import type { Answer } from '@atelier/shared/workshops/answer'
import type { Stage } from '@atelier/shared/workshops/stage'
import { Check } from 'lucide-react'
import type { FormEvent } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { Button } from '../../ui/button'
import { TextArea } from '../../ui/text-area'
import { putAnswer, resultsKey } from '../results/result-records'
import { Face } from './face'
import { isSame, useAnswerDraft } from './use-answer-draft'

type Props = { workshopId: string; stage: Stage; mine: Answer | null }

const marks = [1, 2, 3, 4, 5] as const

/** A face and a few words, sent by a press; they can be changed until they are shown. */
export function AnswerForm({ workshopId, stage, mine }: Props) {
  const { t } = useTranslation('workshop-results')
  const draft = useAnswerDraft(stage.id)
  const answer: Answer = draft.begun ?? mine ?? { mark: null, words: '' }
  const { mutate, isPending } = useChange(
    async (json: Answer) => {
      await putAnswer({ workshopId, stageId: stage.id }, json)
      draft.arrived(json)
    },
    { renews: [resultsKey(workshopId)] },
  )
  const isEmpty = answer.mark === null && answer.words.trim() === ''
  const isSent = isSame(mine, answer)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isSent && !(isEmpty && mine === null)) mutate(answer)
  }
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-5">
      <Marks
        kind={stage.kind}
        mark={answer.mark}
        onChange={(mark) => draft.change({ ...answer, mark })}
      />
      <TextArea
        label={t(`answer.words.${wordsOf(stage)}`)}
        description={t('answer.unnamed')}
        maxLength={280}
        rows={2}
        value={answer.words}
        onChange={(words) => draft.change({ ...answer, words })}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          tone={isSent ? 'secondary' : 'primary'}
          isPending={isPending}
          isDisabled={isSent || (isEmpty && mine === null)}
          icon={isSent && <Check size={16} />}
        >
          {t(isSent ? 'answer.sent' : mine ? 'answer.change' : 'answer.send')}
        </Button>
        <p className="text-ink-faint text-sm">{t('answer.later')}</p>
      </div>
    </form>
  )
}

export const wordsOf = ({ kind }: Pick<Stage, 'kind'>) => (kind === 'close' ? 'close' : 'checkIn')

type MarksProps = { kind: Stage['kind']; mark: number | null; onChange(mark: number): void }

function Marks({ kind, mark, onChange }: MarksProps) {
  const { t } = useTranslation('workshop-results')
  const scale = wordsOf({ kind })
  return (
    <RadioGroup
      aria-label={t(`answer.scale.${scale}`)}
      orientation="horizontal"
      value={mark === null ? null : String(mark)}
      onChange={(chosen) => onChange(Number(chosen))}
      className="grid grid-cols-5 gap-1.5 sm:gap-2"
    >
      {marks.map((one) => (
        <Radio
          key={one}
          value={String(one)}
          className="flex min-w-0 cursor-pointer flex-col items-center gap-1.5 rounded-lg border border-line px-1 py-3 text-center text-ink-soft text-xs outline-offset-2 data-selected:border-accent data-hovered:bg-hover data-selected:bg-accent-soft data-selected:text-ink data-focus-visible:outline-2 data-focus-visible:outline-focus sm:text-sm"
        >
          <Face mark={one} />
          <span className="hyphens-auto wrap-anywhere">{t(`answer.${scale}.${one}`)}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
