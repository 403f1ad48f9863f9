/** Every setting, parsed once. The only file of the server that reads the environment. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'
import { type FileTypes, parseFileTypes, usualFileTypes } from './storage/file-types'
import type { S3Settings } from './storage/s3-file-store'

const port = z.coerce.number().int().min(0).max(65535)
const isOrigin = (value: string) =>
  /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value
const origin = z.string().refine(isOrigin, {
  error: 'must be an origin such as https://atelier.example, without a path or a slash at the end',
})
const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((word) => word === 'true' || word === '1')

const s3Settings = {
  S3_BUCKET: z.string().min(1).optional(),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must look like https://s3.example' })
    .optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  S3_PATH_STYLE: flag.optional(),
}

export const envSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_ORIGIN: origin.optional(),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must look like postgres://user:password@host/database',
    })
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  FILE_LIMIT_MB: z.coerce.number().int().min(1).max(200).default(25),
  FILE_TYPES: z
    .string()
    .refine((text) => parseFileTypes(text) !== null, {
      error: 'must be a list such as image/*, application/pdf, .docx, !programs',
    })
    .optional(),
  ...s3Settings,
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must look like redis://user:password@host:6379' })
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TRUST_PROXY: flag.default(false),
})

export type Env = {
  port: number
  host: string
  /** Null when not set: then only addresses of this machine are accepted. */
  publicOrigin: string | null
  /** Null for the embedded database in `dataDir`. */
  databaseUrl: string | null
  /** Absolute. */
  dataDir: string
  fileLimitBytes: number
  fileTypes: FileTypes
  /** Null for files in `dataDir`. */
  s3: S3Settings | null
  /** Where several nodes talk to each other. Null for a server that is alone. */
  redisUrl: string | null
  logLevel: z.output<typeof envSchema>['LOG_LEVEL']
  /** Whether a reverse proxy in front sets X-Forwarded-For. */
  trustProxy: boolean
  /** Started by npm, whose shell does not pass signals on. */
  startedByNpm: boolean
}

/** All faults at once, naming settings and never their values. */
export class EnvFaults extends Error {
  constructor(faults: string[]) {
    super(`These settings are wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'EnvFaults'
  }
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = envSchema.safeParse(given)
  if (!parsed.success) {
    throw new EnvFaults(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    )
  }
  const { data } = parsed
  if (data.REDIS_URL && !data.DATABASE_URL) {
    throw new EnvFaults(['REDIS_URL: needs DATABASE_URL, since several nodes share one database'])
  }
  return {
    port: data.PORT,
    host: data.HOST,
    publicOrigin: data.PUBLIC_ORIGIN ?? null,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: resolve(data.DATA_DIR),
    fileLimitBytes: data.FILE_LIMIT_MB * 1024 * 1024,
    fileTypes: parseFileTypes(data.FILE_TYPES ?? '') ?? usualFileTypes,
    s3: s3Of(data),
    redisUrl: data.REDIS_URL ?? null,
    logLevel: data.LOG_LEVEL,
    trustProxy: data.TRUST_PROXY,
    startedByNpm: source.npm_lifecycle_event !== undefined,
  }
}

/** All of it or nothing, so that no file lands where nobody looks for it. */
function s3Of(data: z.output<typeof envSchema>): S3Settings | null {
  const { S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = data
  if (!S3_BUCKET) {
    if (!S3_ENDPOINT && !S3_ACCESS_KEY_ID && !S3_SECRET_ACCESS_KEY) return null
    throw new EnvFaults(['S3_BUCKET: is needed for files to be stored in S3'])
  }
  if (!S3_ACCESS_KEY_ID !== !S3_SECRET_ACCESS_KEY) {
    throw new EnvFaults(['S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY: one is of no use alone'])
  }
  return {
    bucket: S3_BUCKET,
    region: data.S3_REGION,
    endpoint: S3_ENDPOINT ?? null,
    credentials:
      S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
        ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
        : null,
    pathStyle: data.S3_PATH_STYLE ?? S3_ENDPOINT !== undefined,
  }
}

/** Reads `.env` where there is one, then the environment, which wins. */
export function readEnv(): Env {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return parseEnv(process.env)
}

export type TestBackend = { kind: 'pglite' } | { kind: 'postgres'; url: string }

/** Which database the running test project is for. */
export function readTestBackend(): TestBackend {
  const { TEST_BACKEND, TEST_DATABASE_URL } = process.env
  if (TEST_BACKEND !== 'postgres') return { kind: 'pglite' }
  if (!TEST_DATABASE_URL) throw new Error('TEST_DATABASE_URL names no Postgres server to test on.')
  return { kind: 'postgres', url: TEST_DATABASE_URL }
}
