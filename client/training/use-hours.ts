import { useTranslation } from 'react-i18next'

/** Minutes, said as hours: `1.5 h`. */
export function useHours(): (minutes: number) => string {
  const { t, i18n } = useTranslation('training')
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 })
  return (minutes) => t('hoursOf', { hours: format.format(minutes / 60) })
}
