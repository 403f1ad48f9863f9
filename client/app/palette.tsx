import { Search } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { Menu } from 'react-aria-components/Menu'
import { TextField } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import { type Command, type CommandGroup, screenCommands } from '../shell/screen-commands'
import { Dialog } from '../ui/dialog'
import { MenuItem, MenuSection } from '../ui/menu'
import { takeEarlyWords } from './early-words'
import { isFoundCard, useCardCommands } from './use-card-commands'
import { useCommands } from './use-commands'

/** Go anywhere and do anything by typing a few letters of it. */
export function Palette(props: { onClose: () => void; onShortcuts: () => void }) {
  const { t } = useTranslation('palette')
  const { contains } = useFilter({ sensitivity: 'base' })
  const [words, setWords] = useState('')
  const [here] = useState(screenCommands)
  const groups = useGroups(here, words, props.onShortcuts)
  const takeEarly = () => {
    const early = takeEarlyWords()
    setWords((before) => before + early)
  }
  const run = (command: Command) => {
    props.onClose()
    command.run()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && props.onClose()}
      title={t('title')}
      width="medium"
      bare
    >
      <Autocomplete<object>
        inputValue={words}
        onInputChange={setWords}
        filter={(text, typed, node) => isFoundCard(node.key) || contains(text, typed)}
      >
        <TextField
          aria-label={t('label')}
          autoFocus
          onFocus={takeEarly}
          className="flex h-13 items-center gap-3 border-line border-b px-4"
        >
          <Search size={18} aria-hidden className="text-ink-faint" />
          <Input
            placeholder={t('placeholder')}
            className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-faint"
          />
        </TextField>
        <Menu
          aria-label={t('title')}
          className="max-h-[min(26rem,60dvh)] overflow-y-auto p-1.5 outline-none"
          renderEmptyState={() => (
            <p className="px-3 py-8 text-center text-ink-faint text-sm">{t('nothing')}</p>
          )}
        >
          {groups.map(({ title, commands }) => (
            <MenuSection key={title} title={title}>
              {commands.map((command) => (
                <MenuItem
                  key={command.id}
                  id={command.id}
                  icon={command.icon}
                  shortcut={command.shortcut}
                  textValue={[command.label, command.hint, command.excerpt]
                    .filter(Boolean)
                    .join(' ')}
                  onAction={() => run(command)}
                >
                  <span className="flex min-w-0 items-baseline gap-2">
                    <span className="truncate">{command.label}</span>
                    {command.hint && (
                      <span className="truncate text-ink-faint text-xs">{command.hint}</span>
                    )}
                  </span>
                  {command.excerpt && (
                    <span dir="auto" className="block truncate text-ink-faint text-xs">
                      {command.excerpt}
                    </span>
                  )}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}

/** What is in front of one first, and what has to be looked for last. */
function useGroups(here: CommandGroup[], words: string, onShortcuts: () => void): CommandGroup[] {
  const { t } = useTranslation('palette')
  const everywhere = useCommands(onShortcuts)
  const cards = useCardCommands(words)
  const found = cards.length > 0 ? [{ title: t('groups.cards'), commands: cards }] : []
  return [...here, ...everywhere, ...found]
}
