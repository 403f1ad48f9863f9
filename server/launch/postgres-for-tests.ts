import { throwawayPostgres } from './throwaway-postgres'

/** Before a run of tests on Postgres: its workers find the server in TEST_DATABASE_URL. */
export default async function startPostgres(): Promise<() => Promise<void>> {
  const { url, stop } = await throwawayPostgres()
  process.env.TEST_DATABASE_URL = url
  return stop
}
