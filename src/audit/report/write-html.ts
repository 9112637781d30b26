import type { AuditResult } from './result.js'

export const writeHtml = (result: AuditResult): string => `<!doctype html><title>${result.url}</title>`
