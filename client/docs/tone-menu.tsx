import { type CalloutTone, calloutTones, readCalloutTone } from '@atelier/shared/docs/callout'
import { Info, Lightbulb, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MenuItem } from '../ui/menu'
import type { BlockQuestion } from './block-popovers'
import { attributesOf, changeBlock } from './change-block'
import { FloatingMenu } from './floating-menu'

const icons = { info: Info, tip: Lightbulb, warning: TriangleAlert, danger: OctagonAlert }

export function ToneMenu({ editor, asked, onClose }: BlockQuestion) {
  const { t } = useTranslation('blocks')
  const tone = readCalloutTone(attributesOf(editor, asked).tone) ?? 'info'
  return (
    <FloatingMenu
      label={t('tone.label')}
      beside={asked.beside}
      onClose={onClose}
      selectionMode="single"
      selectedKeys={[tone]}
      onAction={(chosen) => changeBlock(editor, asked, { tone: String(chosen) })}
    >
      {calloutTones.map((one: CalloutTone) => {
        const Icon = icons[one]
        return (
          <MenuItem key={one} id={one} icon={<Icon size={16} className={`tone-icon-${one}`} />}>
            {t(`tone.${one}`)}
          </MenuItem>
        )
      })}
    </FloatingMenu>
  )
}
