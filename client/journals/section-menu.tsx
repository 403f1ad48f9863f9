import type { Section } from '@atelier/shared/journals/journal'
import {
  ArrowDown,
  ArrowUp,
  Ellipsis,
  MessageCircleQuestion,
  Plus,
  Sparkle,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useCan } from '../access/use-can'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { toast } from '../ui/toast'
import type { EntryFacts } from './entry-facts'
import type { EntryChanges } from './use-entry-changes'

type Props = {
  facts: EntryFacts
  section: Section
  changes: EntryChanges
  onPrompt: () => void
  /** Null as long as nobody knows what it says. */
  onOffer: (() => void) | null
}

/** What an author does with one of an entry’s sections. */
export function SectionMenu({ facts, section, changes, onPrompt, onOffer }: Props) {
  const { t } = useTranslation('journals')
  const may = useCan()
  const [isErasing, setErasing] = useState(false)
  const { sections } = facts.entry
  const at = sections.findIndex(({ id }) => id === section.id)
  const subject = facts.subjectOf(section)
  const moveTo = (place: number) => {
    const others = sections.filter(({ id }) => id !== section.id)
    changes.move.mutate(
      { section: section.id, after: others[place - 1]?.id ?? null },
      {
        onSuccess: () =>
          toast({ text: t('section.moved', { place: place + 1, of: sections.length }) }),
      },
    )
  }
  const doing: Record<string, () => void> = {
    add: () => changes.add.mutate(section.id),
    prompt: onPrompt,
    offer: () => onOffer?.(),
    up: () => moveTo(at - 1),
    down: () => moveTo(at + 1),
    erase: () => setErasing(true),
  }
  return (
    <>
      <MenuTrigger>
        <IconButton label={t('section.menu', { place: at + 1 })} size="small">
          <Ellipsis size={16} aria-hidden />
        </IconButton>
        <Menu
          placement="bottom end"
          onAction={(key) => doing[String(key)]?.()}
          disabledKeys={[
            ...(onOffer ? [] : ['offer']),
            ...(at <= 0 ? ['up'] : []),
            ...(at === sections.length - 1 ? ['down'] : []),
            ...(may('edit', subject) ? [] : ['prompt']),
            ...(may('erase', subject) && sections.length > 1 ? [] : ['erase']),
          ]}
        >
          <MenuItem id="add" icon={<Plus size={16} aria-hidden />}>
            {t('section.addBelow')}
          </MenuItem>
          <MenuItem id="prompt" icon={<MessageCircleQuestion size={16} aria-hidden />}>
            {t(section.prompt === '' ? 'prompt.add' : 'prompt.change')}
          </MenuItem>
          <MenuItem id="offer" icon={<Sparkle size={16} aria-hidden />}>
            {t('section.offer')}
          </MenuItem>
          <MenuItem id="up" icon={<ArrowUp size={16} aria-hidden />}>
            {t('section.up')}
          </MenuItem>
          <MenuItem id="down" icon={<ArrowDown size={16} aria-hidden />}>
            {t('section.down')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem id="erase" tone="danger" icon={<Trash2 size={16} aria-hidden />}>
            {t('section.erase')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {isErasing && (
        <EraseDialog
          title={t('section.eraseTitle')}
          words={t('section.eraseWords')}
          isPending={changes.eraseSection.isPending}
          onClose={() => setErasing(false)}
          onErase={() => changes.eraseSection.mutate(section.id)}
        />
      )}
    </>
  )
}

/** For what nobody can bring back. */
export function EraseDialog(props: {
  title: string
  words: string
  isPending: boolean
  onErase: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('journals')
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      title={props.title}
      description={props.words}
    >
      <DialogFoot>
        <Button tone="quiet" autoFocus onPress={props.onClose}>
          {t('keep')}
        </Button>
        <Button tone="danger" isPending={props.isPending} onPress={props.onErase}>
          {t('eraseForGood')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
