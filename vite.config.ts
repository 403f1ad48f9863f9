import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** The server that `npm run dev` starts; the page is served by Vite and its calls are passed on. */
const api = process.env.API_ORIGIN ?? 'http://localhost:3001'

export default defineConfig({
  root: 'client',
  plugins: [
    react(),
    tailwind(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'en-GB', 'de-DE'] }), enforce: 'pre' },
  ],
  build: { outDir: 'dist', emptyOutDir: true },
  resolve: { dedupe: ['yjs', 'react', 'react-dom', '@tiptap/core', '@tiptap/pm'] },
  server: {
    proxy: {
      '/api': api,
      '/ws': { target: api.replace('http', 'ws'), ws: true, rewriteWsOrigin: true },
    },
  },
  test: {
    root: '.',
    include: ['{server,shared,client}/**/*.test.{ts,tsx}'],
  },
})
