import { question } from '../question.mjs'
import { readText, versionOf } from '../read-file.mjs'

const options = {
  privacyPolicyUrl: '/cookies',
  purposes: question.categories.map(({ name, label, text, services }) => ({
    id: name,
    title: label,
    description: text,
    isMandatory: name === 'necessary',
    ...(services[0] && {
      purposes: services.map(({ name, label, cookies }) => ({ id: name, title: label, cookies })),
    }),
  })),
  translations: {
    banner: {
      title: question.title,
      description: question.text,
      accept: question.accept,
      decline: question.reject,
      configure: question.preferences,
    },
  },
}

export async function readOrejime() {
  const folder = 'node_modules/orejime/dist/'
  return {
    name: `orejime ${await versionOf('orejime')}`,
    head: `<link rel="stylesheet" href="/orejime/style.css"><script>window.orejimeConfig = ${JSON.stringify(options)}</script><script defer src="/orejime/script.js"></script>`,
    accept: '.orejime-Banner-saveButton',
    holdInline: (code) => `<template data-purpose="analytics"><script>${code}</script></template>`,
    holdFile: (src) => `<template data-purpose="analytics"><script src="${src}"></script></template>`,
    files: {
      '/orejime/style.css': await readText(`${folder}orejime-standard.css`),
      '/orejime/script.js': await readText(`${folder}orejime-standard-en.js`),
    },
  }
}
