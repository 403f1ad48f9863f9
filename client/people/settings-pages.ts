import { useCanInWorkspace } from '../access/use-can'

/** The pages of settings, and who sees them beyond their own account. */
export const settingsPages = {
  profile: { to: '/settings/profile', needs: null },
  sessions: { to: '/settings/sessions', needs: null },
  people: { to: '/settings/people', needs: 'list-people' },
  organisations: { to: '/settings/organisations', needs: 'list-people' },
  invitations: { to: '/settings/invitations', needs: 'invite' },
  access: { to: '/settings/access', needs: 'manage' },
} as const
export type SettingsPage = keyof typeof settingsPages

export function useSettingsPages(): SettingsPage[] {
  const may = {
    'list-people': useCanInWorkspace('list-people'),
    invite: useCanInWorkspace('invite'),
    manage: useCanInWorkspace('manage'),
  }
  return (Object.keys(settingsPages) as SettingsPage[]).filter((page) => {
    const { needs } = settingsPages[page]
    return needs === null || may[needs]
  })
}
