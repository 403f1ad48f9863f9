import type { Audience } from '@atelier/shared/access/roles'
import type { Section } from '@atelier/shared/journals/journal'
import { Eye, Lock, Users } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useCan } from '../access/use-can'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/menu'
import { toast } from '../ui/toast'
import { isShared, useAudienceWords } from './audience-words'
import { type EntryFacts, isGoingOn } from './entry-facts'
import { PastDialog } from './past-dialog'
import { TakeBackDialog } from './take-back-dialog'
import type { EntryChanges } from './use-entry-changes'

type Props = { facts: EntryFacts; section: Section; changes: EntryChanges }

/** For whom a section is: told to everybody who reads it, changed by its author. */
export function AudienceMenu({ facts, section, changes }: Props) {
  const { t } = useTranslation('journals')
  const words = useAudienceWords(facts)
  const may = useCan()
  const [asked, ask] = useState<'take-back' | 'past' | null>(null)
  const isOpen = isShared(facts, section.audience)
  const Icon = isOpen ? Users : Lock
  const face = (
    <>
      <Icon size={14} aria-hidden />
      {words.of(section)}
    </>
  )
  if (!may('share', facts.subjectOf(section))) {
    return (
      <span className="journal-audience" data-shared={isOpen || undefined}>
        {face}
      </span>
    )
  }
  /** As it is on screen: what was sent for that is never done to anything else. */
  const seen = {
    ...{ section: section.id, from: section.audience },
    sharings: section.shared?.sharings ?? 0,
  }
  const choose = (audience: Audience) => {
    if (audience === section.audience) return
    if (audience === 'private') return ask('take-back')
    changes.share.mutate(
      { ...seen, audience },
      { onSuccess: () => toast({ text: t('share.done', { name: words.names }) }) },
    )
  }
  return (
    <>
      <MenuTrigger>
        <Button
          className="journal-audience"
          data-shared={isOpen || undefined}
          aria-label={t('audience.label', { audience: words.of(section) })}
        >
          {face}
        </Button>
        <Menu
          selectionMode="single"
          selectedKeys={[section.audience]}
          disabledKeys={isGoingOn(facts.mentorship) ? [] : ['pair', 'circle']}
          onAction={(key) => (key === 'past' ? ask('past') : choose(key as Audience))}
        >
          <MenuSection title={t('audience.title')}>
            <MenuItem
              id="private"
              icon={<Lock size={16} aria-hidden />}
              textValue={t('audience.private')}
            >
              <Choice words={t('audience.private')} hint={t('audience.privateHint')} />
            </MenuItem>
            <OthersItem facts={facts} names={words.names} />
          </MenuSection>
          {section.shared && <MenuSeparator />}
          {section.shared && (
            <MenuItem id="past" icon={<Eye size={16} aria-hidden />}>
              {t('past.open')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {asked === 'past' && (
        <PastDialog entryId={facts.entry.id} section={section} onClose={() => ask(null)} />
      )}
      {asked === 'take-back' && (
        <TakeBackDialog
          entryId={facts.entry.id}
          section={section}
          isPending={changes.share.isPending}
          onClose={() => ask(null)}
          onTakeBack={() =>
            changes.share.mutate(
              { ...seen, audience: 'private' },
              {
                onSuccess: () => {
                  ask(null)
                  toast({ text: t('takeBack.done') })
                },
              },
            )
          }
        />
      )}
    </>
  )
}

function OthersItem({ facts, names }: { facts: EntryFacts; names: string }) {
  const { t } = useTranslation('journals')
  const { mentorship } = facts
  const kind = mentorship?.kind ?? 'pair'
  const words =
    mentorship?.kind === 'circle'
      ? t('audience.circle')
      : names
        ? t('audience.pair', { name: names })
        : t('audience.somebody')
  const hint = isGoingOn(mentorship)
    ? kind === 'circle'
      ? t('audience.circleHint', { names })
      : t('audience.pairHint')
    : t(mentorship ? 'audience.overHint' : 'audience.nobodyHint')
  return (
    <MenuItem id={kind} icon={<Users size={16} aria-hidden />} textValue={words}>
      <Choice words={words} hint={hint} />
    </MenuItem>
  )
}

const Choice = ({ words, hint }: { words: string; hint: string }) => (
  <span className="block max-w-64 py-0.5">
    <span className="block">{words}</span>
    <span className="block text-ink-faint text-xs">{hint}</span>
  </span>
)
