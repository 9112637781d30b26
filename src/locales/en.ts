import type { Texts } from '../view/strings.js'
import { bannerTexts } from '../view/texts/banner.js'
import { declarationTexts } from '../view/texts/declaration.js'
import { placeholderTexts } from '../view/texts/placeholder.js'
import { preferencesTexts } from '../view/texts/preferences.js'
import { settingsButtonTexts } from '../view/texts/settings-button.js'

/** English, which the view speaks by itself; complete here as the model for other languages. */
export default {
  ...bannerTexts,
  ...preferencesTexts,
  ...placeholderTexts,
  ...settingsButtonTexts,
  ...declarationTexts,
} satisfies Texts
