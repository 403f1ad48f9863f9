import { Bookmark, ListChecks, Save, Star } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../../ui/menu'
import { useBoardView } from '../use-board-view'
import { isSameView } from '../view-address'
import { SaveViewDialog } from './save-view-dialog'
import { useSavedViews, useSaveView } from './view-records'
import { ViewsDialog } from './views-dialog'

const none = [] as const

/** The views this person keeps of the board, to pick one, and to keep the one on screen. */
export function ViewsMenu({ boardId }: { boardId: string }) {
  const { t } = useTranslation('board-views')
  const { view, changeView } = useBoardView()
  const saved = useSavedViews(boardId) ?? none
  const [dialog, setDialog] = useState<'save' | 'all' | null>(null)
  const [picked, setPicked] = useState<string | null>(null)
  const save = useSaveView(boardId)
  const shown = saved.find((one) => isSameView(one.view, view))
  const changed = shown ? undefined : saved.find(({ id }) => id === picked)
  const pick = (id: string) => {
    const chosen = saved.find((one) => one.id === id)
    if (!chosen) return
    setPicked(id)
    changeView(chosen.view)
  }
  return (
    <>
      <MenuTrigger>
        <Button className="board-filter-button" aria-label={t('saved.menu')}>
          <Bookmark aria-hidden size={15} />
          <span className="views-name" dir="auto" data-named={shown ? true : undefined}>
            {shown?.name ?? t('saved.menu')}
          </span>
        </Button>
        <Menu
          placement="bottom end"
          onAction={(key) => {
            if (key === 'save' || key === 'all') setDialog(key)
            else if (key === 'over') changed && void save({ ...changed, view })
            else pick(String(key))
          }}
        >
          {saved.length > 0 && (
            <MenuSection title={t('saved.mine')}>
              {saved.map(({ id, name, isStart }) => (
                <MenuItem
                  key={id}
                  id={id}
                  textValue={name}
                  icon={isStart ? <Star size={16} /> : <Bookmark size={16} />}
                >
                  <span
                    dir="auto"
                    data-shown={id === shown?.id || undefined}
                    className="views-item"
                  >
                    {name}
                  </span>
                  {isStart && <span className="sr-only">{t('saved.isStart')}</span>}
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {saved.length > 0 && <MenuSeparator />}
          {changed && (
            <MenuItem id="over" icon={<Save size={16} />}>
              {t('saved.over', { name: changed.name })}
            </MenuItem>
          )}
          <MenuItem id="save" icon={<Save size={16} />}>
            {t('saved.save')}
          </MenuItem>
          {saved.length > 0 && (
            <MenuItem id="all" icon={<ListChecks size={16} />}>
              {t('saved.all')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {dialog === 'save' && (
        <SaveViewDialog boardId={boardId} view={view} onClose={() => setDialog(null)} />
      )}
      {dialog === 'all' && <ViewsDialog boardId={boardId} onClose={() => setDialog(null)} />}
    </>
  )
}
