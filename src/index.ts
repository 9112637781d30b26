export type { Consent, ConsentName } from './api/consent.js'
export type {
  ChangeEvent,
  ConsentEvents,
  DecisionEvent,
  ErrorEvent,
  ErrorEvent as ConsentErrorEvent,
  LocaleEvent,
  ReadyEvent,
  ReleaseEvent,
  ReloadEvent,
  SurfaceEvent,
} from './api/events.js'
export type { Options } from './api/options.js'
export {
  type Draft,
  definePlugin,
  type EarlyContext,
  type ElementGate,
  type ImportedChoices,
  type MarkupAlias,
  type Plugin,
  type PluginContext,
  type Transition,
} from './api/plugin.js'
export type { Surface } from './api/surface.js'
export type { MountedView, View, ViewContext, ViewLoader } from './api/view.js'
export { createConsent } from './create-consent.js'
export type { BannerOptions, Choice, ExtraButton, Logo, SettingsButtonOptions } from './model/banner.js'
export type {
  Categories,
  Category,
  CategoryOptions,
  CookieItem,
  CookieKind,
  DefaultCategories,
  Localised,
  NameOf,
  ServiceOptions,
} from './model/categories.js'
export type { Status } from './model/decision.js'
export type { Choices, ConsentRecord } from './model/record.js'
export type {
  CookieOptions,
  LocaleLoaders,
  PolicyOptions,
  RegionOptions,
  ReloadPolicy,
  Settings as ResolvedOptions,
  StorageOptions,
  TrustedPolicy,
  Withdrawal,
} from './model/settings.js'
