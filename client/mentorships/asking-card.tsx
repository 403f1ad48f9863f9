import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useFormat } from '../i18n/use-format'
import { Avatar } from '../ui/avatar'
import { toast } from '../ui/toast'
import { AnswerForm } from './answer-form'
import { Quoted } from './quoted'
import { othersIn } from './standing'

/** Somebody asks: their words, and a kind word back. */
export function AskingCard({ mentorship }: { mentorship: Mentorship }) {
  const { ago } = useFormat()
  const { t } = useTranslation('mentorships')
  const navigate = useNavigate()
  const asks = useAsks()
  const [words, setWords] = useState('')
  const asking = mentorship.people.find(({ id }) => id === mentorship.askedBy)
  const done = (accept: boolean) => {
    if (!accept) return void toast({ text: t('answer.declined') })
    const params = { mentorshipId: mentorship.id }
    return navigate({ to: '/mentorships/$mentorshipId', params })
  }
  return (
    <li className="rounded-xl border border-line bg-sunken p-5 [--ground:var(--color-sunken)]">
      <div className="flex gap-4">
        {asking && <Avatar name={asking.name} colour={asking.colour} />}
        <div className="min-w-0 flex-1 space-y-3">
          <div>
            <h3 className="font-medium text-pretty">{asks(mentorship)}</h3>
            <p className="text-ink-faint text-sm">
              {[asking?.department, asking?.organisation, ago(mentorship.askedAt)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <Quoted words={mentorship.words} />
          <AnswerForm id={mentorship.id} words={words} onWords={setWords} onDone={done} />
        </div>
      </div>
    </li>
  )
}

/** A sentence: who asks for what. */
export function useAsks() {
  const { t } = useTranslation('mentorships')
  const { list } = useFormat()
  const { id: me } = useMe()
  return (mentorship: Mentorship): string => {
    const { people, askedBy, kind } = mentorship
    const name = people.find(({ id }) => id === askedBy)?.name ?? ''
    const role = people.find(({ id }) => id === me)?.role ?? 'peer'
    if (kind === 'pair') return t(`asks.${role}`, { name })
    const others = othersIn(mentorship, me).filter(({ id }) => id !== askedBy)
    return t('asks.peer', { name, names: list(others.map((one) => one.name)) })
  }
}
