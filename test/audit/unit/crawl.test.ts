import { expect, test } from 'vitest'
import { choosePages, templateOf } from '../../../src/audit/crawl/choose-pages.js'
import { readRobots } from '../../../src/audit/crawl/read-robots.js'
import { readLocations, readSitemaps } from '../../../src/audit/crawl/read-sitemap.js'

const start = 'https://www.shop.test/'
const choose = (links: readonly string[], count: number, sitemap: readonly string[] = []) =>
  choosePages({ start, links, sitemap, isAllowed: () => true, count })

test('one page of each template comes before a second of any', () => {
  const products = Array.from({ length: 50 }, (_, at) => `/products/${at}`)
  expect(choose([...products, '/about', '/blog/2024/one'], 5)).toEqual([
    start,
    `${start}products/0`,
    `${start}about`,
    `${start}blog/2024/one`,
    `${start}products/1`,
  ])
})

test('other sites, files, actions, fragments and broken addresses are no pages', () => {
  const links = [
    'https://other.test/',
    '/list.pdf',
    '/logout',
    '#top',
    '/#a',
    'mailto:a@b.test',
    'https://[',
    'javascript:0',
    '/a#b',
  ]
  expect(choose(links, 10)).toEqual([start, `${start}a`])
})

test('pages of a sibling host belong to the site', () => {
  expect(choose(['https://blog.shop.test/x'], 2)).toEqual([start, 'https://blog.shop.test/x'])
})

test('articles in the root are one template, short names are not', () => {
  expect(templateOf(`${start}how-to-do-a-thing`)).toBe(templateOf(`${start}why-to-do-that-thing`))
  expect(templateOf(`${start}about`)).not.toBe(templateOf(`${start}contact`))
})

test('a sitemap with 50,000 addresses is read and sampled within a second', () => {
  const xml = `<urlset>${Array.from({ length: 60_000 }, (_, at) => `<url><loc>${start}p/${at}</loc></url>`).join('')}</urlset>`
  const since = performance.now()
  const { urls } = readLocations(xml)
  expect(urls).toHaveLength(50_000)
  expect(choose([], 10, urls)).toHaveLength(10)
  expect(performance.now() - since).toBeLessThan(5000)
})

test('an index leads to its sitemaps, and one that names itself ends', async () => {
  const files: { [url: string]: string } = {
    a: '<sitemapindex><sitemap><loc>a</loc></sitemap><sitemap><loc> b </loc></sitemap></sitemapindex>',
    b: '<urlset><url><loc>https://x.test/?a=1&amp;b=2</loc></url><url><loc><![CDATA[https://x.test/c]]></loc></url></urlset>',
  }
  expect(await readSitemaps(['a', 'gone'], async (url) => files[url])).toEqual([
    'https://x.test/?a=1&b=2',
    'https://x.test/c',
  ])
})

test('the longest rule of robots.txt wins, and rules for other machines are not ours', () => {
  const { isAllowed, sitemaps } = readRobots(
    'User-agent: other\nDisallow: /\n\nUser-agent: *\nUser-agent: more\nDisallow: /shop\nAllow: /shop/open # here\nDisallow: /*.cgi$\nSitemap: https://x.test/s.xml',
  )
  expect(sitemaps).toEqual(['https://x.test/s.xml'])
  expect(
    ['/', '/shop', '/shop/closed', '/shop/open/1', '/a.cgi', '/a.cgi?b'].map((path) =>
      isAllowed(`https://x.test${path}`),
    ),
  ).toEqual([true, false, false, true, false, true])
})

test('a robots.txt that is a page has no rules', () => {
  expect(readRobots('<!doctype html><html>\u0000').isAllowed(start)).toBe(true)
})
