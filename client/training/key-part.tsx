import { readableFingerprint } from '@atelier/shared/training/proof'
import type { KeyCard } from '@atelier/shared/training/record'
import { useTranslation } from 'react-i18next'

export function KeyPart({ keyCard }: { keyCard: KeyCard | null }) {
  const { t } = useTranslation('training')
  return (
    <section aria-labelledby="key">
      <h2 id="key" className="mb-1 font-semibold text-lg">
        {t('record.key')}
      </h2>
      <p className="text-ink-soft text-sm text-pretty">
        {t(keyCard ? 'record.keyWords' : 'record.noKey')}
      </p>
      {keyCard && (
        <p className="mt-2 rounded-md bg-sunken px-3 py-2 font-mono text-ink-soft text-xs leading-5">
          {readableFingerprint(keyCard.fingerprint)}
        </p>
      )}
    </section>
  )
}
