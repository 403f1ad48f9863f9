import { existsSync } from 'node:fs'
import { throwawayPostgres } from '@atelier/server/launch/throwaway-postgres'

const page = new URL('../client/dist/index.html', import.meta.url)

/** Before all specs: pages to show, and a Postgres that the workers find in TEST_DATABASE_URL. */
export default async function startParts(): Promise<() => Promise<void>> {
  if (!existsSync(page)) {
    throw new Error('The pages are not built yet. Run: npm run build')
  }
  const { url, stop } = await throwawayPostgres()
  process.env.TEST_DATABASE_URL = url
  return stop
}
