import { useTranslation } from 'react-i18next'
import { LeaveSection } from './leave-section'
import { PasswordForm } from './password-form'
import { ProfileForm } from './profile-form'
import { SettingsTitle } from './settings-title'

export function ProfileScreen() {
  const { t } = useTranslation('people')
  return (
    <>
      <SettingsTitle page="profile" intro={t('profile.intro')} />
      <ProfileForm />
      <section className="mt-12 border-line border-t pt-8">
        <h2 className="mb-1 font-semibold text-lg">{t('password.title')}</h2>
        <p className="mb-5 text-ink-soft">{t('password.intro')}</p>
        <PasswordForm />
      </section>
      <LeaveSection />
    </>
  )
}
