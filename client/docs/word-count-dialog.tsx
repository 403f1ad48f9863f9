import type { Editor } from '@tiptap/react'
import { useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Dialog } from '../ui/dialog'
import { askedOfEditors } from './asked'
import { lengthOf, minutesToRead, textOf } from './word-count'

export const wordCountOf = askedOfEditors<true>()

/** How long the doc is, and how long what is selected. */
export function WordCountDialog({ editor }: { editor: Editor }) {
  const asked = wordCountOf(editor)
  const isOpen = useSyncExternalStore(asked.subscribe, asked.get) !== null
  return isOpen ? <OpenDialog editor={editor} close={() => asked.set(null)} /> : null
}

function OpenDialog({ editor, close }: { editor: Editor; close: () => void }) {
  const { t } = useTranslation('find')
  const { locale } = useFormat()
  const { doc, selection } = editor.state
  const all = useMemo(() => lengthOf(textOf(doc), locale), [doc, locale])
  const some = useMemo(
    () => (selection.empty ? null : lengthOf(textOf(doc, selection.from, selection.to), locale)),
    [doc, selection, locale],
  )
  const number = new Intl.NumberFormat(locale)
  const rows = (['words', 'letters', 'lettersAndSpaces'] as const).map((name) => ({
    name,
    all: number.format(all[name]),
    some: some && number.format(some[name]),
  }))
  return (
    <Dialog isOpen onOpenChange={(open) => !open && close()} title={t('count.title')} reading>
      <table className="w-full text-sm tabular-nums">
        <thead>
          <tr className="text-ink-faint text-xs">
            <td />
            {some && (
              <th scope="col" className="py-1 text-end font-medium">
                {t('count.selected')}
              </th>
            )}
            <th scope="col" className="py-1 ps-4 text-end font-medium">
              {t('count.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className="border-line border-t">
              <th scope="row" className="py-2 text-start font-normal">
                {t(`count.${row.name}`)}
              </th>
              {some && <td className="text-end">{row.some}</td>}
              <td className="ps-4 text-end font-medium">{row.all}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-ink-soft text-sm">
        {t('count.minutes', { count: minutesToRead(all.words) })}
      </p>
    </Dialog>
  )
}
