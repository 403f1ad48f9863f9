import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { Button } from '../ui/button'
import { personColour, personTint } from '../ui/palette'
import type { Suggesting } from './use-suggesting'

/** That what one writes is a proposal, in one’s own colour. */
export function SuggestingBanner({ suggesting }: { suggesting: Suggesting }) {
  const { t } = useTranslation('suggestions')
  const { colour } = useMe()
  const { home, mode, modes, own, choose } = suggesting
  const said = home.kind === 'doc' ? 'banner.suggesting' : 'banner.suggestingInSection'
  const other = modes.find((one) => one !== 'suggesting')
  if (mode !== 'suggesting') return null
  return (
    <div
      className="suggesting-banner"
      style={{ borderColor: personColour(colour), background: personTint(colour) }}
    >
      <p>{own ? t(said) : waiting(suggesting, t)}</p>
      {other && (
        <Button size="small" onPress={() => choose(other)}>
          {t('banner.stop')}
        </Button>
      )}
    </div>
  )
}

function waiting({ home, mine }: Suggesting, t: (key: string) => string): string {
  if (mine || navigator.onLine) return t('banner.preparing')
  return t(home.kind === 'doc' ? 'banner.offline' : 'banner.offlineInSection')
}

/** For whoever may not write, and may suggest. */
export function SuggestButton({ suggesting }: { suggesting: Suggesting }) {
  const { t } = useTranslation('suggestions')
  if (!suggesting.modes.includes('suggesting')) return null
  return (
    <Button size="small" onPress={() => suggesting.choose('suggesting')}>
      {t('banner.begin')}
    </Button>
  )
}
