import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { boardWords } from './client/boards/board-words.ts'
import { docWords } from './client/docs/doc-words.ts'
import { roomWords } from './client/sync/room-words.ts'
import { fewerChunks } from './server/launch/fewer-chunks.mjs'
import { firstScreen } from './server/launch/first-screen.mjs'
import { serviceWorkerBuild } from './server/launch/service-worker-build.mjs'

/** The server that `npm run dev` starts; the page is served by Vite and its calls are passed on. */
const api = process.env.API_ORIGIN ?? 'http://localhost:3001'

const sayFirstScreen: Plugin = {
  name: 'say-first-screen',
  apply: (_, { command, mode }) => command === 'build' && mode === 'production',
  closeBundle: { sequential: true, order: 'post', handler: () => console.log(firstScreen().words) },
}

export default defineConfig({
  root: 'client',
  plugins: [
    react(),
    tailwind(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'en-GB', 'de-DE'] }), enforce: 'pre' },
    fewerChunks({ 'room-words': roomWords, 'board-words': boardWords, 'doc-words': docWords }),
    serviceWorkerBuild(),
    sayFirstScreen,
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // Fonts are files, however small: the page may not load them from inside a style sheet.
    assetsInlineLimit: (file) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
    // The first script names all the others: with a sign less in each name it is 400 bytes less, gzipped.
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
  resolve: { dedupe: ['yjs', 'react', 'react-dom', '@tiptap/core', '@tiptap/pm'] },
  server: {
    // Origin is passed on as the browser sent it: the server compares it with the page's address.
    proxy: {
      // Not the modules of client/api, which Vite serves under the same name.
      '^/api/(?!.*\\.tsx?($|\\?))': api,
      '/ws': { target: api.replace('http', 'ws'), ws: true },
    },
  },
  test: {
    root: '.',
    maxWorkers: 2,
    // Only to notice what hangs: a busy machine is no reason to fail.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{server,shared,client}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.{db,pg}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'pglite',
          include: ['server/**/*.db.test.ts'],
          env: { TEST_BACKEND: 'pglite' },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ['server/**/*.{db,pg}.test.ts'],
          env: { TEST_BACKEND: 'postgres' },
          globalSetup: ['server/launch/postgres-for-tests.ts'],
        },
      },
    ],
  },
})
