/** In a workspace. Partners come from another organisation and see only what they share. */
export const workspaceRoles = ['owner', 'admin', 'member', 'partner'] as const
export type WorkspaceRole = (typeof workspaceRoles)[number]

/** In a project, from most to least. */
export const projectRoles = ['lead', 'contributor', 'commenter', 'viewer'] as const
export type ProjectRole = (typeof projectRoles)[number]
