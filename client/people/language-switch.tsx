import { languages } from '@atelier/shared/people/choices'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'

/** Before there is a profile to keep it in. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('door')
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{t('language')}</legend>
      {languages.map((language) => (
        <Button
          key={language}
          tone="quiet"
          size="small"
          aria-pressed={i18n.language === language}
          className={i18n.language === language ? 'bg-hover' : undefined}
          onPress={() => void i18n.changeLanguage(language)}
        >
          {t(`languages.${language}`)}
        </Button>
      ))}
    </fieldset>
  )
}
