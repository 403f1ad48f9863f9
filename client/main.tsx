import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, beginAhead } from './app/app'
import { couldNotStart, guessLanguage, startI18n } from './i18n/i18n'
import { registerWorker } from './offline/register-worker'

registerWorker()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

startI18n(guessLanguage()).then(
  () => {
    beginAhead(location.pathname)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
  },
  (error: unknown) => {
    console.error(error)
    root.textContent = couldNotStart()
  },
)
