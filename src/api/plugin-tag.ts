/**
 * Reports an attribute that cannot work: one console line that names the tag, the attribute, its value and the
 * cure. The rest of the tag is used.
 *
 * @param attribute name without `data-`, in camel case: a key of `dataset`
 * @param cure completes the sentence `Use …`
 * @example refuse('wait', 'a number of milliseconds')
 */
export type RefuseAttribute = (attribute: string, cure: string) => void

/**
 * Reads the options of a plugin from the attributes of its script tag (docs/plugins.md). A plugin folder may
 * export one as `readTag` from `tag.ts`. Read each attribute whether the others are there or not: an attribute
 * that was never read is reported as unknown.
 *
 * @param data `data-*` attributes of the tag
 * @param refuse reports an attribute that cannot work
 * @param config options of the JSON block that `data-config` names
 * @returns options that win over those of the block; `undefined` ones do not
 * @example
 * export const readTag: ReadTag<SignalOptions> = ({ category }) => ({ category })
 */
export type ReadTag<Options extends object = object> = (
  data: DOMStringMap,
  refuse: RefuseAttribute,
  config: Partial<Options>,
) => Partial<Options>
