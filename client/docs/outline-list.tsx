import { ListTree } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import type { Outline } from './use-outline'

/** Beside the text where there is room. */
export function OutlineList({ headings, current, goTo }: Outline) {
  const { t } = useTranslation('docs')
  if (headings.length < 2) return null
  return (
    <nav className="doc-outline" aria-label={t('outline.label')}>
      <p aria-hidden>{t('outline.label')}</p>
      <ol>
        {headings.map((heading, place) => (
          <li key={heading.nth} data-depth={heading.depth}>
            <button
              type="button"
              dir="auto"
              aria-current={place === current ? 'true' : undefined}
              onClick={() => goTo(heading)}
            >
              {heading.text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** In the top bar where there is none. */
export function OutlineMenu({ headings, goTo }: Outline) {
  const { t } = useTranslation('docs')
  if (headings.length < 2) return null
  return (
    <span className="doc-outline-menu">
      <MenuTrigger>
        <IconButton label={t('outline.label')}>
          <ListTree size={17} aria-hidden />
        </IconButton>
        <Menu
          aria-label={t('outline.label')}
          placement="bottom end"
          onAction={(nth) => {
            const heading = headings.find((one) => one.nth === nth)
            if (heading) goTo(heading)
          }}
        >
          {headings.map((heading) => (
            <MenuItem key={heading.nth} id={heading.nth} textValue={heading.text}>
              <span dir="auto" data-depth={heading.depth} className="doc-outline-item">
                {heading.text}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
    </span>
  )
}
