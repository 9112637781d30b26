export const help = `Usage: npx askfirst audit <url> [options]

Visits a site in a real browser, whatever consent tool it uses, and reports what it stores and asks for: before an
answer, after everything was refused, after everything was accepted, after consent was withdrawn, on the next visit.

How it looks
  --pages N             pages to visit, one of each template in turn (default 10)
  --browser NAME        chromium (Chrome and Edge too) or firefox (default chromium)
  --viewport WxH        CSS pixels, repeatable (default 1280x800; the choices are measured on a phone as well)
  --budget SECONDS      for the whole run (default 300)
  --quiet MS            stillness after which a page counts as finished (default 800)
  --locale TAG          language of the browser (default en-US)
  --auth NAME:PASSWORD  for pages that ask for a password
  --resolve IP          leads every host name to this address, for a site that is not public yet
  --ignore-certificate  looks although the certificate is not valid
  --ignore-robots       visits what robots.txt closes to machines
  --headed              shows the browser

What it compares with
  --config FILE         a module or JSON with the options of the site (default: read from the page)
  --consent FILE        a module that answers a banner of your own: { accept, reject, withdraw }
  --baseline FILE       an earlier --json: only what is new fails

What it writes
  --html FILE           one file, to read      --json FILE    everything, with a published schema
  --sarif FILE          for code scanning      --junit FILE   for test reports
  --csv FILE            for spreadsheets       --draft FILE   options to start from
  --fail-on RULE,…      rules that fail the run, or none (default: every error and warning)
  --silent              prints nothing but errors

Exit status: 0 no finding, 1 findings, 2 it could not look. Rules and reports: docs/audit.md.
`
