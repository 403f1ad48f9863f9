import { useNavigate } from '@tanstack/react-router'
import { LayoutTemplate } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'

/** Beside "New doc": begin from a template instead. */
export function FromTemplate({ projectId }: { projectId: string }) {
  const { t } = useTranslation('organise')
  const navigate = useNavigate()
  return (
    <IconButton
      label={t('templates.open')}
      size="small"
      onPress={() =>
        void navigate({
          to: '/projects/$projectId',
          params: { projectId },
          search: { templates: true },
        })
      }
    >
      <LayoutTemplate size={16} aria-hidden />
    </IconButton>
  )
}
