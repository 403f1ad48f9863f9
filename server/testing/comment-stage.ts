/** A project with somebody in each role, who say things about its docs. */
import { type ProjectRole, projectRoles } from '@atelier/shared/access/roles'
import { putMember } from '../projects/project-change-queries'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeDoc,
  makePerson,
  makeProject,
  makeThread,
  makeWorkspace,
} from './make'
import { type Browser, type TestApp, testApp } from './test-app'

export type CommentStage = {
  app: TestApp
  workspace: MadeWorkspace
  project: MadeProject
  /** Named for their roles: “A lead”. */
  people: Record<ProjectRole, MadePerson>
  browsers: Record<ProjectRole, Browser>
  newDoc(): Promise<{ id: string }>
  /** A thread somebody began in a doc of its own, and where it is. */
  begun(by?: ProjectRole): Promise<{ doc: { id: string }; id: string; at: string }>
  /** What a viewer is told of it. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails on anything else
  listed(doc: { id: string }): Promise<any>
  /** `at` is where a thread is. */
  answer(
    by: ProjectRole,
    at: string,
    text: string,
    id?: string,
  ): Promise<{ id: string; status: number }>
}

export const words = (text: string) => [{ text }]

export async function commentStage(): Promise<CommentStage> {
  const app = await testApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const project = await makeProject(db, workspace.owner)
  const people = {} as Record<ProjectRole, MadePerson>
  const browsers = {} as Record<ProjectRole, Browser>
  for (const role of projectRoles) {
    people[role] = await makePerson(db, workspace, { name: `A ${role}` })
    await putMember(db, project, people[role].id, role)
    browsers[role] = await app.as(people[role])
  }
  const newDoc = () => makeDoc(db, project, workspace.owner)
  return {
    ...{ app, workspace, project, people, browsers, newDoc },
    async begun(by = 'commenter') {
      const doc = await newDoc()
      const { id } = await makeThread(db, doc, people[by])
      return { doc, id, at: `/api/docs/${doc.id}/threads/${id}` }
    },
    listed: async (doc) => (await browsers.viewer.get(`/api/docs/${doc.id}/threads`)).body,
    async answer(by, at, text, id = crypto.randomUUID()) {
      const { status } = await browsers[by].post(`${at}/comments`, { id, body: words(text) })
      return { id, status }
    },
  }
}
