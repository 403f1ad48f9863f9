import type { Column } from '@atelier/shared/boards/board'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAboveLimit } from './column-count'

type Props = { columns: readonly Column[]; scroller: RefObject<HTMLDivElement | null> }

/** On phones, where one column fills the screen: all columns by name, the one in view marked. */
export function ColumnSwitcher({ columns, scroller }: Props) {
  const { t } = useTranslation('boards')
  const current = useColumnInView(columns, scroller)
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>(`[data-for="${CSS.escape(current)}"]`)
    if (chosen) list.current?.scrollTo({ left: chosen.offsetLeft - 48 })
  }, [current])
  const show = (id: string) =>
    scroller.current
      ?.querySelector(`[data-board-column="${CSS.escape(id)}"]`)
      ?.scrollIntoView({ inline: 'center', block: 'nearest' })
  return (
    <nav ref={list} className="board-switcher" aria-label={t('column.switcher')}>
      {columns.map(({ id, name, cards, limit }) => (
        <button
          key={id}
          type="button"
          data-for={id}
          aria-current={id === current}
          onClick={() => show(id)}
        >
          <span dir="auto">{name || t('column.unnamed')}</span>
          <span className="board-count" data-above={isAboveLimit({ cards, limit }) || undefined}>
            {limit === null ? cards.length : `${cards.length} / ${limit}`}
          </span>
        </button>
      ))}
    </nav>
  )
}

function useColumnInView(columns: readonly Column[], scroller: Props['scroller']): string {
  const [inView, setInView] = useState('')
  const ids = columns.map((column) => column.id).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns are other elements.
  useEffect(() => {
    const root = scroller.current
    if (!root) return
    const observer = new IntersectionObserver(
      (entries) => {
        const shown = entries.find((entry) => entry.isIntersecting)?.target as HTMLElement
        if (shown) setInView(shown.dataset.boardColumn ?? '')
      },
      { root, threshold: 0.6 },
    )
    for (const column of root.querySelectorAll('[data-board-column]')) observer.observe(column)
    return () => observer.disconnect()
  }, [ids, scroller])
  return columns.some((column) => column.id === inView) ? inView : (columns[0]?.id ?? '')
}
