import { createConsent } from 'askfirst'
import view from 'askfirst/view'
import { useEffect } from 'react'
const consent = createConsent({ view })
export function Banner() { useEffect(() => { consent.start(); (window as any).askfirst = consent; return () => consent.destroy() }, []); return null }
