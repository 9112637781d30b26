import type { Consent } from '../api/consent.js'
import { reloadPage } from '../browser/reload-page.js'
import { endTrial, readTrial, SOURCE, type Trial, writeTrial } from '../dev/trial.js'

/** What a developer can try, without their cookie being read or written. */
export interface TryOut {
  firstVisit(): void
  answer(isAccepted: boolean): void
  region(code: string): void
  language(tag: string): void
  end(): void
}

/** @param report told where the browser keeps nothing for the tab */
export function createTryOut(consent: Consent, report: (message: string) => void): TryOut {
  function begin(trial: Partial<Trial>): void {
    try {
      writeTrial({ ...(readTrial() ?? { record: '' }), ...trial })
    } catch {
      report('The browser keeps nothing for this tab (sessionStorage), so nothing can be tried.')
      return
    }
    reloadPage()
  }
  return {
    firstVisit: () => begin({ record: '' }),
    answer(isAccepted) {
      if (!readTrial()) begin({ record: '', answer: isAccepted })
      else if (isAccepted) consent.acceptAll(SOURCE)
      else consent.rejectAll(SOURCE)
    },
    region: (region) => begin({ region }),
    language(locale) {
      // It touches no cookie, so no trial is begun.
      const trial = readTrial()
      if (trial) writeTrial({ ...trial, locale })
      void consent.setLocale(locale)
    },
    end() {
      endTrial()
      reloadPage()
    },
  }
}
