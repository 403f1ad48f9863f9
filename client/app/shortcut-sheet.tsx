import { useTranslation } from 'react-i18next'
import { boardKeys, shownKeys, tableKeys, timeKeys, windowKeys } from '../boards/board-keys'
import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import { wallKeys } from '../workshops/canvas/wall-keys'

/** By place; the words are in the catalogue `shortcuts`. */
const sheet = {
  everywhere: { palette: ['Mod', 'K'], sheet: ['?'], close: ['Esc'] },
  doc: {
    slash: ['/'],
    bold: ['Mod', 'B'],
    italic: ['Mod', 'I'],
    link: ['Mod', 'Shift', 'K'],
    heading: ['#', 'Space'],
    list: ['-', 'Space'],
    task: ['[', ']', 'Space'],
    assign: ['Alt', 'Shift', 'A'],
    due: ['Alt', 'Shift', 'D'],
    highlight: ['Mod', 'Shift', 'H'],
    maths: ['$', '…', '$'],
    toggle: ['Mod', 'Enter'],
    block: ['Alt', 'Shift', 'Enter'],
    moveUp: ['Alt', 'Shift', '↑'],
    moveDown: ['Alt', 'Shift', '↓'],
    cell: ['Tab'],
    cells: ['Shift', '→'],
    wider: ['Mod', 'Shift', '.'],
    narrower: ['Mod', 'Shift', ','],
    comment: ['Mod', 'Alt', 'M'],
    nextThread: ['Mod', 'Alt', '.'],
    lastThread: ['Mod', 'Alt', ','],
    undo: ['Mod', 'Z'],
    redo: ['Mod', 'Shift', 'Z'],
    suggest: ['Mod', 'Alt', 'S'],
    nextSuggestion: ['Mod', 'Alt', 'J'],
    previousSuggestion: ['Mod', 'Alt', 'K'],
    accept: ['Mod', 'Alt', 'A'],
    refuse: ['Mod', 'Alt', 'R'],
    acceptAll: ['Mod', 'Alt', 'Shift', 'A'],
    refuseAll: ['Mod', 'Alt', 'Shift', 'R'],
  },
  inbox: {
    next: ['J'],
    last: ['K'],
    open: ['Enter'],
    mark: ['U'],
    markAll: ['Shift', 'U'],
  },
  workshop: {
    next: ['Alt', 'Shift', '.'],
    back: ['Alt', 'Shift', ','],
  },
} as const

/** Where all of them together say more than the first. */
const drawnKeys: Record<string, readonly string[]> = {
  walk: ['←', '↑', '↓', '→'],
  views: ['1', '…', '4'],
}

const allPlaces: Record<string, Record<string, readonly string[]>> = {
  ...sheet,
  board: firstOf(boardKeys),
  window: firstOf(windowKeys),
  table: firstOf(tableKeys),
  time: firstOf(timeKeys),
  wall: wallKeys,
}

/** As they are drawn: of several keys for one thing, the first. */
function firstOf(keys: Record<string, readonly string[]>) {
  return Object.fromEntries(
    Object.entries(keys).map(([what, [first = '']]) => [what, drawnKeys[what] ?? shownKeys(first)]),
  )
}

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shortcuts')
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      width="large"
      reading
    >
      <div className="gap-x-10 sm:columns-2 lg:columns-3">
        {Object.entries(allPlaces).map(([place, keys]) => (
          <section key={place} className="mb-6">
            <h3 className="mb-2 font-medium text-ink-faint text-xs">{t(`places.${place}`)}</h3>
            <dl className="text-sm">
              {Object.entries(keys).map(([what, combination]) => (
                <div key={what} className="flex min-h-8 items-center justify-between gap-3">
                  <dt>{t(`${place}.${what}`)}</dt>
                  <dd>
                    <Kbd keys={[...combination]} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
