/** One element in the page's configuration block. */
interface TagConfiguration {
  readonly id: string
  readonly categories: readonly string[]
  readonly isIgnored: boolean
}

/** The part of `<script id="CookiebotConfiguration" type="application/json">` that works here. */
export interface Configuration {
  readonly tags: readonly TagConfiguration[]
}

const none: Configuration = { tags: [] }

/** Reads the block, once it is there. A broken one is said once and counts as none. */
export function createConfiguration(say: (text: string) => void): () => Configuration {
  let read: Configuration | undefined
  return () => {
    const block = document.getElementById('CookiebotConfiguration')
    if (read || !block) return read ?? none
    try {
      const { TagConfiguration = [] } = JSON.parse(block.textContent ?? '') as {
        readonly TagConfiguration?: readonly { id?: unknown; categories?: unknown; ignore?: unknown }[]
      }
      read = {
        tags: TagConfiguration.map(({ id, categories, ignore }) => ({
          id: `${id}`,
          categories: (Array.isArray(categories) ? categories : []).map(String),
          isIgnored: ignore === true,
        })),
      }
    } catch {
      // A block that the parser is not through with will be read again.
      if (document.readyState === 'loading' && !block.nextSibling) return none
      read = none
      say('the block #CookiebotConfiguration is no JSON. Mend it: until then it is as if it were not there.')
    }
    return read
  }
}
