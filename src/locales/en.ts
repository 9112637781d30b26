import { bannerTexts } from '../text/english/banner.js'
import { declarationTexts } from '../text/english/declaration.js'
import { placeholderTexts } from '../text/english/placeholder.js'
import { preferencesTexts } from '../text/english/preferences.js'
import { settingsButtonTexts } from '../text/english/settings-button.js'
import type { Texts } from '../text/strings.js'

/** English, which the view speaks by itself; complete here as the model for other languages. */
export default {
  tag: 'en',
  ...bannerTexts,
  ...preferencesTexts,
  ...placeholderTexts,
  ...settingsButtonTexts,
  ...declarationTexts,
} satisfies Texts
