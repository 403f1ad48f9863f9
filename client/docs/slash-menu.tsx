import type { Editor } from '@tiptap/react'
import { useEffect, useId, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { type BlockCommand, type BlockGroup, blockPlace, findBlocks } from './block-commands'
import type { SlashState, SlashStore } from './slash-extension'
import './caret-lists.css'

/** The list under the caret after "/". The caret stays in the text; keys move through the list. */
export function SlashMenu({ editor, store }: { editor: Editor; store: SlashStore }) {
  const state = useSyncExternalStore(store.subscribe, store.getState)
  const { t } = useTranslation('docs')
  useEffect(() => {
    store.finds = (query) => findBlocks(query, wordsIn(t), blockPlace(editor)).length > 0
  }, [editor, store, t])
  if (!state) return null
  const list = <SlashList key={state.query} editor={editor} store={store} state={state} />
  return createPortal(list, store.element)
}

type ListProps = { editor: Editor; store: SlashStore; state: SlashState }

function SlashList({ editor, store, state }: ListProps) {
  const { t } = useTranslation('docs')
  const groups = useMemo(
    () => grouped(findBlocks(state.query, wordsIn(t), blockPlace(editor))),
    [state.query, t, editor],
  )
  const found = groups.flatMap(([, commands]) => commands)
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, found.length - 1)
  const count = found.length
  const listId = useId()
  const active = found[at]
  const activeId = active && `${listId}-${active.id}`

  // With what is drawn: a key is for the option that was seen to be the active one.
  useLayoutEffect(() => {
    store.onKey = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step && count > 0) setChosen((at + step + count) % count)
      else if ((event.key === 'Enter' || event.key === 'Tab') && active) state.run(active.id)
      else if (event.key === 'Escape') state.close()
      else return false
      return true
    }
  }, [store, state, count, at, active])
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
    return describe(editor, listId, activeId)
  }, [editor, listId, activeId])

  return (
    <div className="slash-menu" role="listbox" id={listId} aria-label={t('slash.label')}>
      {groups.map(([group, commands]) => (
        // biome-ignore lint/a11y/useSemanticElements: options in a group of a listbox
        <div key={group} role="group" aria-label={t(`groups.${group}`)}>
          <div className="slash-group" aria-hidden>
            {t(`groups.${group}`)}
          </div>
          {commands.map((command) => (
            <SlashOption
              key={command.id}
              id={`${listId}-${command.id}`}
              command={command}
              isActive={command === active}
              onPoint={() => setChosen(found.indexOf(command))}
              onChoose={() => state.run(command.id)}
            />
          ))}
        </div>
      ))}
      {count === 0 && <p className="slash-none">{t('slash.none', { query: state.query })}</p>}
    </div>
  )
}

type OptionProps = {
  id: string
  command: BlockCommand
  isActive: boolean
  onPoint: () => void
  onChoose: () => void
}

function SlashOption({ id, command, isActive, onPoint, onChoose }: OptionProps) {
  const { t } = useTranslation('docs')
  const Icon = command.icon
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text, which points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive at the editor
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className="slash-option"
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="slash-icon" aria-hidden>
        <Icon size={17} />
      </span>
      <span className="slash-words">
        <span>{t(`blocks.${command.id}.title`)}</span>
        <small>{t(`blocks.${command.id}.hint`)}</small>
      </span>
      {command.markdown && <kbd className="slash-markdown">{command.markdown}</kbd>}
    </div>
  )
}

const wordsIn = (t: (key: string) => string) => (id: string) => ({
  title: t(`blocks.${id}.title`),
  keywords: t(`blocks.${id}.keywords`),
})

/** Groups in the order of their best find. */
function grouped(found: BlockCommand[]): [BlockGroup, BlockCommand[]][] {
  const groups = new Map<BlockGroup, BlockCommand[]>()
  for (const command of found) {
    groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  }
  return [...groups]
}

/** Tells screen readers what the caret's keys move through. */
function describe(editor: Editor, listId: string, activeId: string | undefined): () => void {
  const { dom } = editor.view
  dom.setAttribute('aria-controls', listId)
  if (activeId) dom.setAttribute('aria-activedescendant', activeId)
  return () => {
    dom.removeAttribute('aria-controls')
    dom.removeAttribute('aria-activedescendant')
  }
}
