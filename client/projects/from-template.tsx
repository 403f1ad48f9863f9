import { useNavigate } from '@tanstack/react-router'
import { LayoutTemplate } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'

/** Begin a doc from a template: `quiet` stands beside "New doc". */
export function FromTemplate({ projectId, look }: { projectId: string; look: 'quiet' | 'button' }) {
  const { t } = useTranslation('organise')
  const navigate = useNavigate()
  const label = t('templates.open')
  const icon = <LayoutTemplate size={16} aria-hidden />
  const open = () =>
    void navigate({
      to: '/projects/$projectId',
      params: { projectId },
      search: { templates: true },
    })
  if (look === 'button') {
    return (
      <Button icon={icon} onPress={open}>
        {label}
      </Button>
    )
  }
  return (
    <IconButton label={label} size="small" onPress={open}>
      {icon}
    </IconButton>
  )
}
