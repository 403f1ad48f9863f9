/** In a workspace. Partners come from another organisation and see only what they share. */
export const workspaceRoles = ['owner', 'admin', 'member', 'partner'] as const
export type WorkspaceRole = (typeof workspaceRoles)[number]

/** In a project, from most to least. */
export const projectRoles = ['lead', 'contributor', 'commenter', 'viewer'] as const
export type ProjectRole = (typeof projectRoles)[number]

/** In one doc, where it differs from its project. */
export const docRoles = ['contributor', 'commenter', 'viewer'] as const
export type DocRole = (typeof docRoles)[number]
