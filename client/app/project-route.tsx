/** A project's page, and what opens over it. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ProjectScreen } from '../projects/project-screen'

const TemplatePicker = lazy(async () => ({
  default: (await import('../docs/template-picker')).TemplatePicker,
}))

export function ProjectRoute() {
  const { projectId } = useParams({ from: '/inside/projects/$projectId' })
  const { templates = false } = useSearch({ from: '/inside/projects/$projectId' })
  const navigate = useNavigate({ from: '/projects/$projectId' })
  return (
    <>
      <ProjectScreen />
      <Suspense fallback={null}>
        {templates && (
          <TemplatePicker
            projectId={projectId}
            onClose={() => void navigate({ search: {}, replace: true })}
          />
        )}
      </Suspense>
    </>
  )
}
