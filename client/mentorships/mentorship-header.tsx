import type { MentorshipSubject } from '@atelier/shared/access/can-in-journals'
import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { CirclePause, CirclePlay, Ellipsis, Flag, LogOut, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useCan } from '../access/use-can'
import { useFormat } from '../i18n/use-format'
import { Badge } from '../ui/badge'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { toast } from '../ui/toast'
import { EndDialog } from './end-dialog'
import { Faces } from './faces'
import { useMentorshipWords } from './mentorship-words'
import { useMentorshipActs } from './use-mentorship-acts'

type Props = { page: MentorshipPage; subject: MentorshipSubject }

const tones = {
  asked: 'accent',
  active: 'neutral',
  paused: 'warning',
  declined: 'neutral',
  ended: 'neutral',
} as const

/** With whom, since when, and how it stands. */
export function MentorshipHeader({ page, subject }: Props) {
  const { t } = useTranslation('mentorships')
  const { day } = useFormat()
  const words = useMentorshipWords()
  const since = page.beganAt && t('when.since', { day: day(page.beganAt) })
  const until = page.endedAt && t('when.ended', { day: day(page.endedAt) })
  return (
    <header className="flex items-center gap-4">
      <Faces mentorship={page} large />
      <div className="min-w-0 flex-1">
        <h1 className="font-semibold text-2xl wrap-anywhere">{words.title(page)}</h1>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft">
          {page.state !== 'active' && (
            <Badge tone={tones[page.state]}>{t(`state.${page.state}`)}</Badge>
          )}
          <span>{[words.kind(page), until || since].filter(Boolean).join(' · ')}</span>
        </p>
      </div>
      <Acts page={page} subject={subject} />
    </header>
  )
}

function Acts({ page, subject }: Props) {
  const { t } = useTranslation('mentorships')
  const can = useCan()
  const acts = useMentorshipActs(page.id)
  const [ending, setEnding] = useState<'end' | 'leave' | null>(null)
  const pause = () =>
    acts.pause.mutate(undefined, {
      onSuccess: () => {
        const action = { label: t('undo'), onPress: () => acts.resume.mutate() }
        toast({ text: t('acts.isPaused'), action })
      },
    })
  const isPaused = page.state === 'paused'
  const mayPause = can('pause', subject)
  const mayEnd = can('end', subject)
  const mayLeave = can('leave', subject)
  if (!mayPause && !mayEnd && !mayLeave) return null
  return (
    <>
      <MenuTrigger>
        <IconButton label={t('acts.label')}>
          <Ellipsis aria-hidden size={18} />
        </IconButton>
        <Menu placement="bottom end">
          {mayPause && !isPaused && (
            <MenuItem icon={<CirclePause size={15} />} onAction={pause}>
              {t('acts.pause')}
            </MenuItem>
          )}
          {mayPause && isPaused && (
            <MenuItem icon={<CirclePlay size={15} />} onAction={() => acts.resume.mutate()}>
              {t('acts.resume')}
            </MenuItem>
          )}
          {mayEnd && page.state === 'asked' && (
            <MenuItem icon={<Undo2 size={15} />} onAction={() => acts.end.mutate()}>
              {t('ask.takeBack')}
            </MenuItem>
          )}
          {mayEnd && page.state !== 'asked' && (
            <MenuItem icon={<Flag size={15} />} onAction={() => setEnding('end')}>
              {t('acts.end')}
            </MenuItem>
          )}
          {mayLeave && (
            <MenuItem icon={<LogOut size={15} />} onAction={() => setEnding('leave')}>
              {t('acts.leave')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {ending && <EndDialog id={page.id} how={ending} onClose={() => setEnding(null)} />}
    </>
  )
}
