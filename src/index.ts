export type {
  ChangeEvent,
  Consent,
  ConsentEvents,
  ErrorEvent,
  LocaleEvent,
  ReadyEvent,
  Status,
  SurfaceEvent,
} from './api/consent.js'
export { type Draft, definePlugin, type Plugin, type PluginContext } from './api/plugin.js'
export type { MountedView, Surface, View, ViewContext, ViewLoader } from './api/view.js'
export { createConsent } from './create-consent.js'
export type {
  BannerOptions,
  Categories,
  Category,
  CategoryOptions,
  Choice,
  CookieItem,
  CookieKind,
  CookieOptions,
  DefaultCategories,
  ExtraButton,
  LocaleLoaders,
  Localised,
  Logo,
  NameOf,
  Options,
  PolicyOptions,
  ReloadPolicy,
  ResolvedOptions,
  ServiceOptions,
  SettingsButtonOptions,
  TrustedPolicy,
  Withdrawal,
} from './model/options.js'
export type { Choices, ConsentRecord } from './model/record.js'
