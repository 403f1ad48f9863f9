import { Sparkle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { FormatButton } from '../docs/format-button'

/** Among the tools over a section: what is selected is given to a project. */
export function OfferButton({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation('journals')
  return (
    <FormatButton label={t('section.offer')} onPress={onPress}>
      <Sparkle size={16} aria-hidden />
    </FormatButton>
  )
}
