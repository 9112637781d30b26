import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from '../harness/index.js'

const dist = new URL('../../../dist/cdn/', import.meta.url)

for (const file of ['askfirst.js', 'core.js'])
  test(`a page that is opened from disk shows banner and dialog with ${file}`, async ({ page, consent }) => {
    const folder = await mkdtemp(join(tmpdir(), 'askfirst-'))
    const path = join(folder, 'page.html')
    const src = pathToFileURL(fileURLToPath(new URL(file, dist))).href
    await writeFile(
      path,
      `<!doctype html><html lang="en"><script src="${src}" data-categories="necessary! statistics"></script>`,
    )
    try {
      await page.goto(pathToFileURL(path).href)
      await expect(consent.banner).toBeVisible()
      await consent.preferences()
    } finally {
      await rm(folder, { recursive: true })
    }
  })
